package dev.docket.decode;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderWEBP;
import io.github.humbleui.skija.EncodeWEBPCompressionMode;
import io.github.humbleui.skija.EncodeWEBPOptions;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Image files of our own in every format, made in memory. */
public final class ImageFiles {
    private ImageFiles() {}

    /** Four quarters of one colour each: red and green above, blue and white below. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                picture.setRGB(x, y, y < height / 2 ? left ? 0xFF0000 : 0x00FF00 : left ? 0x0000FF : 0xFFFFFF);
            }
        }
        return picture;
    }

    /** The quarters with every third pixel or so in some colour: as hard to compress as a photograph. */
    public static BufferedImage speckled(int width, int height) {
        BufferedImage picture = quarters(width, height);
        Random random = new Random(3);
        for (int i = 0; i < width * height / 3; i++) {
            picture.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt(0x1000000));
        }
        return picture;
    }

    /** @param format an ImageIO name: png, bmp, gif */
    public static byte[] write(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("No writer for " + format);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg(BufferedImage picture, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(0.95f);
        options.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), options);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    public static byte[] webp(BufferedImage picture, boolean lossless) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        ByteBuffer pixels = ByteBuffer.allocate(4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asIntBuffer().put(picture.getRGB(0, 0, width, height, null, 0, width));
        ImageInfo info = new ImageInfo(width, height, ColorType.BGRA_8888, ColorAlphaType.OPAQUE, ColorSpace.getSRGB());
        EncodeWEBPOptions options = EncodeWEBPOptions.DEFAULT.withQuality(90)
                .withCompressionMode(lossless ? EncodeWEBPCompressionMode.LOSSLESS : EncodeWEBPCompressionMode.LOSSY);
        try (Bitmap bitmap = new Bitmap()) {
            bitmap.allocPixels(info);
            bitmap.installPixels(info, pixels.array(), 4L * width);
            try (Image image = Image.makeRasterFromBitmap(bitmap.setImmutable()); Data file = EncoderWEBP.encode(image, options)) {
                return simpleWebp(file.getBytes());
            }
        }
    }

    /** The file without the chunks around its picture. */
    private static byte[] simpleWebp(byte[] extended) {
        String text = new String(extended, StandardCharsets.ISO_8859_1);
        int picture = Math.max(text.indexOf("VP8L"), text.indexOf("VP8 "));
        int length = 8 + ByteBuffer.wrap(extended).order(ByteOrder.LITTLE_ENDIAN).getInt(picture + 4);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        chunks.write(extended, picture, length + (length & 1));
        return webpChunk("RIFF", chunks.toByteArray());
    }

    /** A WebP file that shows these lossless WebP files of one size in turn. */
    public static byte[] animatedWebp(int width, int height, byte[]... frames) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        chunks.writeBytes(webpChunk("VP8X", ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(2).putInt(width - 1 | height - 1 << 24).putShort((short) (height - 1 >> 8)).array()));
        chunks.writeBytes(webpChunk("ANIM", new byte[6]));
        for (byte[] frame : frames) {
            ByteBuffer body = ByteBuffer.allocate(16 + frame.length - 12).order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0).putShort((short) 0).putInt(width - 1 | height - 1 << 24).putShort((short) (height - 1 >> 8))
                    .putInt(100).put(frame, 12, frame.length - 12);
            chunks.writeBytes(webpChunk("ANMF", body.array()));
        }
        return webpChunk("RIFF", chunks.toByteArray());
    }

    private static byte[] webpChunk(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII)).putInt(body.length).put(body).array();
    }

    /** A GIF that shows these pictures in turn. */
    public static byte[] animatedGif(BufferedImage... frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The PNG with this colour profile. */
    public static byte[] withProfile(byte[] png, byte[] profile) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(body)) {
            deflater.write(profile);
        }
        return withChunk(png, "iCCP", body.toByteArray());
    }

    /** The JPEG with this colour profile, in as many parts as it needs. */
    public static byte[] jpegWithProfile(byte[] jpeg, byte[] profile) {
        int most = 65_519;
        int parts = Math.ceilDiv(profile.length, most);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        for (int part = 0; part < parts; part++) {
            int length = Math.min(most, profile.length - part * most);
            out.writeBytes(ByteBuffer.allocate(18).putShort((short) 0xFFE2).putShort((short) (length + 16))
                    .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII)).put((byte) (part + 1)).put((byte) parts).array());
            out.write(profile, part * most, length);
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The WebP with this colour profile. */
    public static byte[] webpWithProfile(byte[] webp, byte[] profile, int width, int height) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        chunks.writeBytes(webpChunk("VP8X", ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x20).putInt(width - 1 | height - 1 << 24).putShort((short) (height - 1 >> 8)).array()));
        chunks.writeBytes(webpChunk("ICCP", profile));
        chunks.write(webp, 12, webp.length - 12);
        return webpChunk("RIFF", chunks.toByteArray());
    }

    /** A JPEG of four inks, inverted as Adobe's programs write them. */
    public static byte[] cmykJpeg(byte[] inks, int width, int height) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int i = 0; i < inks.length; i++) {
            raster.getDataBuffer().setElem(i, 255 - (inks[i] & 0xFF));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), options);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = out.toByteArray();
        byte[] adobe = ByteBuffer.allocate(16).putShort((short) 0xFFEE).putShort((short) 14)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII)).putShort((short) 100).putInt(0).put((byte) 0).array();
        return ByteBuffer.allocate(jpeg.length + adobe.length).put(jpeg, 0, 2).put(adobe).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The JPEG with a block of EXIF that holds nothing but an orientation. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] exif = exif(orientation);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 8)});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The PNG with an eXIf chunk before its pixels. */
    public static byte[] pngWithOrientation(byte[] png, int orientation) {
        return withChunk(png, "eXIf", exif(orientation));
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN)
                .putShort((short) 0x4D4D).putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0).putInt(0).array();
    }

    /** The PNG with this chunk after its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(png.length + 12 + body.length);
        out.put(png, 0, 33).putInt(body.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(body);
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        return out.putInt((int) crc.getValue()).put(png, 33, png.length - 33).array();
    }

    /** A PNG whose header claims this size, with no pixels. */
    public static byte[] pngClaiming(int width, int height) throws IOException {
        byte[] png = write(quarters(8, 8), "png");
        ByteBuffer file = ByteBuffer.wrap(png);
        file.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        file.putInt(29, (int) crc.getValue());
        return png;
    }
}
