package dev.docket.bench.picture;

import dev.docket.decode.WebpEncoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** How pictures are written: as cameras and the web write them. */
enum Encoding {
    JPEG("JPEG", "jpg"),
    JPEG_PROGRESSIVE("progressive JPEG", "jpg"),
    PNG("PNG", "png"),
    WEBP("WebP", "webp"),
    WEBP_LOSSLESS("lossless WebP", "webp");

    private static final float JPEG_QUALITY = 0.9f;
    private static final int WEBP_QUALITY = 80;

    final String label;
    final String extension;

    Encoding(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    byte[] encode(Painting painting) throws IOException {
        return switch (this) {
            case JPEG -> jpeg(painting, false);
            case JPEG_PROGRESSIVE -> jpeg(painting, true);
            case PNG -> png(painting);
            case WEBP -> WebpEncoder.lossy(painting.width(), painting.height(), painting.rgb(), WEBP_QUALITY);
            case WEBP_LOSSLESS -> WebpEncoder.lossless(painting.width(), painting.height(), painting.rgb());
        };
    }

    private static byte[] jpeg(Painting painting, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(JPEG_QUALITY);
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(painting), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(Painting painting) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image(painting), "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage image(Painting painting) {
        BufferedImage image = new BufferedImage(painting.width(), painting.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, painting.width(), painting.height(), painting.rgb(), 0, painting.width());
        return image;
    }
}
