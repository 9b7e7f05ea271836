package dev.docket.decode;

/** By how much a picture is scaled down for looking at. */
public final class ViewScale {
    private ViewScale() {}

    /**
     * The largest power of two that leaves the longer side at least as long as asked.
     *
     * @param most the largest that may be answered, a power of two
     */
    public static int fraction(ImageHeader header, int longerSide, int most) {
        int longer = Math.max(header.width(), header.height());
        int fraction = 1;
        while (fraction < most && Math.ceilDiv(longer, 2 * fraction) >= longerSide) {
            fraction *= 2;
        }
        return fraction;
    }
}
