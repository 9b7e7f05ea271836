package dev.docket.provenance.c2pa;

import dev.docket.decode.WebpEncoder;
import dev.docket.provenance.Crafted;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Paints what {@code src/test/c2pa/sign.mjs} signs. Argument: the folder to write to. */
public final class PaintedPictures {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        BufferedImage image = painted();
        ImageIO.write(image, "jpg", folder.resolve("plain.jpg").toFile());
        ImageIO.write(image, "png", folder.resolve("plain.png").toFile());
        ImageIO.write(image, "gif", folder.resolve("plain.gif").toFile());
        tiff(image, folder.resolve("plain.tif"));
        Files.write(folder.resolve("plain.webp"), WebpEncoder.lossy(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), 80));
        Files.write(folder.resolve("plain.avif"), quarters("avif"));
        Files.write(folder.resolve("plain.jxl"), inBoxes(quarters("jxl")));
        ImageIO.write(small(image), "jpg", folder.resolve("small.jpg").toFile());
    }

    private static void tiff(BufferedImage image, Path to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam packed = writer.getDefaultWriteParam();
        packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        packed.setCompressionType("Deflate");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), packed);
        } finally {
            writer.dispose();
        }
    }

    private static byte[] quarters(String format) throws IOException {
        try (InputStream file = PaintedPictures.class.getResourceAsStream("/decode/quarters." + format)) {
            return file.readAllBytes();
        }
    }

    /** Credentials have no place in a bare codestream. */
    private static byte[] inBoxes(byte[] codestream) {
        return Crafted.join(HexFormat.of().parseHex("0000000c4a584c200d0a870a00000014667479706a786c20000000006a786c20"),
                Crafted.int32(8 + codestream.length), Crafted.latin("jxlc"), codestream);
    }

    /** What credentials keep of a picture that went into another. */
    private static BufferedImage small(BufferedImage image) {
        BufferedImage small = new BufferedImage(WIDTH / 2, HEIGHT / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.drawImage(image, 0, 0, WIDTH / 2, HEIGHT / 2, null);
        g.dispose();
        return small;
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
