package dev.docket.sample;

import java.util.SplittableRandom;

/** The harmless stand-ins for what a policy forbids, and the notices people put on pictures. Lengths follow the picture's shorter side. */
final class Marks {
    private static final String[] OFFERS = {
        "WIN 5000 TODAY", "FREE GIFT CARD", "SCAN TO CLAIM", "90% OFF NOW!", "EASY MONEY", "DOUBLE YOUR COINS", "YOU ARE CHOSEN!", "GRATIS GEWINN"};
    private static final String[] URGES = {"SCAN THE CODE", "ONLY 24 HOURS", "LIMITED OFFER", "TAP TO JOIN", "NO RISK 100%", "JETZT SICHERN"};
    private static final int[] SHOUTING = {0xF7D417, 0xE8262B, 0x18B34A, 0xFF7A00, 0x0F62D6, 0xE11D8F};
    private static final String[] HEADLINES = {
        "CITY HALL UNDER WATER", "RIVER BREAKS ITS BANKS", "VOTE HALTED AT NOON", "MAYOR LEAVES OFFICE", "HARBOUR IS CLOSED", "CROWDS AT THE GATE"};

    private Marks() {}

    /** A banner and a code-like block of the kind that sells nothing good. The block is random squares and can not be scanned. */
    static void advertise(Picture picture, double strength, SplittableRandom random) {
        Brush brush = new Brush(picture);
        double side = Math.min(picture.width, picture.height);
        Colour shout = Colour.hex(SHOUTING[random.nextInt(SHOUTING.length)]);
        Colour ink = shout.luma() > .5 ? Colour.hex(0x141414) : Colour.WHITE;
        double tall = side * (.11 + .09 * strength);
        boolean high = random.nextBoolean();
        double top = high ? side * .04 : picture.height - tall - side * .04;
        if (strength > .4) {
            brush.rectangle(shout, 0, top, picture.width, tall);
            brush.rectangle(shout.times(.7), 0, top + tall, picture.width, side * .012);
            fitted(brush, ink, OFFERS[random.nextInt(OFFERS.length)], picture.width / 2.0, top, tall, picture.width * .92);
        } else {
            double w = picture.width * .46;
            double x = random.nextBoolean() ? side * .04 : picture.width - w - side * .04;
            brush.rectangle((px, py) -> shout, .88, x, top, w, tall);
            fitted(brush, ink, OFFERS[random.nextInt(OFFERS.length)], x + w / 2, top, tall, w * .9);
        }
        double block = side * (.2 + .16 * strength);
        double bx = random.nextDouble(.06, .94) * (picture.width - block);
        double by = high ? picture.height - block - side * random.nextDouble(.07, .2) : side * random.nextDouble(.07, .2);
        squares(brush, bx, by, block, random);
        if (strength > .6) {
            Colour star = Colour.hex(SHOUTING[random.nextInt(SHOUTING.length)]);
            double cx = bx < picture.width / 2.0 ? Math.min(picture.width - side * .2, bx + block + side * .3) : Math.max(side * .2, bx - side * .3);
            burst(brush, star, cx, by + block / 2, side * .17);
            fitted(brush, Colour.WHITE, URGES[random.nextInt(URGES.length)], cx, by + block / 2 - side * .05, side * .1, side * .29);
        }
    }

    private static void fitted(Brush brush, Colour ink, String text, double cx, double top, double tall, double widest) {
        double size = Math.min(tall * .56, widest / Lettering.width(text, 1));
        Lettering.writeCentred(brush, ink, text, cx, top + (tall - size) / 2, size, .2);
    }

    private static void burst(Brush brush, Colour colour, double cx, double cy, double r) {
        double[] outline = new double[64];
        for (int i = 0; i < 32; i++) {
            double far = i % 2 == 0 ? r : r * .84;
            outline[2 * i] = cx + far * StrictMath.cos(i * Math.PI / 16);
            outline[2 * i + 1] = cy + far * StrictMath.sin(i * Math.PI / 16);
        }
        brush.fill(colour, outline);
    }

