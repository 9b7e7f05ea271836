package dev.docket.provenance;

import static dev.docket.provenance.Bytes.latin1;
import static dev.docket.provenance.Bytes.u32;
import static dev.docket.provenance.Bytes.u8;
import static dev.docket.provenance.Bytes.zero;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG; compressed texts are inflated up to a limit. */
final class PngBlocks {
    private static final int MAX_KEYWORD = 79;
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

    static void read(byte[] file, Blocks blocks) {
        int at = 8;
        while (at + 12 <= file.length) {
            long length = u32(file, at);
            long end = at + 8 + length;
            if (end > file.length) {
                return;
            }
            chunk(file, latin1(file, at + 4, at + 8), at + 8, (int) end, blocks);
            if (end + 4 > file.length) {
                return;
            }
            at = (int) end + 4;
        }
    }

    private static void chunk(byte[] file, String type, int from, int end, Blocks blocks) {
        switch (type) {
            case "eXIf" -> blocks.addExif(file, from, end);
            case "caBX" -> blocks.foundCredentials();
            case "tEXt", "zTXt", "iTXt" -> text(file, type, from, end, blocks);
            default -> { }
        }
    }

    private static void text(byte[] file, String type, int from, int end, Blocks blocks) {
        int afterKey = zero(file, from, Math.min(end, from + MAX_KEYWORD + 1));
        if (afterKey >= end || file[afterKey] != 0 || end - from > Blocks.MAX_BLOCK) {
            return;
        }
        String key = latin1(file, from, afterKey);
        byte[] value = switch (type) {
            case "tEXt" -> Arrays.copyOfRange(file, afterKey + 1, end);
            case "zTXt" -> inflated(file, Math.min(afterKey + 2, end), end);
            default -> international(file, afterKey + 1, end);
        };
        if (type.equals("iTXt") && key.equals(XMP_KEYWORD)) {
            blocks.addXmp(value, 0, value.length);
        } else {
            // the standard says Latin-1, but programs write UTF-8
            blocks.addText(new Entry(Entry.Place.PNG, key, PlainText.decode(value)));
        }
    }

    /** Compression flag and method, language, translated keyword, text. */
    private static byte[] international(byte[] file, int from, int end) {
        if (from + 2 > end) {
            return new byte[0];
        }
        int language = zero(file, from + 2, end);
        int translated = language < end ? zero(file, language + 1, end) : end;
        int start = Math.min(translated + 1, end);
        return u8(file, from) == 1 ? inflated(file, start, end) : Arrays.copyOfRange(file, start, end);
    }

    /** At most {@link Blocks#MAX_BLOCK} bytes: the rest of a bomb stays packed. */
    private static byte[] inflated(byte[] file, int from, int end) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, end - from);
            byte[] out = new byte[Math.min(Blocks.MAX_BLOCK, Math.max(1024, (end - from) * 8))];
            int n = 0;
            int step;
            while (n < out.length && (step = inflater.inflate(out, n, out.length - n)) > 0) {
                n += step;
                if (n == out.length && n < Blocks.MAX_BLOCK) {
                    out = Arrays.copyOf(out, Math.min(Blocks.MAX_BLOCK, 2 * out.length));
                }
            }
            return Arrays.copyOf(out, n);
        } catch (DataFormatException e) {
            return "(damaged text)".getBytes(StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }

    private PngBlocks() {}
}
