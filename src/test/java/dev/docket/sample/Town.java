package dev.docket.sample;

import java.util.SplittableRandom;

/** A row of old houses on a quay or a square, with a tower, lamps and their reflections. Drawn back to front. */
final class Town implements Scene {

    /** What lies before the houses. */
    enum Before { HARBOUR, SQUARE }

    private final Before before;
    private final Sky.Hour hour;

    Town(Before before, Sky.Hour hour) {
        this.before = before;
        this.hour = hour;
    }

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        return new View(width, height, random).paint();
    }

    /** One town. */
    private final class View extends TownPart {

        View(int width, int height, SplittableRandom random) {
            super(width, height, Town.this.hour, random);
        }

        Picture paint() {
            heaven();
            farTown();
            row(new TownHouses(this));
            kerb();
            TownGround ground = new TownGround(this);
            if (before == Before.HARBOUR) {
                ground.water();
                ground.boats();
            } else {
                ground.square();
            }
            trees();
            lamps();
            return picture;
        }

        private void row(TownHouses houses) {
            double tower = random.nextDouble(.2, .8) * width;
            boolean drawn = false;
            for (double x = -random.nextDouble(12) * unit; x < width;) {
                double w = random.nextDouble(9, 16) * unit;
                if (!drawn && x + w > tower) {
                    houses.tower(x, 8.6 * unit);
                    drawn = true;
                    x += 8.6 * unit;
                } else {
                    houses.house(x, w, random.nextDouble(19, 32) * unit);
                    x += w;
                }
            }
        }

        private void heaven() {
            for (int y = 0; y < quay; y++) {
                for (int x = 0; x < width; x++) {
                    picture.set(x, y, sky.from((x - width / 2.0) / width * 1.3, (quay - y) / height * 1.1, 1).toScreen());
                }
            }
        }

        private void farTown() {
            Colour far = sky.from(.1, .1, 1).toScreen().mix(tone(0x6C7684), .42);
            for (double x = -4 * unit; x < width; x += random.nextDouble(6, 11) * unit) {
                double top = quay - random.nextDouble(26, 38) * unit;
                double w = random.nextDouble(7, 13) * unit;
                brush.fill(far, x, quay, x, top, x + w / 2, top - random.nextDouble(1, 5) * unit, x + w, top, x + w, quay);
            }
        }

        private void kerb() {
            brush.rectangle((x, y) -> tone(0x9A9388).times(1 + .12 * noise.fractal(x / unit * 1.2, y / unit * 3, 3)), 1, 0, quay - .4 * unit, width, 1.8 * unit);
            brush.rectangle(tone(0x5E5850), 0, quay + 1.3 * unit, width, .5 * unit);
        }

        private void trees() {
            int count = random.nextInt(0, before == Before.SQUARE ? 5 : 3);
            for (int i = 0; i < count; i++) {
                double x = width * random.nextDouble(.04, .96);
                double s = unit * random.nextDouble(.8, 1.2);
                double foot = quay + 1.3 * unit;
                brush.fill((px, py) -> Colour.BLACK, .3, Brush.ellipse(x, foot + .3 * s, 3.2 * s, .5 * s, 0));
                brush.line(tone(0x4A3A2C), .7 * s, x, foot, x + .2 * s, foot - 5 * s);
                int leaf = hour == Sky.Hour.GOLDEN ? 0xA07A2E : 0x4C7040;
                for (int k = 0; k < 60; k++) {
                    double a = random.nextDouble(6.28);
                    double far = Math.sqrt(random.nextDouble());
                    double lx = x + 3.0 * s * far * StrictMath.cos(a);
                    double ly = foot - 7.6 * s + 2.7 * s * far * StrictMath.sin(a);
                    double bright = .62 + .3 * k / 60.0 + .22 * (foot - 7.6 * s - ly) / (2.7 * s);
                    brush.fill(tone(leaf).times(bright), Brush.ellipse(lx, ly, .85 * s, .7 * s, a));
                }
            }
        }

        private void lamps() {
            int count = random.nextInt(2, 5);
            double shift = random.nextDouble(.6);
            for (int i = 0; i < count; i++) {
                double x = width * (i + .25 + shift) / count;
                double s = unit * random.nextDouble(.9, 1.35);
                double foot = quay + 1.4 * unit;
                double head = foot - 13 * s;
                Colour iron = tone(0x23282E);
                brush.line(iron, .55 * s, x, foot, x, head);
                brush.line(iron, .4 * s, x, head, x + .5 * s, head - .8 * s, x + 1.7 * s, head - .9 * s);
                brush.line(iron, 1.0 * s, x, foot, x, foot - 1.2 * s);
                boolean on = lit > .1;
                Colour light = on ? Colour.hex(0xFFE6A8) : tone(0xE8E2CF);
                brush.fill(light, x + .9 * s, head - .7 * s, x + 2.5 * s, head - .7 * s, x + 2.1 * s, head + 1.1 * s, x + 1.3 * s, head + 1.1 * s);
                brush.fill(iron, x + .7 * s, head - .6 * s, x + 1.7 * s, head - 1.5 * s, x + 2.7 * s, head - .6 * s);
                if (on) {
                    brush.glow(light, x + 1.7 * s, head + .2 * s, (lit > .3 ? 9 : 4) * s, lit > .3 ? .6 : .3);
                }
            }
        }
    }
}
