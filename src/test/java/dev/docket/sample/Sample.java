package dev.docket.sample;

import java.util.Optional;

/**
 * One sample as planned, before a pixel is drawn.
 *
 * @param number 1..200, names the file; in shuffled order, so that it tells nothing
 * @param turn place among the samples of its kind, from 0
 * @param cluster name of its near-duplicate cluster
 * @param variant 0 the first picture of a cluster, 1 and 2 its copies
 * @param strength 0..1, how plain its marks are
 */
record Sample(
        int number, SampleKind kind, int turn, long seed, Motif motif, Optional<String> cluster, int variant,
        double strength, boolean ambiguous, boolean gold, Format format, int width, int height) {

    /** Place of the picture this one is a copy of; its own when it is no copy. */
    int first() {
        return turn - variant;
    }

    String id() {
        return "sample-%03d".formatted(number);
    }

    String file() {
        return "images/img-%03d.%s".formatted(number, format.extension);
    }
}
