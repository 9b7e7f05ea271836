package dev.docket.bench.picture;

import java.util.Locale;

/**
 * A picture to measure with.
 *
 * @param format as it is printed
 * @param bytes the file; not copied: treat as read-only
 * @param width pixels as stored
 * @param height pixels as stored
 */
public record Photo(String format, byte[] bytes, int width, int height) {

    /** Format and size, as {@code JPEG 12.2 MP}. */
    public String label() {
        double megapixels = width * (double) height / 1e6;
        return String.format(Locale.ROOT, megapixels >= 1 ? "%s %.1f MP" : "%s %.2f MP", format, megapixels);
    }
}
