package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.Locale;

/** Tells by its first bytes what a file is that Docket does not open. */
final class FileKind {
    /** As many bytes as are looked at to tell text from data. */
    private static final int SAMPLE = 512;
    static final String OPENED = "JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, HEIC and JPEG XL";

    private FileKind() {}

    /** The refusal to give for a file that is none of the formats Docket opens. */
    static UndecodableImageException unsupported(HeaderBytes file) {
        String kind = kind(file);
        String sentence = kind != null
                ? "This is " + kind + "; Docket opens " + OPENED
                : "This is not an image of a kind that Docket knows; it opens " + OPENED;
        return new UndecodableImageException(State.UNSUPPORTED, sentence);
    }

    private static String kind(HeaderBytes file) {
        if (file.has(4, "ftyp")) {
            return "a video";
        }
        if (file.has(0, 0xFF, 0x4F, 0xFF, 0x51) || file.has(0, 0, 0, 0, 12, 'j', 'P', ' ', ' ')) {
            return "a JPEG 2000 picture";
        }
        if (file.has(0, 0, 0, 1, 0)) {
            return "an icon (ICO)";
        }
        return document(file);
    }

    private static String document(HeaderBytes file) {
        if (file.has(0, "%PDF")) {
            return "a PDF document";
        }
        if (file.has(0, "8BPS")) {
            return "a Photoshop picture (PSD)";
        }
        if (file.has(0, 'P', 'K', 3, 4)) {
            return "a ZIP archive or an office document";
        }
        if (file.has(0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return "a video";
        }
        return text(file.start(SAMPLE));
    }

    private static String text(String start) {
        boolean readable = start.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f');
        if (!readable) {
            return null;
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.contains("<svg")) {
            return "an SVG drawing";
        }
        return lower.contains("<!doctype html") || lower.contains("<html") ? "a web page, not an image" : "a text file, not an image";
    }
}
