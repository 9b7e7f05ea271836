package dev.docket.provenance.c2pa;

import dev.docket.decode.WebpEncoder;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Paints what {@code src/test/c2pa/sign.mjs} signs. Argument: the folder to write to. */
public final class PaintedPictures {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        BufferedImage image = painted();
        ImageIO.write(image, "jpg", folder.resolve("plain.jpg").toFile());
        ImageIO.write(image, "png", folder.resolve("plain.png").toFile());
        Files.write(folder.resolve("plain.webp"), WebpEncoder.lossy(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), 80));
        try (InputStream avif = PaintedPictures.class.getResourceAsStream("/decode/quarters.avif")) {
            Files.write(folder.resolve("plain.avif"), avif.readAllBytes());
        }
    }

    private static BufferedImage painted() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x204060), WIDTH, HEIGHT, new Color(0xE0B040)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0xB03030));
        g.fillOval(10, 8, 28, 28);
        g.dispose();
        return image;
    }

    private PaintedPictures() {}
}
