package dev.docket.provenance.c2pa;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the validator has to be told of a file: which container to look into. By content, never by name. */
final class MediaType {

    static Optional<String> of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of("image/jpeg");
        } else if (head.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        } else if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return Optional.of("image/webp");
        } else if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Optional.of("image/tiff");
        } else if (head.startsWith("\0\0\0\fJXL ")) {
            return Optional.of("image/jxl");
        }
        // the validator reads AVIF, HEIC and HEIF in one way
        return head.startsWith("ftyp", 4) ? Optional.of("image/avif") : Optional.empty();
    }

    private MediaType() {}
}
