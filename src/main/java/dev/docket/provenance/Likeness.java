package dev.docket.provenance;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.hash.PdqHasher;
import dev.docket.hash.PerceptualHash;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;

/**
 * How far a thumbnail is from its picture, however a camera made it: lying on its side or mirrored, with bars along two edges, squeezed, or of the
 * picture's middle alone.
 */
final class Likeness {
    /** With less structure a hash says nothing. */
    private static final int LEAST_QUALITY = 50;
    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 256;
    private static final double SAME_SHAPE = 0.02;

    private static final PdqHasher HASHER = new PdqHasher();

    /** Bits of 256 in which their PDQ hashes differ, in the way in which they differ least; empty where one of them is too small or too plain to tell. */
    static OptionalInt distance(DecodedImage picture, DecodedImage thumbnail) {
        if (Math.min(thumbnail.width(), thumbnail.height()) < LEAST_SIDE) {
            return OptionalInt.empty();
        }
        DecodedImage whole = Renditions.scaled(picture, MOST_SIDE);
        PerceptualHash wholly = HASHER.hash(whole);
        OptionalInt least = OptionalInt.empty();
        for (DecodedImage turned : turns(Renditions.scaled(thumbnail, MOST_SIDE))) {
            PerceptualHash shown = HASHER.hash(turned);
            least = nearer(least, wholly, shown);
            if (Math.abs(shape(turned) / shape(whole) - 1) > SAME_SHAPE) {
                least = nearer(least, wholly, HASHER.hash(middle(turned, shape(whole))));
                least = nearer(least, HASHER.hash(middle(whole, shape(turned))), shown);
            }
        }
        return least;
    }

    private static OptionalInt nearer(OptionalInt least, PerceptualHash one, PerceptualHash other) {
        return Math.min(one.quality(), other.quality()) < LEAST_QUALITY ? least : OptionalInt.of(Math.min(least.orElse(256), one.distance(other)));
    }

    /** In the eight ways in which it can lie. */
    private static List<DecodedImage> turns(DecodedImage image) {
        List<DecodedImage> turns = new ArrayList<>(List.of(image));
        for (int quarter = 1; quarter < 4; quarter++) {
            DecodedImage last = turns.getLast();
            turns.add(drawn(last.height(), last.width(), (x, y) -> last.argb()[(last.height() - 1 - x) * last.width() + y], last));
        }
        turns.addAll(turns.stream().map(one -> drawn(one.width(), one.height(), (x, y) -> one.argb()[y * one.width() + one.width() - 1 - x], one)).toList());
        return turns;
    }

    /** As much of the middle as has this shape. */
    private static DecodedImage middle(DecodedImage image, double shape) {
        int width = Math.clamp(Math.round(image.height() * shape), 1, image.width());
        int height = Math.clamp(Math.round(image.width() / shape), 1, image.height());
        int left = (image.width() - width) / 2;
        int top = (image.height() - height) / 2;
        return drawn(width, height, (x, y) -> image.argb()[(top + y) * image.width() + left + x], image);
    }

    private static double shape(DecodedImage image) {
        return (double) image.width() / image.height();
    }

    private static DecodedImage drawn(int width, int height, IntBinaryOperator pixel, DecodedImage of) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = pixel.applyAsInt(i % width, i / width);
        }
        return new DecodedImage(width, height, argb, of.header(), of.partial());
    }

    private Likeness() {}
}