    /** Random black squares with a frame in each of the FOUR corners: it looks like a two-dimensional code and is none. */
    private static void squares(Brush brush, double x, double y, double size, SplittableRandom random) {
        int modules = 25;
        double m = size / (modules + 2);
        brush.rectangle(Colour.WHITE, x, y, size, size);
        for (int j = 0; j < modules; j++) {
            for (int i = 0; i < modules; i++) {
                boolean corner = (i < 8 || i > modules - 9) && (j < 8 || j > modules - 9);
                if (!corner && random.nextBoolean()) {
                    brush.rectangle(Colour.hex(0x101010), x + m * (i + 1), y + m * (j + 1), m, m);
                }
            }
        }
        for (int corner = 0; corner < 4; corner++) {
            double cx = x + m + (corner % 2) * (modules - 7) * m;
            double cy = y + m + (corner / 2) * (modules - 7) * m;
            brush.rectangle(Colour.hex(0x101010), cx, cy, 7 * m, 7 * m);
            brush.rectangle(Colour.WHITE, cx + m, cy + m, 5 * m, 5 * m);
            brush.rectangle(Colour.hex(0x101010), cx + 2 * m, cy + 2 * m, 3 * m, 3 * m);
        }
    }

    /** The restricted emblem, invented for this sample: a white jellyfish on a violet disc. It stands for nothing. */
    static double[] emblem(Picture picture, double size, double cx, double cy, double angle, boolean hidden, SplittableRandom random) {
        Brush brush = new Brush(picture);
        Picture under = picture.copy();
        Colour violet = Colour.hex(0xB012E6);
        Colour pale = Colour.hex(0xF7E9FF);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        brush.disc(Colour.hex(0x4B0866), cx, cy, size * 1.06);
        brush.disc(violet, cx, cy, size);
        double[] dome = new double[44];
        for (int i = 0; i < 22; i++) {
            double a = Math.PI * i / 21;
            place(dome, i, cx, cy, -.58 * size * StrictMath.cos(a), -.08 * size - .56 * size * StrictMath.sin(a), cos, sin);
        }
        brush.fill(pale, dome);
        for (int i = -1; i <= 1; i++) {
            double[] arm = new double[14];
            for (int k = 0; k < 7; k++) {
                place(arm, k, cx, cy, (.38 * i + .07 * StrictMath.sin(k * 1.4)) * size, (.06 + .1 * k) * size, cos, sin);
            }
            brush.line(pale, size * .13, arm);
        }
        if (hidden) {
            torn(picture, under, size, cx, cy, angle + random.nextDouble(-.6, .6), new Noise(random.nextLong()));
        }
        return new double[] {cx - size * 1.06, cy - size * 1.06, cx + size * 1.06, cy + size * 1.06};
    }

