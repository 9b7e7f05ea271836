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
            double side = random.nextBoolean() ? .55 : -.55;
            Picture under = picture.copy();
            brush.fill((x, y) -> under.get(Math.max(0, x - (int) (size * 2.2)), y), 1, Brush.ellipse(cx + side * size, cy + .35 * size, .62 * size, 1.0 * size, angle + .6));
        }
        return new double[] {cx - size * 1.06, cy - size * 1.06, cx + size * 1.06, cy + size * 1.06};
    }

    private static void place(double[] points, int i, double cx, double cy, double x, double y, double cos, double sin) {
        points[2 * i] = cx + x * cos - y * sin;
        points[2 * i + 1] = cy + x * sin + y * cos;
    }

    /** Splashes of wall paint with runs and drops. Red paint stands for graphic violence. */
    static void splash(Picture picture, Colour paint, double amount, SplittableRandom random) {
        Noise noise = new Noise(random.nextLong());
        double side = Math.min(picture.width, picture.height);
        int count = 1 + (int) (amount * 3.5);
        double[][] blots = new double[count * 26][];
        for (int i = 0; i < count; i++) {
            double cx = picture.width * random.nextDouble(.18, .82);
            double cy = picture.height * random.nextDouble(.2, .62);
            double r = side * random.nextDouble(.10, .15) * (.6 + .6 * amount);
            blots[i * 26] = new double[] {cx, cy, r};
            for (int k = 1; k < 26; k++) {
                double a = random.nextDouble(2 * Math.PI);
                double far = r * (1.05 + 1.9 * random.nextDouble() * random.nextDouble());
                blots[i * 26 + k] = new double[] {cx + far * StrictMath.cos(a), cy + far * StrictMath.sin(a) * .85, r * .28 * random.nextDouble(.15, 1) * r / far * 1.5};
            }
        }
        paint(picture, paint, noise, blots);
        Brush brush = new Brush(picture);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < 5; k++) {
                double[] blot = blots[i * 26];
                double x = blot[0] + blot[2] * random.nextDouble(-.8, .8);
                double end = blot[1] + blot[2] * random.nextDouble(1.1, 2.6);
                double w = side * random.nextDouble(.008, .018);
                brush.line(paint.times(.9), w, x, blot[1] + blot[2] * .3, x + w * .2, end);
                brush.disc(paint.times(.86), x + w * .2, end, w * .75);
                brush.disc(paint.mix(Colour.WHITE, .45), x, end - w * .2, w * .22);
            }
        }
    }

    private static void paint(Picture picture, Colour paint, Noise noise, double[][] blots) {
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                double field = 0;
                for (double[] blot : blots) {
                    double dx = x - blot[0];
                    double dy = y - blot[1];
                    field += blot[2] * blot[2] / (dx * dx + dy * dy + 1);
                }
                double edge = field + .42 * noise.fractal(x / 22.0, y / 22.0, 4) * Math.min(1, field);
                double wet = Noise.step(.86, 1.02, edge);
                double gleam = Noise.step(1.0, 1.14, edge) * (1 - Noise.step(1.14, 1.5, edge));
                picture.blend(x, y, paint.times(.82 + .22 * gleam + .1 * noise.smooth(x / 30.0, y / 30.0)), wet * .97);
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
