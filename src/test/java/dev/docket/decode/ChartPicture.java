package dev.docket.decode;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;

/** The test picture of the golden files: no two corners alike, smooth and sharp parts, grey and saturated ones. */
public final class ChartPicture {
    private ChartPicture() {}

    /** @param alpha whether the lower right fades out */
    public static BufferedImage draw(int width, int height, boolean alpha) {
        BufferedImage picture = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int opacity = alpha ? Math.clamp(255 - 400L * x * y / (width * height), 0, 255) : 255;
                picture.setRGB(x, y, opacity << 24 | colour(x * 96 / width, y * 64 / height));
            }
        }
        return picture;
    }

    /** In a field of 96 x 64, whatever the size. */
    private static int colour(int x, int y) {
        if (x < 20 && y < 12) {
            return 0xE02020;
        }
        if ((x - 70) * (x - 70) + (y - 18) * (y - 18) < 120) {
            return 0xFFFFFF;
        }
        if (y > 50 && x < 40) {
            return (x / 4 & 1) == 0 ? 0x101010 : 0xC0C0C0;
        }
        int blue = (int) (128 + 100 * Math.sin(x / 9.0 + y / 14.0));
        return 255 * x / 95 << 16 | 255 * y / 63 << 8 | blue;
    }

    /** Writes the sources of the golden files, see {@code golden/modern/README.md}. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.write(folder.resolve("chart.png"), ImageFiles.write(draw(64, 48, false), "png"));
        Files.write(folder.resolve("chart-alpha.png"), ImageFiles.write(draw(64, 48, true), "png"));
        Files.write(folder.resolve("square.png"), ImageFiles.write(draw(64, 64, false), "png"));
        Files.write(folder.resolve("pixel.png"), ImageFiles.write(draw(64, 48, false).getSubimage(30, 20, 1, 1), "png"));
        Files.write(folder.resolve("turned.jpg"), ImageFiles.withOrientation(ImageFiles.jpeg(draw(64, 48, false), false), 6));
    }
}
