package dev.docket.decode;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ImageInfo;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives bitmaps, and keeps a large one for the next picture of its size, as a camera's pictures have: memory new from
 * the system costs more to touch for the first time than a copy. Safe to use from several threads: one gets what is kept.
 */
final class KeptBitmap {
    /** The C library keeps smaller blocks by itself. */
    private static final long LEAST = 32L << 20;
    private static final long MOST = 100L << 20;

    private final AtomicReference<Bitmap> kept = new AtomicReference<>();

    /**
     * To be given back.
     *
     * @param blank whether it must be zeroed; otherwise there may be anything in it, an earlier picture too
     * @return null when there is not enough memory
     */
    Bitmap take(ImageInfo info, boolean blank) {
        Bitmap old = bytes(info) < LEAST ? null : kept.getAndSet(null);
        if (old != null && !blank && old.getImageInfo().equals(info)) {
            return old;
        }
        if (old != null) {
            old.close();
        }
        Bitmap bitmap = new Bitmap();
        if (blank ? bitmap.allocPixelsFlags(info, true) : bitmap.allocPixels(info)) {
            return bitmap;
        }
        bitmap.close();
        return null;
    }

    void giveBack(Bitmap bitmap) {
        long bytes = bytes(bitmap.getImageInfo());
        Bitmap surplus = bytes < LEAST || bytes > MOST ? bitmap : kept.getAndSet(bitmap);
        if (surplus != null) {
            surplus.close();
        }
    }

    private static long bytes(ImageInfo info) {
        return 4L * info.getWidth() * info.getHeight();
    }
}
