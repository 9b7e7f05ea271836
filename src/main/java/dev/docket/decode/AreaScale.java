package dev.docket.decode;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Scales premultiplied pixels down to any size: each new pixel is the mean of the area it covers, borders by their share.
 * Rows are added up first, colour by colour in loops that the virtual machine turns into vector instructions; what is
 * added up for a new row is then gathered into its pixels. One thread, one picture.
 */
final class AreaScale {
    private final int width;
    private final int newWidth;
    private final int[] line;
    private final float[] alpha;
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    /** Of each new column: the first and the last one it covers, and how much of those; a last one that is the first counts nothing. */
    private final int[] first;
    private final int[] last;
    private final float[] firstShare;
    private final float[] lastShare;

    private AreaScale(int width, int newWidth) {
        this.width = width;
        this.newWidth = newWidth;
        line = new int[width];
        alpha = new float[width];
        red = new float[width];
        green = new float[width];
        blue = new float[width];
        first = new int[newWidth];
        last = new int[newWidth];
        firstShare = new float[newWidth];
        lastShare = new float[newWidth];
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double left = x * step;
            double right = Math.min(width, left + step);
            first[x] = (int) left;
            last[x] = Math.min(width - 1, (int) right);
            firstShare[x] = (float) (Math.min(right, first[x] + 1.0) - left);
            lastShare[x] = last[x] == first[x] ? 0 : (float) (right - last[x]);
        }
    }

    /**
     * @param argb row-major, from position 0
     * @param out takes the new pixels, likewise; may be the same memory, since no new row reaches a row that is yet to be read
     */
    static void scale(IntBuffer argb, int width, int height, IntBuffer out, int newWidth, int newHeight) {
        AreaScale scale = new AreaScale(width, newWidth);
        int[] row = new int[newWidth];
        double step = (double) height / newHeight;
        float share = (float) ((double) newWidth / width / step);
        int loaded = -1;
        for (int y = 0; y < newHeight; y++) {
            double top = y * step;
            double bottom = Math.min(height, top + step);
            scale.clear();
            for (int from = (int) top; from < bottom; from++) {
                if (from != loaded) {
                    argb.get(from * width, scale.line);
                    loaded = from;
                }
                scale.add((float) (Math.min(bottom, from + 1.0) - Math.max(top, from)) * share);
            }
            scale.gather(row);
            out.put(y * newWidth, row);
        }
    }

    private void clear() {
        Arrays.fill(alpha, 0);
        Arrays.fill(red, 0);
        Arrays.fill(green, 0);
        Arrays.fill(blue, 0);
    }

    private void add(float weight) {
        for (int i = 0; i < width; i++) {
            alpha[i] += weight * (line[i] >>> 24);
        }
        for (int i = 0; i < width; i++) {
            red[i] += weight * (line[i] >> 16 & 0xFF);
        }
        for (int i = 0; i < width; i++) {
            green[i] += weight * (line[i] >> 8 & 0xFF);
        }
        for (int i = 0; i < width; i++) {
            blue[i] += weight * (line[i] & 0xFF);
        }
    }

    private void gather(int[] row) {
        for (int x = 0; x < newWidth; x++) {
            int from = first[x];
            int to = last[x];
            float share = firstShare[x];
            float a = share * alpha[from];
            float r = share * red[from];
            float g = share * green[from];
            float b = share * blue[from];
            for (int i = from + 1; i < to; i++) {
                a += alpha[i];
                r += red[i];
                g += green[i];
                b += blue[i];
            }
            share = lastShare[x];
            a += share * alpha[to];
            r += share * red[to];
            g += share * green[to];
            b += share * blue[to];
            row[x] = level(a) << 24 | level(r) << 16 | level(g) << 8 | level(b);
        }
    }

    private static int level(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }
}
