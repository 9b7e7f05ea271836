package dev.docket.decode;

/** The mean of some premultiplied pixels, rounded. */
final class PixelMean {
    private int alpha;
    private int red;
    private int green;
    private int blue;
    private int count;

    void add(int pixel) {
        alpha += pixel >>> 24;
        red += pixel >> 16 & 0xFF;
        green += pixel >> 8 & 0xFF;
        blue += pixel & 0xFF;
        count++;
    }

    int pixel() {
        int half = count / 2;
        return (alpha + half) / count << 24 | (red + half) / count << 16 | (green + half) / count << 8 | (blue + half) / count;
    }
}
