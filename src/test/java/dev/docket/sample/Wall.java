package dev.docket.sample;

import java.util.SplittableRandom;

/** A brick or plaster wall in side light: the ground for paint splashes and for plain wall pictures. */
final class Wall implements Scene {

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random.nextLong());
        boolean brick = random.nextInt(3) > 0;
        double hue = random.nextDouble(.02, .14);
        double tone = random.nextDouble(.45, .8);
        double course = Math.max(width, height) / random.nextDouble(15, 22);
        double side = random.nextBoolean() ? 1 : -1;
        double skirting = height * random.nextDouble(.82, .9);
        return Picture.painted(width, height, (x, y) -> {
            double light = .82 + .3 * side * (x / (double) width - .5) + .12 * (1 - y / (double) height);
            if (y > skirting) {
                double grain = noise.fractal(x / 60.0, (y - skirting) / 12.0, 4);
                double dark = Noise.step(0, 26, y - skirting);
                return Colour.hsv(.08, .12, .42).times((.6 + .35 * dark + .25 * grain) * light);
            }
            double stain = 1 - .3 * Math.max(0, noise.fractal(x / 150.0, y / 300.0, 4)) - .12 * Noise.step(skirting - 60, skirting, y);
            return (brick ? brick(noise, x, y, course, hue, tone) : plaster(noise, x, y, hue, tone)).times(light * stain);
        });
    }

    private static Colour plaster(Noise noise, int x, int y, double hue, double tone) {
        double rough = noise.fractal(x / 40.0, y / 40.0, 6);
        double lit = noise.fractal((x + 2) / 40.0, (y + 2) / 40.0, 6) - rough;
        double crack = Math.abs(noise.fractal(x / 170.0, y / 170.0, 5) - .08);
        return Colour.hsv(hue + .04, .16, Math.min(.92, tone + .15)).times((1 + .2 * rough - 1.4 * lit) * (crack < .0035 ? .6 : 1));
    }

    private static Colour brick(Noise noise, int x, int y, double course, double hue, double tone) {
        double row = y / course * 2;
        int j = Noise.floor(row);
        double along = x / course + (j % 2) * .5;
        int i = Noise.floor(along);
        double u = along - i + .02 * noise.smooth(x / 9.0, y / 9.0);
        double v = row - j + .04 * noise.smooth(y / 9.0, x / 9.0);
        double joint = Math.min(Math.min(u, 1 - u) * 2, Math.min(v, 1 - v));
        double stone = Noise.step(.05, .13, joint);
        double number = noise.at(i, j);
        double grain = noise.fractal(x / 7.0, y / 7.0, 4);
        double rim = Noise.step(.13, .2, v) * .06 - (1 - Noise.step(.2, .13, 1 - v)) * .02;
        Colour clay = Colour.hsv(hue + .03 * (number - .5), .42, tone * (.72 + .35 * number)).times(1 + .28 * grain + rim);
        return Colour.hsv(.1, .1, .56 + .1 * grain).mix(clay, stone);
    }
}
