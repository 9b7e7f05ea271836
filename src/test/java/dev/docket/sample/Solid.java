package dev.docket.sample;

import java.util.SplittableRandom;

/** A thing on a table, by its distance function: how far a point is from the surface, negative inside. Lengths in units of about 10 cm. */
record Solid(Form form, double x, double z, double size, double tall, Colour colour, Colour second, Finish finish) {

    /** Shapes things have. */
    enum Form { BALL, FRUIT, BOX, VASE, BOTTLE, BOWL, CONE, RING, CYLINDER }

    /** How a surface looks close by. */
    enum Finish { MATT, GLAZED, STRIPED, SPECKLED }

    /** Some things that do not stand in each other. {@code spread} 1 fills a wide picture. */
    static Solid[] arranged(SplittableRandom random, double hue, double spread) {
        Solid[] solids = new Solid[random.nextInt(4, 7 + (spread < .8 ? -1 : 1))];
        for (int i = 0; i < solids.length; i++) {
            Solid candidate = any(random, hue, spread);
            for (int attempt = 0; attempt < 80 && candidate.touches(solids, i); attempt++) {
                candidate = any(random, hue, spread);
            }
            solids[i] = candidate.touches(solids, i) ? candidate.at((-1.6 + .7 * i) * spread, 2.1) : candidate;
        }
        return solids;
    }

    private static Solid any(SplittableRandom random, double hue, double spread) {
        Form form = Form.values()[random.nextInt(Form.values().length)];
        double shade = hue + (random.nextInt(3) == 0 ? .5 : 0) + random.nextDouble(-.09, .09);
        Colour colour = Colour.hsv(shade, random.nextDouble(.25, .85), random.nextDouble(.5, .95)).toLight();
        Colour second = Colour.hsv(shade + .07, .25, .93).toLight();
        Finish finish = Finish.values()[random.nextInt(Finish.values().length)];
        if (form == Form.FRUIT) {
            colour = Colour.hsv(random.nextDouble(.0, .27), .85, .85).toLight();
            finish = Finish.SPECKLED;
        }
        boolean slim = form == Form.VASE || form == Form.BOTTLE;
        double size = random.nextDouble(.42, .72) * (slim ? .8 : 1);
        double depth = slim ? random.nextDouble(.3, 1.5) : random.nextDouble(-1.3, 1.1);
        double reach = (1.2 + .36 * (depth + 1.3)) * spread;
        return new Solid(form, random.nextDouble(-reach, reach), depth, size, random.nextDouble(1.5, 2.5), colour, second, finish);
    }

    private Solid at(double newX, double newZ) {
        return new Solid(form, newX, newZ, size, tall, colour, second, finish);
    }

    private boolean touches(Solid[] others, int count) {
        for (int i = 0; i < count; i++) {
            double dx = others[i].x - x;
            double dz = others[i].z - z;
            if (dx * dx + dz * dz < 1.25 * (others[i].reach() + reach()) * (others[i].reach() + reach())) {
                return true;
            }
        }
        return false;
    }

    private double reach() {
        return form == Form.BOWL ? size * 1.3 : form == Form.BOX ? size * 1.05 : size;
    }

    double distance(double px, double py, double pz) {
        double dx = px - x;
        double dz = pz - z;
        double around = Math.sqrt(dx * dx + dz * dz);
        return switch (form) {
            case BALL -> length(around, py - size) - size;
            case FRUIT -> (length(around - size * .22, (py - size * .82) * 1.08) - size * .74) * .85;
            case BOX -> box(dx * .87 + dz * .5, py - size * .8, dz * .87 - dx * .5);
            case VASE -> profile(around, py, size * (.45 + .55 * hump((py - .1) / (size * tall * 1.1))));
            case BOTTLE -> profile(around, py, size * (py < size * tall * .6 ? .72 : .72 - .46 * Noise.step(size * tall * .6, size * tall * .85, py)));
            case BOWL -> Math.max(Math.abs(length(around, py - size * 1.15) - size * 1.15) - .045, py - size * .95) * .9;
            case CONE -> Math.max(-py, (around + (py - size * 1.9) * .5) * .88) - .03;
            case RING -> length(length(dx * .9 + dz * .4, py - size) - size * .74, dz * .9 - dx * .4) - size * .26;
            case CYLINDER -> length(Math.max(around - size * .75, 0), Math.max(Math.abs(py - size * .7) - size * .66, 0)) - .04;
        };
    }

    /** Swells and narrows once between 0 and 1, flares at the top. */
    private static double hump(double t) {
        double s = StrictMath.sin(Math.clamp(t, 0, 1) * 4.4 + .2);
        return .5 + .5 * s;
    }

    private double profile(double around, double py, double radius) {
        double top = size * tall;
        double side = around - radius;
        double cap = Math.max(py - top, -py);
        return Math.max(side, cap) * .72 - .02;
    }

    private double box(double bx, double by, double bz) {
        double qx = Math.max(Math.abs(bx) - size * .76, 0);
        double qy = Math.max(Math.abs(by) - size * .74, 0);
        double qz = Math.max(Math.abs(bz) - size * .76, 0);
        return Math.sqrt(qx * qx + qy * qy + qz * qz) - .06;
    }

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    /** The surface's own colour at a point of it. */
    Colour albedo(double px, double py, double pz, Noise noise) {
        double grain = noise.fractal(px * 4 + x * 9, (py + pz) * 4, 4);
        return switch (finish) {
            case MATT -> colour.times(1 + .25 * grain);
            case GLAZED -> colour.mix(second, Noise.step(.1, .5, grain) * .35);
            case STRIPED -> StrictMath.sin(py * 11 / size) > .25 ? second : colour;
            case SPECKLED -> colour.mix(second, noise.cell(px * 9, (py + pz) * 9).nearest() < .2 ? .5 : 0).times(1 + .3 * grain);
        };
    }

    double gloss() {
        return switch (finish) {
            case MATT -> .015;
            case GLAZED -> .07;
            case STRIPED -> .05;
            case SPECKLED -> .035;
        };
    }
}
