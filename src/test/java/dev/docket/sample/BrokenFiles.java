package dev.docket.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Files that pretend to be pictures and must be refused, each with its own reason. */
final class BrokenFiles {

    /** A file and why it is no picture to review. */
    record Broken(String file, String why, byte[] bytes) {}

    private BrokenFiles() {}

    static List<Broken> all(byte[] wholeJpeg, byte[] wholePng) {
        return List.of(
                new Broken("img-201.jpg", "JPEG cut off before its picture begins", Arrays.copyOf(wholeJpeg, scan(wholeJpeg))),
                new Broken("img-202.jpg", "plain text named .jpg", "This is a note, not a picture.\n".repeat(9).getBytes(StandardCharsets.US_ASCII)),
                new Broken("img-203.png", "20000 x 20000 pixels in a small file", bomb()),
                new Broken("img-204.jpg", "empty file", new byte[0]),
                new Broken("img-205.png", "PNG whose compressed pixels are corrupt", corrupt(wholePng)),
                new Broken("img-206.avif", "AVIF header with no picture behind it", headerOnly()));
    }

    /** Where the compressed pixels begin. */
    private static int scan(byte[] jpeg) {
        int at = Math.min(2, jpeg.length);
        while (at + 4 <= jpeg.length && (jpeg[at + 1] & 0xFF) != 0xDA) {
            at += 2 + ByteBuffer.wrap(jpeg).getChar(at + 2);
        }
        return Math.min(at, jpeg.length);
    }

    /** A valid black PNG, one bit a pixel: 50 kB on disk, 1.6 GB once decoded to four bytes a pixel. */
    private static byte[] bomb() {
        int side = 20000;
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[(side / 8 + 1) * side]);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        Encoding.chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).put(new byte[4]).array());
        Encoding.chunk(out, "IDAT", packed.toByteArray());
        Encoding.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Checksums right, zlib stream wrong: the damage shows only when pixels are unpacked. */
    private static byte[] corrupt(byte[] png) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        byte[] noise = new byte[4000];
        new java.util.SplittableRandom(5).nextBytes(noise);
        Encoding.chunk(out, "IDAT", noise);
        Encoding.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] headerOnly() {
        byte[] header = "\0\0\0\034ftypavif\0\0\0\0avifmif1miaf".getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(header, 600);
    }
}
