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

    /** One town. Lengths are in {@code unit}s, a hundredth of the picture's larger side. */
    private final class View {
        private static final int[] PLASTER = {
            0xD9CDB6, 0xC7A98B, 0xB0735A, 0xE2D3A9, 0xA9A39A, 0xD7B27C, 0x9C5A49, 0xB9C3C9, 0xE6DFD2, 0x8E7F74, 0xC98E62, 0x7F8FA0, 0xA8B59A};
        private static final int[] ROOF = {0x8A4B3B, 0x6E4038, 0x4C535C, 0x5C4B44, 0x9B5A42, 0x3F4750};
        private static final int[] AWNING = {0xA93A32, 0x2F5C8A, 0x3C7A55, 0xC08A2E, 0x7A3B5E};
        private final Picture picture;
        private final Brush brush;
        private final int width;
        private final int height;
        private final double unit;
        private final double quay;
        private final Noise noise;
        private final SplittableRandom random;
        private final Colour ambient;
        private final double lit;
        private final Sky sky;

        View(int width, int height, SplittableRandom random) {
            this.width = width;
            this.height = height;
            this.random = random;
            unit = Math.max(width, height * 1.15) / 100.0;
            quay = height * random.nextDouble(.58, .66);
            noise = new Noise(random.nextLong());
            picture = new Picture(width, height);
            brush = new Brush(picture);
            sky = Sky.of(hour, random);
            ambient = switch (hour) {
                case MORNING -> new Colour(1.0, .95, .87);
                case NOON -> new Colour(1.04, 1.02, .98);
                case GOLDEN -> new Colour(1.05, .87, .66);
                case DUSK -> new Colour(.66, .55, .62);
                case OVERCAST -> new Colour(.84, .87, .9);
                case NIGHT -> new Colour(.3, .35, .5);
            };
            lit = switch (hour) {
                case NIGHT -> .55;
                case DUSK -> .42;
                case GOLDEN, OVERCAST -> .14;
                default -> .03;
            };
        }

        Picture paint() {
            heaven();
            farTown();
            double tower = random.nextDouble(.2, .8) * width;
            boolean drawn = false;
            for (double x = -random.nextDouble(12) * unit; x < width;) {
                double w = random.nextDouble(9, 16) * unit;
                if (!drawn && x + w > tower) {
                    tower(x, 8.6 * unit);
                    drawn = true;
                    x += 8.6 * unit;
                } else {
                    house(x, w, random.nextDouble(19, 32) * unit);
                    x += w;
                }
            }
            kerb();
            if (before == Before.HARBOUR) {
                water();
                boats();
            } else {
                square();
            }
            lamps();
            return picture;
        }

        private Colour tone(int rgb) {
            return Colour.hex(rgb).times(ambient);
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

        private Picture.Painter wall(int rgb, double left, double top, double w, double h) {
            Colour base = tone(rgb);
            return (x, y) -> {
                double grain = .05 * noise.fractal(x / unit * .5, y / unit * .35, 4) + .02 * noise.smooth(x / unit * 4, y / unit * 4);
                double side = .10 * (x - left) / w;
                double down = .13 * (y - top) / h;
                return base.times(1.05 + grain - side - down * down);
            };
        }

        private void house(double x, double w, double h) {
            int rgb = PLASTER[random.nextInt(PLASTER.length)];
            double top = quay - h;
            double roofHeight = random.nextDouble(2.4, 6.5) * unit;
            chimney(x + w * random.nextDouble(.15, .75), top - roofHeight * .45);
            roof(x, top, w, roofHeight, rgb);
            brush.rectangle(wall(rgb, x, top, w, h), 1, x, top, w, h);
            brush.rectangle(tone(rgb).times(.72), x + w - .35 * unit, top, .35 * unit, h);
            brush.rectangle(tone(rgb).mix(Colour.WHITE.times(ambient), .45), x - .3 * unit, top - .5 * unit, w + .6 * unit, .9 * unit);
            brush.rectangle((px, py) -> Colour.BLACK, .22, x, top + .4 * unit, w, .5 * unit);
            int columns = (int) Math.max(2, Math.round(w / (3.6 * unit)));
            int floors = (int) Math.max(2, Math.round((h - 6.5 * unit) / (5.2 * unit)));
            double floor = (h - 7 * unit) / floors;
            boolean shutters = random.nextInt(3) == 0;
            int shutter = AWNING[random.nextInt(AWNING.length)];
            for (int i = 0; i < floors; i++) {
                for (int j = 0; j < columns; j++) {
                    double cx = x + w * (j + .5) / columns;
                    windowPane(cx, top + floor * i + 1.5 * unit, 1.75 * unit, floor * .62, shutters ? shutter : 0);
                }
            }
            groundFloor(x, w);
        }

        private void roof(double x, double top, double w, double h, int wallRgb) {
            int rgb = ROOF[random.nextInt(ROOF.length)];
            Picture.Painter tiles = (px, py) -> tone(rgb).times(1 + .12 * noise.smooth(px / unit * 2.2, py / unit * 7) + .1 * (top - py) / h);
            switch (random.nextInt(3)) {
                case 0 -> brush.fill(tiles, 1, x - .5 * unit, top, x + w * .16, top - h, x + w * .84, top - h, x + w + .5 * unit, top);
                case 1 -> {
                    brush.fill(wall(wallRgb, x, top - h, w, h), 1, x, top, x + w / 2, top - h * 1.5, x + w, top);
                    brush.line(tone(rgb).times(.9), .9 * unit, x - .4 * unit, top + .2 * unit, x + w / 2, top - h * 1.5, x + w + .4 * unit, top + .2 * unit);
                    windowPane(x + w / 2, top - h * .72, 1.3 * unit, h * .42, 0);
                }
                default -> {
                    brush.fill(tiles, 1, x - .5 * unit, top, x + w / 2, top - h * 1.25, x + w + .5 * unit, top);
                    brush.fill((px, py) -> Colour.BLACK, .14, x + w / 2, top - h * 1.25, x + w + .5 * unit, top, x + w / 2 + unit, top);
                }
            }
        }

        private void chimney(double x, double top) {
            brush.rectangle(tone(0x7A4A3C), x, top - 3.6 * unit, 1.7 * unit, 6 * unit);
            brush.rectangle(tone(0x4A3A34), x - .2 * unit, top - 3.9 * unit, 2.1 * unit, .6 * unit);
        }

        private void windowPane(double cx, double y, double w, double h, int shutter) {
            boolean glowing = random.nextDouble() < lit;
            double left = cx - w / 2;
            if (shutter != 0) {
                brush.rectangle(tone(shutter).times(.85), left - w * .62, y, w * .5, h);
                brush.rectangle(tone(shutter).times(.85), left + w * 1.12, y, w * .5, h);
            }
            brush.rectangle(tone(0xEDE6D8), left - .28 * unit, y - .28 * unit, w + .56 * unit, h + .56 * unit);
            Colour warm = Colour.hex(0xFFD27A).mix(Colour.hex(0xFFB35A), random.nextDouble());
            Colour glassHigh = sky.from(.2, .6, -1).toScreen().times(.62);
            Colour glassLow = tone(0x2C3640);
            double slant = random.nextDouble(.3, .9);
            brush.rectangle((px, py) -> {
                double t = (py - y) / h;
                return glowing ? warm.times(1.02 - .25 * t) : (t + .35 * (px - left) / w < slant ? glassHigh : glassHigh.mix(glassLow, .7));
            }, 1, left, y, w, h);
            brush.rectangle(tone(0xE6DECF), cx - .12 * unit, y, .24 * unit, h);
            brush.rectangle(tone(0xE6DECF), left, y + h * .42, w, .22 * unit);
            brush.rectangle(tone(0xB9B0A0), left - .45 * unit, y + h + .2 * unit, w + .9 * unit, .4 * unit);
            if (glowing && hour == Sky.Hour.NIGHT) {
                brush.glow(warm, cx, y + h / 2, 3.2 * unit, .22);
            }
        }

        private void groundFloor(double x, double w) {
            double top = quay - 5.6 * unit;
            double door = x + w * (random.nextBoolean() ? .12 : .62);
            brush.rectangle(tone(AWNING[random.nextInt(AWNING.length)]).times(.6), door, top + .6 * unit, 2.5 * unit, 5 * unit);
            brush.rectangle(tone(0xE6DECF), door + .4 * unit, top + 1.1 * unit, 1.7 * unit, 1.1 * unit);
            double shop = door > x + w / 2 ? x + w * .08 : x + w * .42;
            boolean open = random.nextDouble() < .25 + lit;
            Colour pane = open ? Colour.hex(0xFFDFA0).times(.96) : tone(0x34404A);
            brush.rectangle(tone(0x4A3B30), shop - .3 * unit, top + 1.5 * unit, w * .46 + .6 * unit, 4.1 * unit);
            brush.rectangle((px, py) -> pane.times(1 + .12 * noise.smooth(px / unit, py / unit)), 1, shop, top + 1.8 * unit, w * .46, 3 * unit);
            if (random.nextInt(4) > 0) {
                awning(shop - .5 * unit, top + .4 * unit, w * .46 + unit);
            }
        }

        private void awning(double x, double y, double w) {
            int stripes = (int) Math.max(4, Math.round(w / (1.3 * unit)));
            Colour colour = tone(AWNING[random.nextInt(AWNING.length)]);
            Colour white = tone(0xF1EBDD);
            for (int i = 0; i < stripes; i++) {
                double a = x + w * i / stripes;
                double b = x + w * (i + 1) / stripes;
                Colour c = i % 2 == 0 ? colour : white;
                brush.fill(c, a + .3 * unit, y, b + .3 * unit - .6 * unit * i / stripes, y, b, y + 2.1 * unit, a, y + 2.1 * unit);
                brush.fill(c.times(.85), Brush.ellipse((a + b) / 2, y + 2.1 * unit, (b - a) / 2, .5 * unit, 0));
            }
            brush.rectangle((px, py) -> Colour.BLACK, .25, x, y + 2.6 * unit, w, .5 * unit);
        }

        private void tower(double x, double w) {
            double h = Math.min(quay - 12 * unit, random.nextDouble(40, 48) * unit);
            double top = quay - h;
            int stone = random.nextBoolean() ? 0xC9B892 : 0xB6A79A;
            double cx = x + w / 2;
            double spire = top - Math.min(top * .85, random.nextDouble(7, 12) * unit);
            brush.fill(tone(0x4C535C), x - .8 * unit, top, cx, spire, x + w + .8 * unit, top);
            brush.fill(tone(0x3A4048), cx, spire, x + w + .8 * unit, top, cx + .6 * unit, top);
            brush.rectangle(wall(stone, x, top, w, h), 1, x, top, w, h);
            brush.fill((px, py) -> Colour.BLACK, .18, x + w * .7, top, x + w, top, x + w, quay, x + w * .78, quay);
            brush.rectangle(tone(stone).times(1.12), x - .7 * unit, top - .2 * unit, w + 1.4 * unit, unit);
            brush.rectangle(tone(stone).times(1.1), x - .4 * unit, top + h * .24, w + .8 * unit, .8 * unit);
            clock(cx, top + h * .12, w * .33);
            for (int i = 0; i < 3; i++) {
                double y = top + h * (.34 + .17 * i);
                brush.fill(tone(0x2C3238), Brush.ellipse(cx, y, .95 * unit, .95 * unit, 0));
                brush.rectangle(tone(0x2C3238), cx - .95 * unit, y, 1.9 * unit, 2.6 * unit);
            }
        }

        private void clock(double cx, double cy, double r) {
            Colour face = lit > .3 ? Colour.hex(0xFFF3CF) : tone(0xF6F1E4);
            brush.disc(tone(0x3A4048), cx, cy, r * 1.12);
            brush.disc(face, cx, cy, r);
            double hourHand = random.nextDouble(6.28);
            double minute = random.nextDouble(6.28);
            brush.line(tone(0x1B1F24), r * .13, cx, cy, cx + r * .5 * StrictMath.cos(hourHand), cy + r * .5 * StrictMath.sin(hourHand));
            brush.line(tone(0x1B1F24), r * .09, cx, cy, cx + r * .8 * StrictMath.cos(minute), cy + r * .8 * StrictMath.sin(minute));
        }

        private void kerb() {
            brush.rectangle((x, y) -> tone(0x9A9388).times(1 + .12 * noise.fractal(x / unit * 1.2, y / unit * 3, 3)), 1, 0, quay - .4 * unit, width, 1.8 * unit);
            brush.rectangle(tone(0x5E5850), 0, quay + 1.3 * unit, width, .5 * unit);
        }

        /** Everything above the quay mirrored, shaken by ripples that grow towards the eye, darker and bluer. */
        private void water() {
            int line = (int) (quay + 1.6 * unit);
            Colour deep = tone(hour == Sky.Hour.OVERCAST ? 0x4C6070 : 0x2C5068);
            Picture above = picture.copy();
            for (int y = line; y < height; y++) {
                double down = y - line;
                double near = down / (height - line);
                for (int x = 0; x < width; x++) {
                    double wide = x / unit / (.5 + 1.9 * near);
                    double wave = noise.fractal(wide * .28, down / unit / (.25 + .6 * near) * .55, 4);
                    double sx = x + wave * unit * (.7 + 4.2 * near);
                    double sy = line - 1.3 * unit - down * 1.06 + wave * unit * (1.2 + 6 * near);
                    Colour mirrored = above.between(sx, Math.clamp(sy, 0, line - 2));
                    double glint = Noise.step(.16, .4, noise.smooth(wide * .33 + 9, down / unit / (.25 + .6 * near) * .9 + wave));
                    Colour wet = mirrored.times(.82).mix(deep, .22 + .3 * near);
                    picture.set(x, y, wet.mix(sky.from(0, .5, 1).toScreen(), glint * .3));
                }
            }
        }

        private void boats() {
            int count = random.nextInt(1, 4);
            for (int i = 0; i < count; i++) {
                double x = width * random.nextDouble(.1, .85);
                double y = quay + (height - quay) * random.nextDouble(.25, .8);
                double size = unit * (2.2 + 6 * (y - quay) / (height - quay));
                if (random.nextInt(3) == 0) {
                    crate(x, y, size * .8);
                } else {
                    boat(x, y, size);
                }
            }
        }

        private void boat(double x, double y, double s) {
            Colour hull = tone(AWNING[random.nextInt(AWNING.length)]);
            brush.fill((px, py) -> tone(0x18242E), .45, Brush.ellipse(x, y + .5 * s, 2.5 * s, .34 * s, 0));
            brush.line(tone(0x6B5440), .14 * s, x + .1 * s, y - .3 * s, x + .1 * s, y - 4.4 * s);
            brush.fill(tone(0xEFE8D8), x + .25 * s, y - 4.2 * s, x + .25 * s, y - .75 * s, x + 1.9 * s, y - .75 * s);
            brush.fill(tone(0xD9D0BE), x - .05 * s, y - 3.9 * s, x - .05 * s, y - .75 * s, x - 1.3 * s, y - .75 * s);
            brush.fill(hull, x - 2.2 * s, y - .5 * s, x + 2.5 * s, y - .6 * s, x + 1.7 * s, y + .5 * s, x - 1.5 * s, y + .5 * s);
            brush.fill(tone(0xF1EBDD), x - 2.2 * s, y - .5 * s, x + 2.5 * s, y - .6 * s, x + 2.38 * s, y - .36 * s, x - 2.1 * s, y - .28 * s);
        }

        private void crate(double x, double y, double s) {
            brush.fill((px, py) -> tone(0x18242E), .5, Brush.ellipse(x, y + s, 2 * s, .35 * s, 0));
            brush.fill(tone(0xC08A4E), x - 1.5 * s, y - .7 * s, x + .6 * s, y - .5 * s, x + .5 * s, y + 1.1 * s, x - 1.4 * s, y + .9 * s);
            brush.fill(tone(0x8E6234), x + .6 * s, y - .5 * s, x + 1.6 * s, y - .9 * s, x + 1.5 * s, y + .6 * s, x + .5 * s, y + 1.1 * s);
            brush.fill(tone(0xD9A868), x - 1.5 * s, y - .7 * s, x - .4 * s, y - 1.1 * s, x + 1.6 * s, y - .9 * s, x + .6 * s, y - .5 * s);
            for (int i = 1; i < 3; i++) {
                brush.line(tone(0x6E4A26), .12 * s, x - 1.45 * s, y - .7 * s + .53 * s * i, x + .55 * s, y - .5 * s + .53 * s * i, x + 1.55 * s, y - .9 * s + .5 * s * i);
            }
        }

        /** Paving stones in perspective, wet in places. */
        private void square() {
            int line = (int) (quay + 1.6 * unit);
            Picture above = picture.copy();
            for (int y = line; y < height; y++) {
                double far = (height - line) * .42 / (y - line + (height - line) * .16);
                for (int x = 0; x < width; x++) {
                    double u = (x - width / 2.0) / unit * far * .42;
                    double v = far * 26;
                    Noise.Cell cell = noise.cell(u, v);
                    double joint = Noise.step(.02, .16, cell.second() - cell.nearest());
                    Colour stone = tone(0x9C948A).times(.72 + .34 * cell.number() + .12 * noise.smooth(u * 5, v * 5));
                    double wet = Noise.step(.0, .25, noise.fractal(u * .1, v * .16, 3) + (hour == Sky.Hour.OVERCAST ? .12 : -.08));
                    double sway = (cell.nearest() - .4) * unit;
                    Colour mirrored = above.between(x + sway, Math.clamp(line - (y - line) * 1.05 - unit + sway, 0, line - 2));
                    picture.set(x, y, tone(0x4E4842).mix(stone, joint).mix(mirrored.times(.85), wet * .6));
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
