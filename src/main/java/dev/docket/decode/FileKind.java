package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.List;
import java.util.Locale;

/** Tells by its first bytes what a file is that Docket does not open. */
final class FileKind {
    /** As many bytes as are looked at to tell text from data. */
    private static final int SAMPLE = 512;
    private static final List<String> HEIF_BRANDS = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private FileKind() {}

    /** The refusal to give for a file that is none of the formats Docket opens. */
    static UndecodableImageException unsupported(HeaderBytes file) {
        String kind = kind(file);
        String sentence = kind != null
                ? "This is " + kind + "; Docket opens JPEG, PNG, WebP, GIF and BMP"
                : "This is not an image of a kind that Docket knows; it opens JPEG, PNG, WebP, GIF and BMP";
        return new UndecodableImageException(State.UNSUPPORTED, sentence);
    }

    private static String kind(HeaderBytes file) {
        if (file.has(4, "ftyp")) {
            return isoMedia(file);
        }
        if (file.has(0, 'I', 'I', 42, 0) || file.has(0, 'M', 'M', 0, 42) || file.has(0, 'I', 'I', 43, 0) || file.has(0, 'M', 'M', 0, 43)) {
            return "a TIFF picture (or a camera's raw file)";
        }
        if (file.has(0, 0xFF, 0x0A) || file.has(0, 0, 0, 0, 12, 'J', 'X', 'L', ' ')) {
            return "a JPEG XL picture";
        }
        if (file.has(0, 0xFF, 0x4F, 0xFF, 0x51) || file.has(0, 0, 0, 0, 12, 'j', 'P', ' ', ' ')) {
            return "a JPEG 2000 picture";
        }
        if (file.has(0, 0, 0, 1, 0)) {
            return "an icon (ICO)";
        }
        return document(file);
    }

    private static String isoMedia(HeaderBytes file) {
        String brand = file.start(12).substring(Math.min(8, file.start(12).length()));
        if (brand.equals("avif") || brand.equals("avis")) {
            return "an AVIF picture";
        }
        return HEIF_BRANDS.contains(brand) ? "a HEIC picture" : "a video";
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
