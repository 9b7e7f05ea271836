package dev.docket.ui.stage;

import dev.docket.classify.HeatMap;
import dev.docket.decode.DecodedImage;

/** A heat map over its picture: grey where the score hangs on nothing, the warmer the more of it hangs there. */
final class HeatPicture {
    private static final int RED = 0xF9;
    private static final int GREEN = 0x6A;
    private static final int BLUE = 0x1B;
    /** Most of the colour that covers a pixel, so that the picture shows through. */
    private static final float STRONGEST = 0.75f;

    private HeatPicture() {}

    /** Heat is drawn relative to the hottest cell, smoothed between the cells' middles; cells that speak against the label are left grey. */
    static DecodedImage of(DecodedImage picture, HeatMap map) {
        int width = picture.width();
        int height = picture.height();
        int[] out = new int[width * height];
        float most = map.most();
        for (int y = 0; y < height; y++) {
            float row = (y + 0.5f) * map.rows() / height - 0.5f;
            for (int x = 0; x < width; x++) {
                float column = (x + 0.5f) * map.columns() / width - 0.5f;
                float heat = most <= 0 ? 0 : Math.clamp(between(map, column, row) / most, 0, 1);
                out[y * width + x] = tinted(picture.argb()[y * width + x], heat * STRONGEST);
            }
        }
        return new DecodedImage(width, height, out, picture.header(), picture.partial());
    }

    private static float between(HeatMap map, float column, float row) {
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        float across = column - left;
        float down = row - top;
        float upper = at(map, left, top) * (1 - across) + at(map, left + 1, top) * across;
        float lower = at(map, left, top + 1) * (1 - across) + at(map, left + 1, top + 1) * across;
        return upper * (1 - down) + lower * down;
    }

    private static float at(HeatMap map, int column, int row) {
        return map.drops()[Math.clamp(row, 0, map.rows() - 1) * map.columns() + Math.clamp(column, 0, map.columns() - 1)];
    }

    /** Over black, as a transparent picture would be. */
    private static int tinted(int pixel, float share) {
        int luma = (218 * (pixel >> 16 & 0xFF) + 732 * (pixel >> 8 & 0xFF) + 74 * (pixel & 0xFF) + 512) >> 10;
        return 0xFF000000 | mixed(luma, RED, share) << 16 | mixed(luma, GREEN, share) << 8 | mixed(luma, BLUE, share);
    }

    private static int mixed(int from, int to, float share) {
        return Math.round(from + (to - from) * share);
    }
}
