package dev.docket.sample;

/** The fronts of a town: plaster, windows, roofs, shops, and the tower with its clock. */
final class TownHouses extends TownPart {
    private static final int[] PLASTER = {
        0xD9CDB6, 0xC7A98B, 0xB0735A, 0xE2D3A9, 0xA9A39A, 0xD7B27C, 0x9C5A49, 0xB9C3C9, 0xE6DFD2, 0x8E7F74, 0xC98E62, 0x7F8FA0, 0xA8B59A};
    private static final int[] ROOF = {0x8A4B3B, 0x6E4038, 0x4C535C, 0x5C4B44, 0x9B5A42, 0x3F4750};

    TownHouses(TownPart town) {
        super(town);
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

    /** A house whose left front corner is at {@code x}. */
    void house(double x, double w, double h) {
        int rgb = PLASTER[random.nextInt(PLASTER.length)];
        double top = quay - h;
        double roofHeight = random.nextDouble(2.4, 6.5) * unit;
        chimney(x + w * random.nextDouble(.15, .75), top - roofHeight * .45);
        roof(x, top, w, roofHeight, rgb);
        brush.rectangle(wall(rgb, x, top, w, h), 1, x, top, w, h);
        brush.rectangle(tone(rgb).times(.72), x + w - .35 * unit, top, .35 * unit, h);
        brush.rectangle(tone(rgb).mix(tone(Colour.WHITE), .45), x - .3 * unit, top - .5 * unit, w + .6 * unit, .9 * unit);
        brush.rectangle((px, py) -> Colour.BLACK, .22, x, top + .4 * unit, w, .5 * unit);
        int columns = (int) Math.max(2, Math.round(w / (3.6 * unit)));
        int floors = (int) Math.max(2, Math.round((h - 6.5 * unit) / (5.2 * unit)));
        double floor = (h - 7 * unit) / floors;
        boolean shutters = random.nextInt(3) == 0;
        int shutter = CLOTH[random.nextInt(CLOTH.length)];
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
        brush.rectangle(tone(CLOTH[random.nextInt(CLOTH.length)]).times(.6), door, top + .6 * unit, 2.5 * unit, 5 * unit);
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
        Colour colour = tone(CLOTH[random.nextInt(CLOTH.length)]);
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

    void tower(double x, double w) {
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
}
