package dev.docket.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sound files to break on purpose, by what they are. */
public final class Seeds {
    private Seeds() {}

    /** One plain file of each format that decodes in a moment, 40 x 24; the name begins with the media type. */
    public static Map<String, byte[]> plain() throws IOException {
        BufferedImage quarters = ImageFiles.quarters(40, 24);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("image/png", ImageFiles.write(quarters, "png"));
        files.put("image/bmp", ImageFiles.write(quarters, "bmp"));
        files.put("image/gif", ImageFiles.write(quarters, "gif"));
        files.put("image/jpeg", ImageFiles.jpeg(quarters, false));
        files.put("image/jpeg progressive", ImageFiles.jpeg(quarters, true));
        files.put("image/webp", ImageFiles.webp(quarters, false));
        files.put("image/webp lossless", ImageFiles.webp(quarters, true));
        files.put("image/tiff", TiffFiles.write("LZW", quarters));
        return files;
    }

    /** {@link #plain} and everything out of the way: animations, pages, turned pictures, inks, ways of packing. */
    public static Map<String, byte[]> quick() throws IOException {
        BufferedImage quarters = ImageFiles.quarters(40, 24);
        byte[] webp = ImageFiles.webp(quarters, true);
        Map<String, byte[]> files = new LinkedHashMap<>(plain());
        files.put("image/webp animated", ImageFiles.animatedWebp(40, 24, webp, webp));
        files.put("image/gif animated", ImageFiles.animatedGif(quarters, quarters));
        files.put("image/png animated", ApngFiles.of(true, new ApngFiles.Part(quarters, 0, 0, 50, 2, 0), new ApngFiles.Part(quarters, 0, 0, 50, 1, 1)));
        files.put("image/jpeg turned", ImageFiles.withOrientation(ImageFiles.jpeg(quarters, false), 6));
        files.put("image/png turned", ImageFiles.pngWithOrientation(ImageFiles.write(quarters, "png"), 8));
        files.put("image/jpeg inks", resource("/golden/quarters-cmyk.jpg"));
        files.put("image/tiff pages", TiffFiles.write("Deflate", quarters, quarters));
        List<byte[]> samples = TiffSamples.all();
        for (int i = 0; i < samples.size(); i++) {
            files.put("image/tiff sample " + i, samples.get(i));
        }
        return files;
    }

    /** Files in formats that take a decoder of the system, or one in WebAssembly and a second. */
    public static Map<String, byte[]> modern() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("chart.avif", "chart-10bit.avif", "chart-alpha.avif", "chart-p3.avif", "chart.heic",
                "chart.jxl", "chart-lossless.jxl", "chart-alpha.jxl", "turned.jxl")) {
            files.put("image/" + name.substring(name.lastIndexOf('.') + 1) + " " + name, GoldenFiles.read(name));
        }
        files.put("image/avif tiles", HeifFiles.grid(GoldenFiles.read("square.avif"), 2, 100, 60));
        files.put("image/avif turned", HeifFiles.with(GoldenFiles.read("chart-10bit.avif"), HeaderFiles.box("irot", new byte[] {1})));
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Seeds.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
