package dev.docket.provenance;

import java.util.List;
import java.util.Optional;

/**
 * What a file says about where it came from. Nothing found is "no provenance found", never "authentic".
 * Field names are those of {@code inspect --json}. All text is attacker-controlled: capped, plain.
 *
 * @param signals statements and hints, strongest first
 * @param contradictions pairs of facts that cannot both hold, each a sentence
 * @param camera camera facts a person may want to see, such as {@code Make}, {@code Model}, {@code Taken}
 * @param gps whether the file holds coordinates, which are never shown
 */
public record ProvenanceReport(
        Credentials c2pa,
        List<Signal> signals,
        List<Watermark> watermarks,
        List<String> contradictions,
        List<Fact> camera,
        boolean gps) {

    public static final ProvenanceReport NONE =
            new ProvenanceReport(Credentials.NONE, List.of(), List.of(), List.of(), List.of(), false);

    public ProvenanceReport {
        signals = List.copyOf(signals);
        watermarks = List.copyOf(watermarks);
        contradictions = List.copyOf(contradictions);
        camera = List.copyOf(camera);
    }

    /** State of the Content Credentials. */
    public enum State {
        TRUSTED, INTACT, INVALID, EXPIRED, REMOTE, NONE, UNREADABLE, NOT_CHECKED;

        /** As {@code inspect --json} spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Content Credentials (C2PA). {@code NOT_CHECKED}: present, but nobody validated them yet. */
    public record Credentials(
            State state,
            List<String> failures,
            List<String> ingredientFailures,
            Optional<String> signer,
            Optional<String> claimGenerator,
            Optional<String> signedAt) {
        public static final Credentials NONE = new Credentials(
                State.NONE, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How hard a statement is to forge, strongest first. */
    public enum Strength {
        SIGNED, DISCLOSURE, METADATA, HINT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One statement about the picture's origin.
     *
     * @param source c2pa, iptc, exif, generator, label or watermark
     * @param origin what it says
     * @param tool the program or device it names; empty text when none
     * @param detail the evidence, capped
     */
    public record Signal(String source, Strength strength, Origin origin, String tool, String detail) {}

    /** What a signal says of the picture's making. */
    public enum Origin { AI_GENERATED, AI_EDITED, PROCEDURAL, CAMERA, OTHER }

    /** A public watermark payload found in the pixels. */
    public record Watermark(String payload, String method, int bits, int matched, String state) {}

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** Whether any signal says that AI made or changed the picture. */
    public boolean statesAi() {
        return signals.stream().anyMatch(s -> s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED);
    }
}
