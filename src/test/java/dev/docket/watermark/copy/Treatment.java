package dev.docket.watermark.copy;

import dev.docket.classify.TestPictures;
import dev.docket.decode.DecodedImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What becomes of a copy on its way, by the JDK's own means; JPEG with half the colours each way, as everywhere. */
enum Treatment {
    NONE(true, p -> p),
    Q95(true, p -> jpeg(p, 95)), Q90(true, p -> jpeg(p, 90)), Q75(true, p -> jpeg(p, 75)),
    THREE_QUARTERS_AND_BACK(true, p -> scaled(scaled(p, 0.75), p.getWidth(), p.getHeight())),
    HALF_AND_BACK(false, p -> scaled(scaled(p, 0.5), p.getWidth(), p.getHeight())),
    Q60(false, p -> jpeg(p, 60)), Q50(false, p -> jpeg(p, 50)), Q30(false, p -> jpeg(p, 30)),
    TWICE_Q75(false, p -> jpeg(jpeg(p, 75), 80)),
    THREE_QUARTERS(false, p -> scaled(p, 0.75)), THREE_QUARTERS_Q75(false, p -> jpeg(scaled(p, 0.75), 75)),
    HALF(false, p -> scaled(p, 0.5)), LARGER(false, p -> scaled(p, 1.4)), ODD_SIZE(false, p -> scaled(p, 0.83)),
    CUT(false, p -> cut(p, 37, 21)), CUT_Q75(false, p -> jpeg(cut(p, 37, 21), 75)), CUT_AND_HALF(false, p -> scaled(cut(p, 37, 21), 0.5)),
    BRIGHTER(false, p -> each(p, 1, 20)), DARKER_Q75(false, p -> jpeg(each(p, 1, -20), 75)),
    MORE_CONTRAST(false, p -> each(p, 1.1, -10)), LESS_CONTRAST_Q75(false, p -> jpeg(each(p, 0.9, 10), 75)),
    NOISE(false, p -> noise(p, 8)),
    TURNED_ONE_DEGREE(false, p -> turned(p, 1)), MIRRORED(false, Treatment::mirrored), GREY(false, Treatment::grey);

    /** Whether every copy has to live through it. */
    final boolean must;
    private final UnaryOperator<BufferedImage> change;

    Treatment(boolean must, UnaryOperator<BufferedImage> change) {
        this.must = must;
        this.change = change;
    }

    DecodedImage of(DecodedImage copy) {
        return decoded(change.apply(buffered(copy)));
    }

    static BufferedImage buffered(DecodedImage picture) {
        BufferedImage buffered = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return buffered;
    }

    private static DecodedImage decoded(BufferedImage picture) {
        return TestPictures.of(picture.getWidth(), picture.getHeight(), picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }

    static BufferedImage jpeg(BufferedImage picture, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
            stream.flush();
            return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage picture, double by) {
        return scaled(picture, (int) Math.round(picture.getWidth() * by), (int) Math.round(picture.getHeight() * by));
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        return drawn(picture, width, height, AffineTransform.getScaleInstance((double) width / picture.getWidth(), (double) height / picture.getHeight()));
    }

    private static BufferedImage turned(BufferedImage picture, double degrees) {
        return drawn(picture, picture.getWidth(), picture.getHeight(),
                AffineTransform.getRotateInstance(Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0));
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), new AffineTransform(-1, 0, 0, 1, picture.getWidth(), 0));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, how, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage cut(BufferedImage picture, int left, int top) {
        int width = picture.getWidth() * 4 / 5;
        int height = picture.getHeight() * 4 / 5;
        return drawn(picture.getSubimage(left, top, width, height), width, height, new AffineTransform());
    }

    private static BufferedImage each(BufferedImage picture, double times, double plus) {
        BufferedImage changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            int x = i % picture.getWidth();
            int y = i / picture.getWidth();
            Color c = new Color(picture.getRGB(x, y));
            changed.setRGB(x, y, new Color(tone(c.getRed(), times, plus), tone(c.getGreen(), times, plus), tone(c.getBlue(), times, plus)).getRGB());
        }
        return changed;
    }

    private static BufferedImage noise(BufferedImage picture, int most) {
        java.util.Random random = new java.util.Random(5);
        BufferedImage changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            int x = i % picture.getWidth();
            int y = i / picture.getWidth();
            Color c = new Color(picture.getRGB(x, y));
            changed.setRGB(x, y, new Color(tone(c.getRed(), 1, random.nextGaussian() * most), tone(c.getGreen(), 1, random.nextGaussian() * most),
                    tone(c.getBlue(), 1, random.nextGaussian() * most)).getRGB());
        }
        return changed;
    }

    private static BufferedImage grey(BufferedImage picture) {
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(picture, 0, 0, null);
        return grey;
    }

    private static int tone(int channel, double times, double plus) {
        return (int) Math.clamp(Math.rint(channel * times + plus), 0, 255);
    }
}
