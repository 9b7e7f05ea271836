package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Decoded pixels as JavaFX images. */
public final class PixelImages {
    private PixelImages() {}

    /** An image that shares the picture's memory: nothing is copied. */
    public static WritableImage of(DecodedImage picture) {
        return of(picture.width(), picture.height(), picture.argb());
    }

    /** A copy of a part, which lies within the picture. */
    static WritableImage part(DecodedImage picture, int left, int top, int width, int height) {
        int[] part = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.argb(), (top + y) * picture.width() + left, part, y * width, width);
        }
        return of(width, height, part);
    }

    /**
     * A rectangle drawn larger, each of its pixels as a square of one colour: scaling on screen always smooths. Where it
     * reaches over the picture's edge it is empty.
     *
     * @param scale device pixels per pixel
     */
    static WritableImage squares(DecodedImage picture, int left, int top, int width, int height, double scale) {
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        int[] columns = new int[wide];
        for (int x = 0; x < wide; x++) {
            columns[x] = left + (int) ((x + 0.5) * width / wide);
        }
        int[] out = new int[wide * high];
        int drawn = -1;
        for (int y = 0; y < high; y++) {
            int row = top + (int) ((y + 0.5) * height / high);
            if (row == drawn) {
                System.arraycopy(out, (y - 1) * wide, out, y * wide, wide);
            } else if (row >= 0 && row < picture.height()) {
                squareRow(picture, row, columns, out, y * wide);
            }
            drawn = row;
        }
        return of(wide, high, out);
    }

    private static void squareRow(DecodedImage picture, int row, int[] columns, int[] out, int at) {
        int start = row * picture.width();
        for (int x = 0; x < columns.length; x++) {
            int column = columns[x];
            out[at + x] = column >= 0 && column < picture.width() ? picture.argb()[start + column] : 0;
        }
    }

    private static WritableImage of(int width, int height, int[] argb) {
        return new WritableImage(new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
