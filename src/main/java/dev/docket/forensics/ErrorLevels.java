package dev.docket.forensics;

import dev.docket.decode.DecodedImage;
import dev.docket.progress.Progress;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Error levels: what changes when the pixels are saved as JPEG once more, amplified. A part that was saved another number
 * of times, or at another quality, than its surroundings changes more or less than they do. So do edges, texture and
 * strong colours in any honest photograph. Source: N. Krawetz, A Picture's Worth, 2007.
 */
public final class ErrorLevels {
    /** Quality of the new JPEG, in percent of the encoder's scale. */
    public static final int QUALITY = 90;
    /** By how much the difference is multiplied. */
    public static final int GAIN = 16;
    /** Rows beside a strip that are encoded with it, so that no seam shows where chroma is smoothed. */
    private static final int BESIDE = 16;

    private ErrorLevels() {}

    /**
     * The difference in each channel times {@link #GAIN}, opaque; transparency is taken over black.
     *
     * @throws dev.docket.progress.StoppedException when it was cancelled
     */
    public static DecodedImage of(DecodedImage image, Progress progress) {
        int[] result = new int[image.argb().length];
        return Strips.over(image, result, progress, (top, bottom) -> {
            int from = Math.max(0, top - BESIDE);
            int to = Math.min(image.height(), bottom + BESIDE);
            int width = image.width();
            BufferedImage strip = new BufferedImage(width, to - from, BufferedImage.TYPE_INT_RGB);
            System.arraycopy(image.argb(), from * width, pixels(strip), 0, (to - from) * width);
            int[] again = savedAgain(strip);
            for (int i = top * width; i < bottom * width; i++) {
                result[i] = difference(image.argb()[i], again[i - from * width]);
            }
        });
    }

    private static int[] savedAgain(BufferedImage strip) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(strip, null, null), how);
            out.flush();
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            return read.getRGB(0, 0, strip.getWidth(), strip.getHeight(), null, 0, strip.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException("A JPEG in memory could not be written", e);
        } finally {
            writer.dispose();
        }
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static int difference(int a, int b) {
        return 0xFF000000 | channel(a >> 16, b >> 16) << 16 | channel(a >> 8, b >> 8) << 8 | channel(a, b);
    }

    private static int channel(int a, int b) {
        return Math.min(255, Math.abs((a & 0xFF) - (b & 0xFF)) * GAIN);
    }
}
