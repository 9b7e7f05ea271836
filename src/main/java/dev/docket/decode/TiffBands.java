package dev.docket.decode;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import javax.imageio.ImageReadParam;

/** Reads a page of a TIFF some rows at a time, so that a large one takes little more memory than what becomes of it. */
final class TiffBands {
    /** Pixels decoded at once, where the file is stored in pieces that allow it. */
    private static final int AT_ONCE = 4_000_000;

    private final TIFFImageReader reader;
    private final int page;
    private final int by;
    private final int[] small;
    private final int width;
    private final int height;
    /** Whole pieces of the file, and whole pixels of what becomes of them. */
    private final int step;

    /** @param small filled with the pixels scaled down {@code by} */
    TiffBands(TIFFImageReader reader, TiffHeader.Page page, int by, int[] small) {
        this.reader = reader;
        this.page = page.index();
        this.by = by;
        this.small = small;
        this.width = page.directory().width();
        this.height = page.directory().height();
        this.step = (int) Math.min(height, (long) page.directory().rowsAtOnce() * by);
    }

    /**
     * Whether all of it could be read. Where it could not the rest is left as it is.
     *
     * @throws IOException when nothing could be read, or not all and it is not lenient
     */
    boolean read(boolean lenient) throws IOException {
        int rows = (int) Math.min(height, step * Math.max(1, AT_ONCE / ((long) step * width)));
        int top = 0;
        while (top < height) {
            Rectangle band = new Rectangle(0, top, width, Math.min(rows, height - top));
            try {
                keep(reader.read(page, of(band)), band);
                top += rows;
            } catch (IOException | RuntimeException e) {
                if (!lenient || rows == step && !keepBeginning(band) && top == 0) {
                    throw e;
                }
                if (rows == step) {
                    return false;
                }
                rows = step;
            }
        }
        return true;
    }

    /** Keeps what comes before the trouble in one piece of the file, if that is anything. */
    private boolean keepBeginning(Rectangle band) throws IOException {
        ImageReadParam param = of(band);
        BufferedImage image = reader.getImageTypes(page).next().createBufferedImage(band.width, band.height);
        param.setDestination(image);
        try {
            reader.read(page, param);
        } catch (IOException | RuntimeException expected) {
            // the rows before it are in the image
            keep(image, band);
        }
        for (int pixel : small) {
            if ((pixel & 0xFFFFFF) != 0) {
                return true;
            }
        }
        return false;
    }

    private ImageReadParam of(Rectangle band) {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(band);
        return param;
    }

    private void keep(BufferedImage image, Rectangle band) {
        int[] argb = TiffPixels.premultiplied(image);
        int[] shrunk = by == 1 ? argb : BoxShrink.shrink(IntBuffer.wrap(argb), band.width, band.height, by);
        System.arraycopy(shrunk, 0, small, band.y / by * Math.ceilDiv(width, by), shrunk.length);
    }
}
