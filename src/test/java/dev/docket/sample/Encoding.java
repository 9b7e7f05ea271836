package dev.docket.sample;

import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeWEBPCompressionMode;
import io.github.humbleui.skija.EncodeWEBPOptions;
import io.github.humbleui.skija.EncoderWEBP;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes image files with what is embedded in them. Pixels by the JDK and Skia, metadata blocks by hand. */
final class Encoding {
    private Encoding() {}

    static byte[] jpeg(Picture picture, double quality, Embedded embedded) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
        byte[] plain = written(writer, out -> writer.write(null, new IIOImage(picture.toImage(), null, null), param));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        if (embedded.exif().isPresent()) {
            segment(out, "Exif\0\0", embedded.exif().get().bytes());
        }
        if (embedded.xmp().isPresent()) {
            segment(out, "http://ns.adobe.com/xap/1.0/\0", embedded.xmp().get().getBytes(StandardCharsets.UTF_8));
        }
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, String name, byte[] body) {
        byte[] head = name.getBytes(StandardCharsets.US_ASCII);
        int length = 2 + head.length + body.length;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes(head);
        out.writeBytes(body);
    }

    static byte[] png(Picture picture, Embedded embedded) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0); // 0 is the smallest file for this writer
        byte[] plain = written(writer, out -> writer.write(null, new IIOImage(picture.toImage(), null, null), param));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int afterHeader = 8 + 25;
        out.write(plain, 0, afterHeader);
        embedded.text().forEach((key, value) -> chunk(out, "tEXt", (key + "\0" + value).getBytes(StandardCharsets.ISO_8859_1)));
        embedded.xmp().ifPresent(xmp -> chunk(out, "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + xmp).getBytes(StandardCharsets.UTF_8)));
        embedded.exif().ifPresent(exif -> chunk(out, "eXIf", exif.bytes()));
        out.write(plain, afterHeader, plain.length - afterHeader);
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(name);
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] webp(Picture picture, double quality, Embedded embedded) {
        BufferedImage image = picture.toImage();
        byte[] rgba = new byte[picture.width * picture.height * 4];
        for (int i = 0; i < rgba.length / 4; i++) {
            int pixel = image.getRGB(i % picture.width, i / picture.width);
            rgba[4 * i] = (byte) (pixel >> 16);
            rgba[4 * i + 1] = (byte) (pixel >> 8);
            rgba[4 * i + 2] = (byte) pixel;
            rgba[4 * i + 3] = (byte) 255;
        }
        ImageInfo info = new ImageInfo(picture.width, picture.height, io.github.humbleui.skija.ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
        try (Image raster = Image.makeRasterFromBytes(info, rgba, picture.width * 4L);
                Data data = EncoderWEBP.encode(raster, new EncodeWEBPOptions(EncodeWEBPCompressionMode.LOSSY, (float) (quality * 100)))) {
            return extended(data.getBytes(), picture, embedded);
        }
    }

    /** Wraps a plain WebP file so that it can hold EXIF and XMP (WebP container specification, VP8X). */
    private static byte[] extended(byte[] plain, Picture picture, Embedded embedded) {
        if (embedded.exif().isEmpty() && embedded.xmp().isEmpty()) {
            return plain;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int flags = (embedded.exif().isPresent() ? 8 : 0) | (embedded.xmp().isPresent() ? 4 : 0);
        int w = picture.width - 1;
        int h = picture.height - 1;
        riff(body, "VP8X", new byte[] {(byte) flags, 0, 0, 0, (byte) w, (byte) (w >> 8), (byte) (w >> 16), (byte) h, (byte) (h >> 8), (byte) (h >> 16)});
        int first = new String(plain, 12, 4, StandardCharsets.US_ASCII).equals("VP8X") ? 30 : 12;
        body.write(plain, first, plain.length - first);
        embedded.exif().ifPresent(exif -> riff(body, "EXIF", exif.bytes()));
        embedded.xmp().ifPresent(xmp -> riff(body, "XMP ", xmp.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(little(body.size() + 4));
        out.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static void riff(ByteArrayOutputStream out, String type, byte[] body) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(little(body.length));
        out.writeBytes(body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    static byte[] gif(List<Picture> frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        return written(writer, out -> {
            if (frames.size() == 1) {
                writer.write(frames.getFirst().toImage());
                return;
            }
            writer.prepareWriteSequence(null);
            for (Picture frame : frames) {
                BufferedImage image = frame.toImage();
                IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
                writer.writeToSequence(new IIOImage(image, null, timed(metadata, frame == frames.getFirst())), null);
            }
            writer.endWriteSequence();
        });
    }

    /** A fifth of a second a frame, for ever. */
    private static IIOMetadata timed(IIOMetadata metadata, boolean first) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "20");
        control.setAttribute("disposalMethod", "none");
        if (first) {
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }

    /** Something that writes to the stream a writer was given. */
    private interface Work {
        void to(ImageOutputStream out) throws IOException;
    }

    private static byte[] written(ImageWriter writer, Work work) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            work.to(out);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
