package dev.docket.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Animated PNG files put together from pictures. */
public final class ApngFiles {
    private ApngFiles() {}

    /** A frame to be laid at a place; the first has to be as large as the whole. */
    public record Part(BufferedImage picture, int left, int top, int millis, int dispose, int blend) {}

    /** @param hidden whether a picture that is no frame stands before the frames, for those who do not play */
    public static byte[] of(boolean hidden, Part... parts) throws IOException {
        byte[] first = ImageFiles.write(parts[0].picture(), "png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, 0, 33);
        out.writeBytes(chunk("acTL", HeaderFiles.ints(parts.length, 0)));
        int sequence = 0;
        if (hidden) {
            out.writeBytes(chunk("IDAT", pixels(first)));
        }
        for (int i = 0; i < parts.length; i++) {
            Part part = parts[i];
            out.writeBytes(chunk("fcTL", HeaderFiles.joined(
                    HeaderFiles.ints(sequence++, part.picture().getWidth(), part.picture().getHeight(), part.left(), part.top()),
                    HeaderFiles.shorts(part.millis(), 1000), new byte[] {(byte) part.dispose(), (byte) part.blend()})));
            byte[] pixels = pixels(ImageFiles.write(part.picture(), "png"));
            if (i == 0 && !hidden) {
                out.writeBytes(chunk("IDAT", pixels));
            } else {
                out.writeBytes(chunk("fdAT", HeaderFiles.joined(HeaderFiles.ints(sequence++), pixels)));
            }
        }
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] pixels(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (int at = 8; at < png.length; at += 12 + file.getInt(at)) {
            if (new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
                pixels.write(png, at + 8, file.getInt(at));
            }
        }
        return pixels.toByteArray();
    }

    private static byte[] chunk(String type, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(HeaderFiles.ascii(type));
        crc.update(body);
        return HeaderFiles.joined(HeaderFiles.ints(body.length), HeaderFiles.ascii(type), body, HeaderFiles.ints((int) crc.getValue()));
    }
}
