package dev.docket.intake;

/**
 * What an intake may hold at once, however much its source offers.
 *
 * @param threads images examined
 * @param ahead candidates examined or waiting to be, and not yet filed
 * @param fileBytes files read and not yet filed; a larger file has them all to itself
 * @param pixelBytes pictures decoded and not yet scored; a larger picture has them all to itself
 */
public record IntakeLimits(int threads, int ahead, long fileBytes, long pixelBytes) {
    /** Holds the largest picture that is opened, 400 MB, and one beside it. */
    private static final long MOST_PIXEL_BYTES = 512L << 20;

    /** All processors, and of the heap a quarter for pixels and an eighth for files. */
    public static IntakeLimits ofMachine() {
        int threads = Runtime.getRuntime().availableProcessors();
        long pixels = Math.min(Runtime.getRuntime().maxMemory() / 4, MOST_PIXEL_BYTES);
        return new IntakeLimits(threads, 16 + 2 * threads, pixels / 2, pixels);
    }
}
