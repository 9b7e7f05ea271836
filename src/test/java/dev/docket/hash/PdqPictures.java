package dev.docket.hash;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures of our own to compare PDQ hashes on, made of whole numbers so that every machine makes the same pixels.
 * Run with a folder as its argument to write them as PNG files for the reference tool.
 */
final class PdqPictures {

    /** The colour at a place, 0xRRGGBB. */
    private interface Paint {
        int at(int x, int y);
    }

    private PdqPictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, BufferedImage> picture : all().entrySet()) {
            Files.write(folder.resolve(picture.getKey() + ".png"), png(picture.getValue()));
        }
    }

    static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    static Map<String, BufferedImage> all() {
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        int[][] sizes = {{512, 512}, {513, 511}, {640, 480}, {480, 640}, {1920, 1080}, {100, 700}, {64, 64}, {33, 47}, {300, 200}, {1000, 1000}};
        for (int[] size : sizes) {
            pictures.put("scene-" + size[0] + "x" + size[1], rgb(size[0], size[1], scene(size[0], size[1], size[0] * 31 + size[1])));
        }
        pictures.put("tiny-5x5", rgb(5, 5, noise(1)));
        pictures.put("tiny-8x6", rgb(8, 6, noise(2)));
        pictures.put("tiny-16x16", rgb(16, 16, scene(16, 16, 3)));
        pictures.put("too-small-4x9", rgb(4, 9, noise(4)));
        pictures.put("tall-20x2000", rgb(20, 2000, scene(20, 2000, 5)));
        pictures.put("wide-3000x40", rgb(3000, 40, scene(3000, 40, 6)));
        pictures.put("huge-5000x4000", rgb(5000, 4000, scene(5000, 4000, 7)));
        pictures.put("huge-grey-4200x3100", grey(4200, 3100, blocks(173, 8)));
        pictures.put("noise-400x300", rgb(400, 300, noise(9)));
        pictures.put("noise-grey-700x700", grey(700, 700, noise(10)));
        pictures.put("noise-over-scene-640x640", rgb(640, 640, mixed(scene(640, 640, 11), noise(12))));
        pictures.put("flat-grey-256x256", rgb(256, 256, (x, y) -> 0x808080));
        pictures.put("flat-red-600x400", rgb(600, 400, (x, y) -> 0xC01020));
        pictures.put("black-64x64", rgb(64, 64, (x, y) -> 0));
        pictures.put("white-1024x768", grey(1024, 768, (x, y) -> 0xFFFFFF));
        pictures.put("ramp-across-256x256", rgb(256, 256, (x, y) -> x * 0x010101));
        pictures.put("ramp-down-colour-300x256", rgb(300, 256, (x, y) -> y << 16 | 255 - y));
        pictures.put("ramp-diagonal-grey-800x600", grey(800, 600, (x, y) -> (x + y) * 255 / 1398 * 0x010101));
        pictures.put("checks-1-512x512", rgb(512, 512, (x, y) -> (x + y) % 2 * 0xFFFFFF));
        pictures.put("checks-13-500x400", rgb(500, 400, (x, y) -> (x / 13 + y / 13) % 2 == 0 ? 0xE0D010 : 0x1040A0));
        pictures.put("blocks-grey-in-rgb-640x360", rgb(640, 360, blocks(29, 13)));
        pictures.put("blocks-grey-333x777", grey(333, 777, blocks(37, 14)));
        pictures.put("blocks-two-tones-600x600", grey(600, 600, (x, y) -> (blocks(50, 15).at(x, y) & 0xFF) < 128 ? 0 : 0xFFFFFF));
        pictures.put("rings-900x900", rgb(900, 900, (x, y) -> ((x - 450) * (x - 450) + (y - 450) * (y - 450)) / 1600 * 7 % 256 * 0x010203 & 0xFFFFFF));
        pictures.put("stripes-767x431", rgb(767, 431, (x, y) -> (x * 3 + y * 7) % 101 < 40 ? 0x30A060 : 0xD0C0F0));
        pictures.put("dim-noise-512x200", rgb(512, 200, (x, y) -> (noise(16).at(x, y) & 0x070707) + 0x404040));
        return pictures;
    }

    private static BufferedImage rgb(int width, int height, Paint paint) {
        return paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), paint);
    }

    /** Stored with one channel; only the lowest byte of the paint counts. */
    private static BufferedImage grey(int width, int height, Paint paint) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.getRaster().setSample(x, y, 0, paint.at(x, y) & 0xFF);
            }
        }
        return picture;
    }

    private static BufferedImage paint(BufferedImage picture, Paint paint) {
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = paint.at(x, y);
            }
            picture.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return picture;
    }

    private static Paint noise(int seed) {
        return (x, y) -> scramble(seed * 0x9E3779B9 + x * 0x85EBCA6B + y * 0xC2B2AE35) & 0xFFFFFF;
    }

    /** Squares of one grey each. */
    private static Paint blocks(int side, int seed) {
        return (x, y) -> (scramble(seed + x / side * 7919 + y / side * 104729) & 0xFF) * 0x010101;
    }

    /** A sky, some discs and a floor: the large shapes of a photograph. */
    private static Paint scene(int width, int height, int seed) {
        int[] disc = new int[6 * 4];
        for (int i = 0; i < disc.length; i += 4) {
            disc[i] = (scramble(seed + i) & 0xFFFF) * width >> 16;
            disc[i + 1] = (scramble(seed + i + 1) & 0xFFFF) * height >> 16;
            disc[i + 2] = 1 + (int) ((scramble(seed + i + 2) & 0xFFFFL) * Math.min(width, height) / 3 >> 16);
            disc[i + 3] = scramble(seed + i + 3) & 0xFFFFFF;
        }
        return (x, y) -> {
            for (int i = 0; i < disc.length; i += 4) {
                long dx = x - disc[i];
                long dy = y - disc[i + 1];
                if (dx * dx + dy * dy <= (long) disc[i + 2] * disc[i + 2]) {
                    return disc[i + 3];
                }
            }
            int fromTop = y * 255 / height;
            return y < height * 2 / 3 ? fromTop / 2 << 16 | fromTop << 8 | 255 - fromTop / 3
                    : 0x604020 + (scramble(seed + x / 3 * 131 + y / 3 * 7) & 0x1F1F1F);
        };
    }

    private static Paint mixed(Paint a, Paint b) {
        return (x, y) -> (a.at(x, y) >> 1 & 0x7F7F7F) + (b.at(x, y) >> 1 & 0x7F7F7F);
    }

    private static int scramble(int value) {
        int mixed = (value ^ value >>> 16) * 0x7FEB352D;
        mixed = (mixed ^ mixed >>> 15) * 0x846CA68B;
        return mixed ^ mixed >>> 16;
    }
}
