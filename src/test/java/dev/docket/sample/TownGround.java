package dev.docket.sample;

/** What lies before the houses: water with boats, or a paved square; both mirror what stands behind. */
final class TownGround extends TownPart {

    TownGround(TownPart town) {
        super(town);
    }

    /** Everything above the quay mirrored, shaken by ripples that grow towards the eye, darker and bluer. */
    void water() {
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

    void boats() {
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
        Colour hull = tone(CLOTH[random.nextInt(CLOTH.length)]);
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
    void square() {
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
}
