package dev.docket.export;

import dev.docket.decode.DecodedImage;
import dev.docket.verdict.Region;
import java.util.Arrays;
import java.util.List;

/**
 * Makes squares of one colour, their mean, of the parts of a picture that are not to be made out. It hides from a glance and does not
 * protect: what is known to be one of a few can be told from its squares. Pure; several threads.
 */
final class Pixelation {
    /** Squares along the longer side of what is hidden: too few for a face to be told by. */
    private static final int SQUARES = 6;
    private static final int LEAST = 8;

    private Pixelation() {}

    /** A picture with what these regions lie in hidden, a polygon with the box around it; without regions, all of it. */
    static DecodedImage of(DecodedImage picture, List<Region> regions) {
        int[] argb = picture.argb().clone();
        if (regions.isEmpty()) {
            hide(argb, picture.width(), 0, 0, picture.width(), picture.height());
        }
        for (Region region : regions) {
            double left = region.outline().stream().mapToDouble(Region.Corner::x).min().orElseThrow() * picture.width();
            double top = region.outline().stream().mapToDouble(Region.Corner::y).min().orElseThrow() * picture.height();
            double right = region.outline().stream().mapToDouble(Region.Corner::x).max().orElseThrow() * picture.width();
            double bottom = region.outline().stream().mapToDouble(Region.Corner::y).max().orElseThrow() * picture.height();
            hide(argb, picture.width(), (int) left, (int) top, (int) Math.ceil(right), (int) Math.ceil(bottom));
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000; // what was seen through is over black: colours are premultiplied
        }
        return new DecodedImage(picture.width(), picture.height(), argb, picture.header(), picture.partial());
    }

    private static void hide(int[] argb, int width, int left, int top, int right, int bottom) {
        int side = Math.max(LEAST, (Math.max(right - left, bottom - top) + SQUARES - 1) / SQUARES);
        for (int y = top; y < bottom; y += side) {
            for (int x = left; x < right; x += side) {
                square(argb, width, x, y, Math.min(x + side, right), Math.min(y + side, bottom));
            }
        }
    }

    private static void square(int[] argb, int width, int left, int top, int right, int bottom) {
        long[] sums = new long[4];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int channel = 0; channel < 4; channel++) {
                    sums[channel] += argb[y * width + x] >>> 8 * channel & 0xff;
                }
            }
        }
        long count = (long) (right - left) * (bottom - top);
        int mean = 0;
        for (int channel = 0; channel < 4; channel++) {
            mean |= (int) (sums[channel] / count) << 8 * channel;
        }
        for (int y = top; y < bottom; y++) {
            Arrays.fill(argb, y * width + left, y * width + right, mean);
        }
    }
}
