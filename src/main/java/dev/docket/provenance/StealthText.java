package dev.docket.provenance;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.Entry.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Text that generators hide in the lowest bits of the pixels, column by column: of the alpha channel, or of red, green and blue
 * in turn. A word of 15 letters, the length in bits, the text itself, plain or as gzip; most significant bit first. Alpha as
 * NovelAI writes it (read by stable-diffusion-prompt-reader); the colour variants after the web interfaces' extension.
 */
final class StealthText {
    /** What a packed text may unpack to, in bytes. */
    static final int MAX_UNPACKED = 4 << 20;
    private static final int WORD = "stealth_pngcomp".length();
    private static final int MAX_FIELDS = 50;

    /** A stream of hidden bits. */
    private record Bits(DecodedImage image, int perPixel) {

        long count() {
            return (long) image.argb().length * perPixel;
        }

        int at(long index) {
            long pixel = index / perPixel;
            int x = (int) (pixel / image.height());
            int y = (int) (pixel % image.height());
            int shift = perPixel == 1 ? 24 : 16 - 8 * (int) (index % perPixel);
            return image.argb()[y * image.width() + x] >>> shift & 1;
        }

        byte[] bytes(long from, int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < 8 * length; i++) {
                bytes[i >> 3] |= (byte) (at(from + i) << 7 - (i & 7));
            }
            return bytes;
        }
    }

    /** What is hidden, field by field where it is JSON; nothing for nearly every picture, after a look at a few pixels. */
    static List<Entry> find(DecodedImage image) {
        Optional<Entry> alpha = read(new Bits(image, 1), "stealth_pnginfo", "stealth_pngcomp");
        return alpha.or(() -> read(new Bits(image, 3), "stealth_rgbinfo", "stealth_rgbcomp")).map(StealthText::fields).orElse(List.of());
    }

    private static Optional<Entry> read(Bits bits, String plain, String packed) {
        int head = WORD + Integer.BYTES;
        if (bits.count() < 8L * head) {
            return Optional.empty();
        }
        byte[] start = bits.bytes(0, head);
        String word = Bytes.latin1(start, 0, WORD);
        long length = Bytes.u32(start, WORD) / 8;
        if (!word.equals(plain) && !word.equals(packed) || length > Blocks.MAX_BLOCK || 8 * (head + length) > bits.count()) {
            return Optional.empty();
        }
        byte[] text = bits.bytes(8L * head, (int) length);
        return Optional.of(new Entry(Place.PIXELS, word, PlainText.decode(word.equals(packed) ? unpacked(text) : text)));
    }

    /** At most {@link #MAX_UNPACKED} bytes; of a damaged text what stands before the damage. */
    private static byte[] unpacked(byte[] packed) {
        byte[] out = new byte[0];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] piece;
            while (out.length < MAX_UNPACKED && (piece = in.readNBytes(Math.min(1 << 16, MAX_UNPACKED - out.length))).length > 0) {
                out = Bytes.joined(out, piece);
            }
        } catch (IOException e) {
            return out.length > 0 ? out : "(damaged text)".getBytes(StandardCharsets.UTF_8);
        }
        return out;
    }

    /** NovelAI hides the very fields that it also writes as PNG texts. */
    private static List<Entry> fields(Entry whole) {
        List<Entry> entries = new ArrayList<>(List.of(whole));
        MetadataJson.object(whole.value()).ifPresent(json -> json.properties().stream().limit(MAX_FIELDS)
                .filter(field -> field.getValue().isString())
                .forEach(field -> entries.add(new Entry(Place.PIXELS, field.getKey(), field.getValue().stringValue()))));
        return entries;
    }

    private StealthText() {}
}
