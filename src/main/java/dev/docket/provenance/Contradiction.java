package dev.docket.provenance;

import java.util.Locale;

/** Two statements about one file that cannot both hold. Both are told; neither is believed, and nothing is decided by it. */
public record Contradiction(Kind kind, Side one, Side other) {

    /** What disagrees with what. */
    public enum Kind {
        /** Content Credentials name a camera, something else says AI made it. */
        CREDENTIALS_CAMERA,
        /** Content Credentials name a camera, the pixels carry a generator's watermark. */
        WATERMARK,
        /** Unsigned metadata names a camera, something else says AI made it. */
        CAMERA,
        /** Two makers of AI are named. */
        MAKERS,
        /** The credentials are altered or invalid, and a label beside them says AI made it. */
        INVALID_CREDENTIALS;

        /** As packs spell it: {@code credentials_camera}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who says it.
     *
     * @param source as of a signal: c2pa, iptc, exif, generator, label or watermark
     * @param who program, camera or signer it names; empty when none
     */
    public record Side(String source, String who) {}

    /** In English, as it is kept with the report. */
    public String sentence() {
        return switch (kind) {
            case CREDENTIALS_CAMERA, CAMERA -> words(one) + " says a camera took it, " + words(other) + " says AI made it.";
            case WATERMARK -> words(one) + " says a camera took it, the pixels carry a generator's watermark (" + other.who() + ").";
            case MAKERS -> "Different makers are named: " + one.who() + ", " + other.who() + ".";
            case INVALID_CREDENTIALS -> "the credentials are altered or invalid, " + words(other) + " says AI made it.";
        };
    }

    private static String words(Side side) {
        String who = side.who().isEmpty() ? "" : " (" + side.who() + ")";
        return switch (side.source()) {
            case "c2pa" -> "the content credential" + who;
            case "iptc" -> "the digital source type" + who;
            case "exif" -> "EXIF" + who;
            case "label" -> "a disclosure label" + who;
            case "watermark" -> "an invisible watermark" + who;
            default -> "generator metadata" + who;
        };
    }
}
