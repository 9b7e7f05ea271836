package dev.docket.hash;

import java.util.Locale;
import java.util.Optional;

/** What a bank knows a picture by. */
public enum HashKind {
    /** Alike: within {@link NearDuplicates#MAX_DISTANCE} bits. */
    PDQ("PDQ", 32),
    /** The same file. */
    SHA256("SHA-256", 32),
    /** The same file, unless somebody made two with one MD5, which is easy. */
    MD5("MD5", 16);

    private final String title;
    private final int bytes;

    HashKind(String title, int bytes) {
        this.title = title;
        this.bytes = bytes;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** {@code pdq}, {@code sha256} or {@code md5}, as hash lists and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int bytes() {
        return bytes;
    }

    /** The kind of a list's own word for it: {@code pdq}, {@code SHA-256}, {@code HASH_MD5}; empty for what no picture has. */
    static Optional<HashKind> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
            case "pdq", "hashpdq", "imagepdq", "photopdq" -> Optional.of(PDQ);
            case "sha256", "hashsha256", "imagesha256", "photosha256" -> Optional.of(SHA256);
            case "md5", "hashmd5", "imagemd5", "photomd5" -> Optional.of(MD5);
            default -> Optional.empty();
        };
    }
}
