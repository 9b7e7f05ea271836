package dev.docket.sample;

import java.util.SplittableRandom;

/** What all parts of a town share: the picture, the light of the hour, and a {@code unit}, a hundredth of the picture's larger side. */
abstract class TownPart {
    static final int[] CLOTH = {0xA93A32, 0x2F5C8A, 0x3C7A55, 0xC08A2E, 0x7A3B5E};
    final Picture picture;
    final Brush brush;
    final int width;
    final int height;
    final double unit;
    /** Row of the water's or the paving's edge. */
    final double quay;
    final Noise noise;
    final SplittableRandom random;
    final Sky.Hour hour;
    final Sky sky;
    /** Share of windows with a lamp behind them. */
    final double lit;
    private final Colour ambient;

    TownPart(int width, int height, Sky.Hour hour, SplittableRandom random) {
        this.width = width;
        this.height = height;
        this.hour = hour;
        this.random = random;
        unit = Math.max(width, height * 1.15) / 100.0;
        quay = height * random.nextDouble(.58, .66);
        noise = new Noise(random.nextLong());
        picture = new Picture(width, height);
        brush = new Brush(picture);
        sky = Sky.of(hour, random);
        ambient = ambient(hour);
        lit = lit(hour);
    }

    /** Another part of the same town. */
    TownPart(TownPart town) {
        picture = town.picture;
        brush = town.brush;
        width = town.width;
        height = town.height;
        unit = town.unit;
        quay = town.quay;
        noise = town.noise;
        random = town.random;
        hour = town.hour;
        sky = town.sky;
        lit = town.lit;
        ambient = town.ambient;
    }

    private static Colour ambient(Sky.Hour hour) {
        return switch (hour) {
            case MORNING -> new Colour(1.0, .95, .87);
            case NOON -> new Colour(1.04, 1.02, .98);
            case GOLDEN -> new Colour(1.05, .87, .66);
            case DUSK -> new Colour(.66, .55, .62);
            case OVERCAST -> new Colour(.84, .87, .9);
            case NIGHT -> new Colour(.3, .35, .5);
        };
    }

    private static double lit(Sky.Hour hour) {
        return switch (hour) {
            case NIGHT -> .55;
            case DUSK -> .42;
            case GOLDEN, OVERCAST -> .14;
            default -> .03;
        };
    }

    /** A surface's colour in the light of the hour. */
    final Colour tone(int rgb) {
        return Colour.hex(rgb).times(ambient);
    }

    final Colour tone(Colour colour) {
        return colour.times(ambient);
    }
}
