package dev.docket.watermark.copy;

import dev.docket.decode.DecodedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks for the number of a copy: where the picture is cut, in every place a block can begin; where it was scaled, at the sizes that
 * copies were written in and at common factors; where it was made brighter or paler, at other strengths of colour. Several threads.
 */
public final class MarkReader {
    /** How far the votes stand out of chance before a frame is looked for in them; 1 is chance, by a sixth more or less. */
    static final double LEAST_STRENGTH = 2.2;
    /** How much other the sides' proportion may be, for a size to be tried. */
    private static final double SAME_SHAPE = 0.015;
    /** Pixels between the places where a block may begin: half of that is no matter to its mean. */
    private static final int PACE = 2;
    private static final int MOST_SIZES = 200;
    private static final double[] FACTORS = {2, 4.0 / 3, 1.5, 1.25, 0.5, 0.75};
    private static final double[] GAINS = {1.025, 0.975, 1.05, 0.95, 1.075, 0.925, 1.1, 0.9, 1.125, 0.875, 1.15, 0.85, 1.2, 0.8, 1.25};

    /**
     * A number that was read.
     *
     * @param strength how far above chance, which is 1
     * @param falsePositive how likely all that was tried finds some number in a picture without one, where bits fall like coins
     * @param how where it was found: whole, cut, scaled or recoloured
     */
    public record Reading(long number, double strength, double falsePositive, String how) {}

    /** The size of a picture. */
    public record Size(int width, int height) {}

    /** How a picture may have come out of a copy. */
    private record Way(double scaleX, double scaleY, double gain, boolean cut, String how) {}

    /** @param sizes in which copies were written, those most likely first */
    public Optional<Reading> read(DecodedImage picture, List<Size> sizes) {
        ChromaSums sums = new ChromaSums(picture);
        int tried = 0;
        for (Way way : ways(picture, sizes)) {
            int places = way.cut() ? Chroma.BLOCK / PACE : 1;
            for (int place = 0; place < places * places; place++) {
                tried++;
                double x = way.cut() ? PACE * (place % places) : -sums.left / way.scaleX();
                double y = way.cut() ? PACE * (place / places) : -sums.top / way.scaleY();
                BlockVotes votes = BlockVotes.of(sums, x, y, way.scaleX(), way.scaleY(), way.gain());
                OptionalLong number = votes.strength() < LEAST_STRENGTH ? OptionalLong.empty() : votes.number();
                if (number.isPresent()) {
                    return Optional.of(new Reading(number.getAsLong(), votes.strength(), Math.min(1, (double) tried * BlockVotes.FRAMES / (1L << 32)), way.how()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Way> ways(DecodedImage picture, List<Size> sizes) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(1, 1, 1, false, "whole"));
        List<Size> fitting = sizes.stream().distinct().filter(size -> isScaled(picture, size)).limit(MOST_SIZES).toList();
        for (Size size : fitting) {
            ways.add(new Way((double) picture.width() / size.width(), (double) picture.height() / size.height(), 1, false, "scaled"));
        }
        ways.add(new Way(1, 1, 1, true, "cut"));
        for (double gain : GAINS) {
            ways.add(new Way(1, 1, gain, false, "recoloured"));
        }
        for (double factor : FACTORS) {
            ways.add(new Way(1 / factor, 1 / factor, 1, true, "scaled"));
        }
        for (double gain : GAINS) {
            ways.add(new Way(1, 1, gain, true, "cut and recoloured"));
        }
        return ways;
    }

    /** Whether the picture may be a copy of that size, made smaller or larger. */
    private static boolean isScaled(DecodedImage picture, Size size) {
        double x = (double) picture.width() / size.width();
        double y = (double) picture.height() / size.height();
        return !(x == 1 && y == 1) && Math.abs(x / y - 1) < SAME_SHAPE && x > 0.2 && x < 5;
    }
}
