package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Harmless street scenes drawn for tests, another for each seed. */
public final class PaintedPictures {
    private PaintedPictures() {}

    /** Black and white squares of 20 pixels: under any cover they are one grey. */
    static DecodedImage squares(int width, int height) {
        int[] argb = new int[width * height];
        for (int at = 0; at < argb.length; at++) {
            argb[at] = (at % width / 20 + at / width / 20) % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF;
        }
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }

    /** A folder of street scenes for an intake, {@code street-0.png} and so on. */
    public static Path streets(Path folder, int count, int width, int height) throws IOException {
        Files.createDirectories(folder);
        for (int n = 0; n < count; n++) {
            write(street(n, width, height), folder.resolve("street-" + n + ".png"));
        }
        return folder;
    }

    /** As a PNG. */
    public static void write(DecodedImage picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }

    static DecodedImage street(long seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(seed);
        float hue = random.nextFloat();
        g.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.25f, 0.75f), 0, height * 0.7f, Color.getHSBColor(hue + 0.1f, 0.15f, 0.95f)));
        g.fillRect(0, 0, width, height);
        int ground = (int) (height * 0.72);
        int x = 0;
        while (x < width) {
            int w = width / 12 + random.nextInt(width / 10);
            int h = height / 4 + random.nextInt(height / 3);
            g.setColor(Color.getHSBColor(0.02f + random.nextFloat() * 0.12f, 0.3f + random.nextFloat() * 0.3f, 0.5f + random.nextFloat() * 0.35f));
            g.fillRect(x, ground - h, w, h);
            for (int row = ground - h + 24; row < ground - 40; row += 48) {
                for (int column = x + 14; column < x + w - 24; column += 40) {
                    g.setColor(random.nextInt(4) == 0 ? new Color(0xF7D98C) : new Color(0x2E3A4C));
                    g.fillRect(column, row, 18, 26);
                }
            }
            x += w;
        }
        g.setPaint(new GradientPaint(0, ground, new Color(0x8B949E), 0, height, new Color(0x30404E)));
        g.fillRect(0, ground, width, height - ground);
        for (int i = 0; i < 5; i++) {
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
            g.fillRoundRect(random.nextInt(width), ground + random.nextInt(height - ground), 90, 50, 12, 12);
        }
        g.dispose();
        // opaque all over, so premultiplied or not is the same
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
