package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.Locale;

/** How large a picture may be, so that a small hostile file cannot claim the machine's memory. */
public final class PixelBudget {
    public static final int MAX_MEGAPIXELS = 100;
    static final int MAX_SIDE = 30_000;
    /** Longer side to shorter side. */
    static final int MAX_ASPECT = 200;

    private PixelBudget() {}

    /** The header of a file that may be decoded. */
    public static ImageHeader admit(byte[] file) throws UndecodableImageException {
        ImageHeader header = ImageSniffer.read(file);
        hold(header.width(), header.height());
        return header;
    }

    /** @throws UndecodableImageException with the figures, when the picture is over the budget */
    static void hold(int width, int height) throws UndecodableImageException {
        long pixels = (long) width * height;
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        String size = width + " x " + height + " pixels ";
        if (pixels > MAX_MEGAPIXELS * 1_000_000L) {
            throw refused(size + "is " + megapixels(pixels) + " megapixels; at most " + MAX_MEGAPIXELS + " are opened");
        }
        if (longer > MAX_SIDE) {
            throw refused(size + "has a side of " + longer + "; at most " + MAX_SIDE + " are opened");
        }
        if (longer > (long) MAX_ASPECT * shorter) {
            throw refused(size + "is " + Math.ceilDiv(longer, shorter) + " times as long as wide; at most " + MAX_ASPECT + " times is opened");
        }
    }

    private static String megapixels(long pixels) {
        double mega = pixels / 1e6;
        return mega == Math.rint(mega) ? Long.toString((long) mega) : String.format(Locale.ROOT, "%.1f", mega);
    }

    private static UndecodableImageException refused(String message) {
        return new UndecodableImageException(State.REFUSED, message);
    }
}
