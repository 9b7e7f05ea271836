package dev.docket.bench.picture;

import dev.docket.decode.DecodedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Parts of decoded pictures, and their pixels in files that every program reads. */
public final class Parts {
    private Parts() {}

    /** A part, copied. */
    public static DecodedImage cut(DecodedImage image, int left, int top, int width, int height) {
        Painting part = new Painting(image.width(), image.height(), image.argb()).cut(left, top, width, height);
        return new DecodedImage(width, height, part.rgb(), image.header(), false);
    }

    /** A part of any place and shape, its sides at least and at most this long as far as the picture goes. */
    public static DecodedImage random(DecodedImage image, SplittableRandom random, int least, int most) {
        int width = side(image.width(), random, least, most);
        int height = side(image.height(), random, least, most);
        return cut(image, random.nextInt(image.width() - width + 1), random.nextInt(image.height() - height + 1), width, height);
    }

    private static int side(int whole, SplittableRandom random, int least, int most) {
        int longest = Math.min(whole, most);
        int shortest = Math.min(whole, least);
        return shortest + random.nextInt(longest - shortest + 1);
    }

    /** Red, green, blue, a byte each, without alpha. */
    public static byte[] rgb(int... argb) {
        byte[] rgb = new byte[Math.multiplyExact(argb.length, 3)];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return rgb;
    }

    /** Writes an opaque picture as a binary portable pixmap. */
    public static void writePpm(DecodedImage image, Path file) throws IOException {
        byte[] head = ("P6 " + image.width() + " " + image.height() + " 255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] rgb = rgb(image.argb());
        byte[] bytes = java.util.Arrays.copyOf(head, head.length + rgb.length);
        System.arraycopy(rgb, 0, bytes, head.length, rgb.length);
        Files.write(file, bytes);
    }
}
