package dev.docket.decode.system;

import dev.docket.decode.ImageFiles;
import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGAlphaMode;
import io.github.humbleui.skija.EncodeJPEGDownsampleMode;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** JPEG files of every plain kind, of a picture of our own. */
final class JpegKinds {
    private JpegKinds() {}

    /** Each with its name. */
    static Map<String, byte[]> all(int width, int height) throws IOException {
        BufferedImage picture = waves(width, height);
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        grey.getGraphics().drawImage(picture, 0, 0, null);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (EncodeJPEGDownsampleMode mode : EncodeJPEGDownsampleMode.values()) {
            files.put(mode.name(), encoded(picture, mode, 90));
            files.put(mode.name() + " coarse", encoded(picture, mode, 1));
        }
        files.put("grey", ImageFiles.jpeg(grey, false));
        files.put("progressive", ImageFiles.jpeg(picture, true));
        files.put("progressive grey", ImageFiles.jpeg(grey, true));
        return files;
    }

    /** Slow and fast waves of colour with some noise: every coefficient of the transform is used. */
    static BufferedImage waves(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = level(128 + 120 * Math.sin(x * y / 900.0) + random.nextGaussian() * 6);
                int green = level(128 + 120 * Math.sin(x / 3.0) + random.nextGaussian() * 6);
                int blue = level(255.0 * y / height + random.nextGaussian() * 20);
                picture.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return picture;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static byte[] encoded(BufferedImage picture, EncodeJPEGDownsampleMode mode, int quality) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        ByteBuffer pixels = ByteBuffer.allocate(4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asIntBuffer().put(picture.getRGB(0, 0, width, height, null, 0, width));
        ImageInfo info = new ImageInfo(width, height, ColorType.BGRA_8888, ColorAlphaType.OPAQUE, ColorSpace.getSRGB());
        try (Bitmap bitmap = new Bitmap()) {
            bitmap.installPixels(info, pixels.array(), 4L * width);
            try (Image image = Image.makeRasterFromBitmap(bitmap.setImmutable());
                    Data file = EncoderJPEG.encode(image, new EncodeJPEGOptions(quality, mode, EncodeJPEGAlphaMode.IGNORE))) {
                return file.getBytes();
            }
        }
    }
}