    /** A strip of the sticker scratched off: what was under it shows again. */
    private static void torn(Picture picture, Picture under, double size, double cx, double cy, double angle, Noise noise) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int y = (int) (cy - size * 1.2); y <= cy + size * 1.2; y++) {
            for (int x = (int) (cx - size * 1.2); x <= cx + size * 1.2; x++) {
                double across = ((x - cx) * cos + (y - cy) * sin) / size - .38 + .5 * noise.fractal(x / size * 2.2, y / size * 2.2, 4);
                picture.blend(x, y, under.get(x, y), Noise.step(-.02, .03, across));
            }
        }
    }

    private static void place(double[] points, int i, double cx, double cy, double x, double y, double cos, double sin) {
        points[2 * i] = cx + x * cos - y * sin;
        points[2 * i + 1] = cy + x * sin + y * cos;
    }

    /** Splashes of wall paint with spikes, drops and runs. Red paint stands for graphic violence. */
    static void splash(Picture picture, Colour paint, double amount, SplittableRandom random) {
        Noise noise = new Noise(random.nextLong());
        double side = Math.min(picture.width, picture.height);
        int count = 2 + (int) (amount * 3);
        double[][] blots = new double[count][];
        for (int i = 0; i < count; i++) {
            double r = side * random.nextDouble(.09, .17) * (.55 + .65 * amount) * (i == 0 ? 1.25 : .8);
            blots[i] = new double[] {picture.width * random.nextDouble(.18, .82), picture.height * random.nextDouble(.2, .6), r, random.nextDouble(6.28)};
        }
        Brush brush = new Brush(picture);
        for (double[] blot : blots) {
            runs(brush, paint, side, blot, random);
        }
        spread(picture, paint, noise, blots);
        for (double[] blot : blots) {
            drops(brush, paint, blot, amount, random);
        }
    }

    private static void runs(Brush brush, Colour paint, double side, double[] blot, SplittableRandom random) {
        for (int k = 0; k < 6; k++) {
            double x = blot[0] + blot[2] * random.nextDouble(-.75, .75);
            double end = blot[1] + blot[2] * random.nextDouble(1.0, 2.5);
            double w = side * random.nextDouble(.006, .015);
            brush.line(paint.times(.88), w, x, blot[1], x + w * .2, end);
            brush.disc(paint.times(.84), x + w * .2, end, w * .8);
            brush.disc(paint.mix(Colour.WHITE, .5), x, end - w * .2, w * .22);
        }
    }

    /** Drops thrown outwards, long ones near, small ones far. */
    private static void drops(Brush brush, Colour paint, double[] blot, double amount, SplittableRandom random) {
        for (int k = 0; k < 18 + 26 * amount; k++) {
            double a = random.nextDouble(2 * Math.PI);
            double far = blot[2] * (1.15 + 1.7 * random.nextDouble() * random.nextDouble());
            double r = blot[2] * .11 * random.nextDouble(.2, 1) * blot[2] / far;
            double x = blot[0] + far * StrictMath.cos(a);
            double y = blot[1] + far * StrictMath.sin(a) * .9;
            brush.fill(paint.times(random.nextDouble(.82, .98)), Brush.ellipse(x, y, r * random.nextDouble(1, 2.6), r, a));
        }
    }

    private static void spread(Picture picture, Colour paint, Noise noise, double[][] blots) {
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                double edge = -1;
                for (double[] blot : blots) {
                    double dx = (x - blot[0]) / blot[2];
                    double dy = (y - blot[1]) / blot[2];
                    double d = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                    double spikes = noise.smooth(dx / d * 3.4 + blot[3], dy / d * 3.4) * .3 + noise.smooth(dx / d * 9 + blot[3], dy / d * 9) * .16;
                    edge = Math.max(edge, 1 + spikes - d);
                }
                edge += .07 * noise.fractal(x / 12.0, y / 12.0, 3);
                double wet = Noise.step(-.005, .035, edge);
                if (wet > 0) {
                    double rim = Noise.step(.0, .05, edge) * (1 - Noise.step(.06, .16, edge));
                    double gleam = Noise.step(.28, .5, noise.fractal(x / 34.0, y / 26.0, 3)) * Noise.step(.1, .25, edge);
                    Colour coat = paint.times(.9 + .12 * rim + .14 * noise.smooth(x / 40.0, y / 40.0)).mix(Colour.WHITE, .16 * gleam);
                    picture.blend(x, y, coat, wet * .97);
                }
            }
        }
    }

    /** The notice honest makers put on generated pictures. */
    static void discloseAi(Picture picture, boolean left) {
        Brush brush = new Brush(picture);
        double size = Math.min(picture.width, picture.height) * .13;
        double w = size * 1.5;
        double x = left ? size * .35 : picture.width - w - size * .35;
        double y = picture.height - size * 1.3;
        brush.rectangle(Colour.WHITE, x - size * .07, y - size * .07, w + size * .14, size * 1.14);
        brush.rectangle(Colour.hex(0x1F2430), x, y, w, size);
        Lettering.writeCentred(brush, Colour.WHITE, "AI", x + w / 2, y + size * .2, size * .6, .19);
    }

    /** A television-style strip that lends a made-up event weight. */
    static void headline(Picture picture, SplittableRandom random) {
        Brush brush = new Brush(picture);
        double h = picture.height * .13;
        double y = picture.height - h * 1.35;
        double tag = picture.width * .2;
        brush.rectangle((px, py) -> Colour.hex(0x12264A).mix(Colour.hex(0x1E3D73), (double) px / picture.width), .97, 0, y, picture.width, h);
        brush.rectangle(Colour.hex(0xC8CCD2), 0, y - h * .08, picture.width, h * .08);
        brush.rectangle(Colour.hex(0xC21F2B), 0, y, tag, h);
        fitted(brush, Colour.WHITE, "LIVE", tag / 2, y, h * .8, tag * .7);
        fitted(brush, Colour.hex(0xF5F6F8), HEADLINES[random.nextInt(HEADLINES.length)], tag + (picture.width - tag) / 2, y, h * .8, (picture.width - tag) * .9);
    }

    /** A maker's small credit in a corner: text on a picture that breaks no rule. */
    static void credit(Picture picture, String text) {
        double size = picture.height * .035;
        Lettering.write(new Brush(picture), Colour.WHITE.times(.93), text, size, picture.height - 2 * size, size, .17);
    }
}
