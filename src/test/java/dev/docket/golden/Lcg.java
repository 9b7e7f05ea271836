package dev.docket.golden;

/** The generator of src/test/python/golden.py, bit for bit. */
public final class Lcg {
    private long x;

    public Lcg(long seed) {
        x = seed;
    }

    /** In [0, 1), 53 bits. */
    public double next() {
        x = 6364136223846793005L * x + 1442695040888963407L;
        return (x >>> 11) * 0x1p-53;
    }
}
