package dev.docket.sample;

import java.util.SplittableRandom;

/** A portrait of an invented figurine. One look, teal skin with a crest of orange, is "Ora", the protected avatar of this sample; others are free. */
final class Avatar implements Scene {
    private final boolean ora;
    private final double likeness;

    /** @param likeness for Ora: 1 just like it, towards 0 less and less */
    Avatar(boolean ora, double likeness) {
        this.ora = ora;
        this.likeness = likeness;
    }

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random.nextLong());
        double hue = random.nextDouble();
        Colour skin = ora ? Colour.hex(0x1FB5AE).mix(Colour.hex(0x6FA58E), 1 - likeness) : Colour.hsv(.04 + .08 * random.nextDouble(), random.nextDouble(.25, .5), random.nextDouble(.5, .95));
        Colour crest = ora ? Colour.hex(0xFF8A1E).mix(Colour.hex(0xC7A23A), 1 - likeness) : Colour.hsv(hue, .4, random.nextDouble(.2, .6));
        Colour coat = ora ? Colour.hex(0x27408F) : Colour.hsv(hue + .4, .35, .5);
        Colour back = Colour.hsv(random.nextDouble(), .22, random.nextDouble(.45, .8));
        Picture picture = Picture.painted(width * 2, height * 2, (x, y) -> {
            double dx = (x - width * 1.25) / width;
            double dy = (y - height * .8) / height;
            return back.times(1.12 - .45 * (dx * dx + dy * dy) + .06 * noise.fractal(x / 120.0, y / 120.0, 4));
        });
        double unit = Math.min(width, height) * 2 / 10.0;
        double cx = width + unit * random.nextDouble(-.9, .9);
        double cy = height * 2 * .5;
        double turn = random.nextDouble(-.35, .35);
        figure(picture, unit, cx, cy, turn, new Colour[] {skin, crest, coat}, noise);
        return picture.resized(width, height);
    }

    private void figure(Picture picture, double unit, double cx, double cy, double turn, Colour[] colours, Noise noise) {
        round(picture, colours[2], cx, cy + 5.0 * unit, 3.9 * unit, 2.9 * unit, 0, noise);
        round(picture, colours[0].times(.86), cx, cy + 2.4 * unit, .95 * unit, 1.5 * unit, 0, noise);
        round(picture, colours[2].times(1.25), cx, cy + 3.1 * unit, 1.7 * unit, .62 * unit, 0, noise);
        for (int i = -3; i <= 3; i++) {
            double a = i * .36 + turn * .4;
            round(picture, colours[1], cx + 2.3 * unit * StrictMath.sin(a), cy - .6 * unit - 2.25 * unit * StrictMath.cos(a), .62 * unit, (ora ? 1.35 : .8) * unit, a, noise);
        }
        round(picture, colours[0].times(.9), cx - 2.15 * unit + turn * unit, cy + .2 * unit, .5 * unit, .7 * unit, .2, noise);
        round(picture, colours[0].times(.9), cx + 2.15 * unit + turn * unit, cy + .2 * unit, .5 * unit, .7 * unit, -.2, noise);
        round(picture, colours[0], cx, cy, 2.2 * unit, 2.7 * unit, 0, noise);
        double fx = cx + turn * 1.6 * unit;
        for (int side = -1; side <= 1; side += 2) {
            double ex = fx + side * .85 * unit;
            round(picture, Colour.hex(0xF4F2EA), ex, cy - .25 * unit, .5 * unit, .36 * unit, 0, noise);
            round(picture, colours[1].times(.7), ex + turn * .3 * unit, cy - .25 * unit, .25 * unit, .28 * unit, 0, noise);
            new Brush(picture).disc(Colour.hex(0x101318), ex + turn * .35 * unit, cy - .25 * unit, .13 * unit);
            new Brush(picture).disc(Colour.WHITE, ex + turn * .35 * unit - .08 * unit, cy - .36 * unit, .06 * unit);
            new Brush(picture).line(colours[1].times(.55), .16 * unit, ex - .5 * unit, cy - .78 * unit, ex, cy - .92 * unit, ex + .5 * unit, cy - .78 * unit);
        }
        round(picture, colours[0].times(1.08), fx + turn * .4 * unit, cy + .45 * unit, .3 * unit, .5 * unit, 0, noise);
        new Brush(picture).line(colours[0].times(.45), .15 * unit, fx - .6 * unit, cy + 1.42 * unit, fx, cy + 1.6 * unit, fx + .6 * unit, cy + 1.4 * unit);
    }

    /** An ellipse shaded like a ball lit from the upper left, with a soft shade on what lies under it. */
    private static void round(Picture picture, Colour colour, double cx, double cy, double rx, double ry, double angle, Noise noise) {
        Brush brush = new Brush(picture);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        brush.fill((x, y) -> Colour.BLACK, .16, Brush.ellipse(cx + rx * .06, cy + ry * .1, rx * 1.04, ry * 1.04, angle));
        brush.fill((x, y) -> {
            double dx = x - cx;
            double dy = y - cy;
            double u = (dx * cos + dy * sin) / rx;
            double v = (dy * cos - dx * sin) / ry;
            double up = Math.sqrt(Math.max(0, 1 - u * u - v * v));
            double gx = u * cos - v * sin;
            double gy = u * sin + v * cos;
            double facing = Math.max(0, -.45 * gx - .55 * gy + .7 * up);
            double glint = Math.max(0, -.38 * gx - .5 * gy + .78 * up - .955) * 9;
            double rim = (1 - up) * (1 - up) * .18;
            return colour.toLight().times(.18 + 1.0 * facing + rim).times(1 + .06 * noise.smooth(x / 5.0, y / 5.0)).plus(Colour.grey(glint * .5)).toScreen();
        }, 1, Brush.ellipse(cx, cy, rx, ry, angle));
    }
}
