package dev.docket.retrain;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers that privacy hangs on. A normal number is the half sum of four (Box and Muller 1958), so that none can be
 * solved for from its low bits (Holohan and Braghin 2021, arXiv 2107.10138; as Opacus' secure mode), and what was noised is
 * rounded to a coarse grid, so that its low bits tell nothing either (Mironov 2012). One thread.
 */
final class SecureGaussian {
    /** Noised sums are multiples of this share of the clipping norm: coarser by far than rounding, finer by far than the noise. */
    static final double GRID = 0x1p-20;

    private final RandomGenerator source;
    private final ByteBuffer drawn = ByteBuffer.allocate(1 << 13).flip();

    /** From the system's secure source. */
    SecureGaussian() {
        this(new SecureRandom());
    }

    /** @param source another one than {@link SecureRandom} gives no privacy: for tests */
    SecureGaussian(RandomGenerator source) {
        this.source = source;
    }

    /** Above 0, at most 1; 2^53 values. */
    double uniform() {
        if (!drawn.hasRemaining()) {
            source.nextBytes(drawn.array());
            drawn.clear();
        }
        return ((drawn.getLong() >>> 11) + 1) * 0x1p-53;
    }

    /** Of mean 0 and deviation 1. */
    double normal() {
        return (pair() + pair()) / 2;
    }

    /** The sum of two independent normal numbers. */
    private double pair() {
        double radius = Math.sqrt(-2 * StrictMath.log(uniform()));
        double angle = 2 * Math.PI * uniform();
        return radius * (StrictMath.cos(angle) + StrictMath.sin(angle));
    }

    /** The value with noise of this deviation, on the grid of this clipping norm. */
    double noised(double value, double deviation, double clip) {
        double grid = GRID * clip;
        return Math.rint((value + deviation * normal()) / grid) * grid;
    }
}
