package dev.docket.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text out of a file, made harmless: decoded, stripped of control, bidi and zero-width characters, cut short. */
public final class PlainText {
    /** Longest text that is looked at for patterns, in characters. */
    static final int MAX_SEARCHED = 64 * 1024;
    /** Longest tool name or detail that is kept, in characters. */
    static final int MAX_SHOWN = 200;

    /** UTF-8 where the bytes are, else Latin-1. Ends at the first NUL. */
    static String decode(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        }
    }

    /** EXIF UserComment: eight bytes naming the character set, then the text; UNICODE is UTF-16 in either order. */
    static String userComment(byte[] bytes) {
        if (bytes.length < 8) {
            return decode(bytes);
        }
        String code = new String(bytes, 0, 8, StandardCharsets.ISO_8859_1);
        byte[] text = java.util.Arrays.copyOfRange(bytes, 8, bytes.length);
        if (code.startsWith("UNICODE")) {
            return new String(text, utf16Of(text)).replace("\0", "");
        }
        return code.startsWith("ASCII") || code.startsWith("\0\0\0\0") || code.startsWith("JIS") ? decode(text) : decode(bytes);
    }

    /** Western text has its zero bytes on the even places when the high byte comes first. */
    private static Charset utf16Of(byte[] text) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < text.length && i < 2000; i += 2) {
            even += text[i] == 0 ? 1 : 0;
            odd += text[i + 1] == 0 ? 1 : 0;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** One line, plain, at most {@link #MAX_SHOWN} characters. */
    public static String shown(String text) {
        String head = text.length() > 4 * MAX_SHOWN ? text.substring(0, 4 * MAX_SHOWN) : text;
        String line = head.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "").strip();
        return line.length() <= MAX_SHOWN ? line : cut(line) + "…";
    }

    private static String cut(String line) {
        int end = MAX_SHOWN - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end).stripTrailing();
    }

    /** The part in which patterns are looked for. */
    static String searched(String text) {
        return text.length() <= MAX_SEARCHED ? text : text.substring(0, MAX_SEARCHED);
    }

    private PlainText() {}
}
