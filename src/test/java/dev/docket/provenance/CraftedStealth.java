package dev.docket.provenance;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Pictures with text in the lowest bits of their pixels. */
final class CraftedStealth {

    static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(data);
        }
        return out.toByteArray();
    }

    /** Hidden in alpha where the word has "png" in it, else in the colours. */
    static int[] hide(int width, int height, String word, byte[] text, int bits) {
        byte[] all = Crafted.join(Crafted.latin(word), Crafted.int32(bits), text);
        boolean alpha = word.contains("png");
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = alpha ? 0xFE000000 | (i * 7 & 0x7F) * 0x010101 : 0xFF000000 | (i * 7919 & 0xFEFEFE);
        }
        for (int bit = 0; bit < 8 * all.length; bit++) {
            int pixel = alpha ? bit : bit / 3;
            int shift = alpha ? 24 : 16 - 8 * (bit % 3);
            int at = pixel % height * width + pixel / height;
            argb[at] = argb[at] & ~(1 << shift) | (all[bit >> 3] >> 7 - (bit & 7) & 1) << shift;
        }
        return argb;
    }

    static DecodedImage picture(int width, int height, String word, byte[] text) {
        return picture(width, height, hide(width, height, word, text, 8 * text.length));
    }

    static DecodedImage picture(int width, int height, int[] argb) {
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }

    static byte[] png(int width, int height, int[] argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private CraftedStealth() {}
}
