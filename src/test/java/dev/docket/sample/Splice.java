package dev.docket.sample;

import java.util.SplittableRandom;

/** A piece put where it was not: cut from another picture or copied within one, with the outline of what was changed. */
record Splice(Picture picture, double[] outline) {

    /** Pastes a resampled piece of {@code donor}; the piece's noise, sharpness and light are not the host's. */
    static Splice pasted(Picture host, Picture donor, double strength, SplittableRandom random) {
        double rx = host.width * random.nextDouble(.13, .19) * (.75 + .5 * strength);
        double ry = host.height * random.nextDouble(.15, .22) * (.75 + .5 * strength);
        double cx = host.width * random.nextDouble(.25, .75);
        double cy = host.height * random.nextDouble(.35, .68);
        double[] outline = blob(cx, cy, rx, ry, random);
        double zoom = random.nextDouble(1.25, 1.7);
        double fromX = donor.width * random.nextDouble(.35, .65);
        double fromY = donor.height * random.nextDouble(.45, .7);
        Picture sharp = Passes.sharpened(donor, 1.1 * strength);
        Picture result = host.copy();
        new Brush(result).fill((x, y) -> sharp.between(fromX + (x - cx) / zoom, fromY + (y - cy) / zoom).times(1 + .12 * strength), 1, outline);
        return new Splice(result, outline);
    }

    /** Copies several pieces of the picture to other places of it, a little enlarged. */
    static Splice moved(Picture host, double strength, SplittableRandom random) {
        double rx = host.width * random.nextDouble(.12, .17) * (.75 + .5 * strength);
        double ry = host.height * random.nextDouble(.14, .2) * (.75 + .5 * strength);
        double cx = host.width * random.nextDouble(.3, .7);
        double cy = host.height * random.nextDouble(.35, .65);
        double shift = (cx < host.width / 2.0 ? 1 : -1) * host.width * random.nextDouble(.2, .3);
        double[] outline = blob(cx, cy, rx, ry, random);
        Picture sharp = Passes.sharpened(host, .9 * strength);
        Picture result = host.copy();
        new Brush(result).fill((x, y) -> sharp.between(cx + shift + (x - cx) / 1.12, cy + (y - cy) / 1.12), 1, outline);
        return new Splice(result, outline);
    }

    private static double[] blob(double cx, double cy, double rx, double ry, SplittableRandom random) {
        int corners = 18;
        double[] outline = new double[corners * 2];
        double a = random.nextDouble(6.28);
        double b = random.nextDouble(6.28);
        for (int i = 0; i < corners; i++) {
            double t = 2 * Math.PI * i / corners;
            double far = 1 + .1 * StrictMath.sin(2 * t + a) + .07 * StrictMath.sin(3 * t + b);
            outline[2 * i] = cx + rx * far * StrictMath.cos(t);
            outline[2 * i + 1] = cy + ry * far * StrictMath.sin(t);
        }
        return outline;
    }
}
