package dev.docket.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** TIFF files: by the writer of the Java runtime, and by hand where that one has no way to. */
public final class TiffFiles {
    private TiffFiles() {}

    /** @param compression as the runtime calls it: LZW, Deflate, PackBits, JPEG, CCITT T.6; null for none */
    public static byte[] write(String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = writer();
        ImageWriteParam options = writer.getDefaultWriteParam();
        if (compression != null) {
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionType(compression);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), options);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The runtime's own, whatever else is registered. */
    private static ImageWriter writer() {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName("tiff"); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith("com.sun")) {
                return writer;
            }
        }
        throw new AssertionError("no writer for TIFF");
    }

    /** What a hand-made file says of its pixels. */
    public record Kind(int photometric, int samples, int bits, int orientation, int rowsPerStrip, byte[] profile) {
        public static Kind rgb(int bits) {
            return new Kind(2, 3, bits, 1, 8, new byte[0]);
        }

        public Kind turned(int orientation) {
            return new Kind(photometric, samples, bits, orientation, rowsPerStrip, profile);
        }

        public Kind with(byte[] profile) {
            return new Kind(photometric, samples, bits, orientation, rowsPerStrip, profile);
        }

        public Kind inStripsOf(int rows) {
            return new Kind(photometric, samples, bits, orientation, rows, profile);
        }
    }

    /** Uncompressed, the directory first. @param pixels row-major, in the byte order given, whole bytes a row */
    public static byte[] uncompressed(ByteOrder order, int width, int height, Kind kind, byte[] pixels) {
        int rowBytes = pixels.length / height;
        int strips = Math.ceilDiv(height, kind.rowsPerStrip());
        int[] counts = new int[strips];
        Arrays.setAll(counts, i -> rowBytes * Math.min(kind.rowsPerStrip(), height - i * kind.rowsPerStrip()));
        int extra = kind.samples() > (kind.photometric() == 5 ? 4 : kind.photometric() == 2 ? 3 : 1) ? 1 : 0;
        int entries = 10 + extra + (kind.profile().length > 0 ? 1 : 0);
        int beyond = 8 + 6 + 12 * entries;
        int data = beyond + 2 * kind.samples() + 8 * strips + kind.profile().length;
        ByteBuffer file = ByteBuffer.allocate(data + pixels.length).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D)).putShort((short) 42).putInt(8).putShort((short) entries);
        List<byte[]> far = new ArrayList<>();
        int[] offsets = new int[strips];
        for (int i = 0, at = data; i < strips; at += counts[i++]) {
            offsets[i] = at;
        }
        int[] depths = new int[kind.samples()];
        Arrays.fill(depths, kind.bits());
        beyond = put(file, beyond, far, 256, 4, width);
        beyond = put(file, beyond, far, 257, 4, height);
        beyond = put(file, beyond, far, 258, 3, depths);
        beyond = put(file, beyond, far, 259, 3, 1);
        beyond = put(file, beyond, far, 262, 3, kind.photometric());
        beyond = put(file, beyond, far, 273, 4, offsets);
        beyond = put(file, beyond, far, 274, 3, kind.orientation());
        beyond = put(file, beyond, far, 277, 3, kind.samples());
        beyond = put(file, beyond, far, 278, 4, kind.rowsPerStrip());
        beyond = put(file, beyond, far, 279, 4, counts);
        if (extra > 0) {
            beyond = put(file, beyond, far, 338, 3, 2);
        }
        if (kind.profile().length > 0) {
            file.putShort((short) 34675).putShort((short) 7).putInt(kind.profile().length).putInt(beyond);
            far.add(kind.profile());
        }
        file.putInt(0);
        far.forEach(file::put);
        file.position(data);
        return file.put(pixels).array();
    }

    private static int put(ByteBuffer file, int beyond, List<byte[]> far, int tag, int type, int... values) {
        int size = type == 3 ? 2 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(4, size * values.length)).order(file.order());
        for (int value : values) {
            if (type == 3) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
        }
        file.putShort((short) tag).putShort((short) type).putInt(values.length);
        if (size * values.length <= 4) {
            file.put(bytes.array());
            return beyond;
        }
        file.putInt(beyond);
        far.add(bytes.array());
        return beyond + bytes.capacity();
    }
}
