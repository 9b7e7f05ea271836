package dev.docket.provenance;

import dev.docket.storage.CanonicalJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Out of what was kept of it with an item; {@link #NONE} where nothing was. */
    public static ProvenanceReport kept(String json) {
        return json.equals("{}") ? NONE : CanonicalJson.read(json, ProvenanceReport.class);
    }

    /** State of the Content Credentials. */
    public enum State {
        TRUSTED, INTACT, INVALID, EXPIRED, REMOTE, NONE, UNREADABLE, NOT_CHECKED;

        /** As {@code inspect --json} spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Content Credentials (C2PA). {@code NOT_CHECKED}: present, but nobody validated them yet.
     *
     * @param failures codes of C2PA that decide the state, or {@code docket.*} where the validator gave none
     * @param ingredientFailures codes found now in what the picture was made from, not those recorded when it was added
     * @param signer who signed; claimed and not verified unless the state is TRUSTED
     * @param signedAt RFC 3339, from a time stamp
     * @param manifest the active one, with the picture's history
     * @param chain the signer's certificates as they stand in the file, the signer's own first
     * @param json what the validator told, whole; empty when it told nothing or too much
     * @param check what validated it
     */
    public record Credentials(
            State state,
            List<String> failures,
            List<String> ingredientFailures,
            Optional<String> signer,
            Optional<String> claimGenerator,
            Optional<String> signedAt,
            Optional<Manifest> manifest,
            List<Certificate> chain,
            Optional<String> json,
            Optional<Check> check) {

        public static final Credentials NONE = of(State.NONE, List.of());

        /** Reports of earlier versions lack what was added since. */
        public Credentials {
            failures = List.copyOf(failures);
            ingredientFailures = List.copyOf(ingredientFailures);
            manifest = manifest == null ? Optional.empty() : manifest;
            chain = chain == null ? List.of() : List.copyOf(chain);
            json = json == null ? Optional.empty() : json;
            check = check == null ? Optional.empty() : check;
        }

        /** A state of which nothing else is known. */
        public static Credentials of(State state, List<String> failures) {
            return new Credentials(state, failures, List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }

        /** Whether what went into the picture was bad already when it was added, and is said to have been. */
        public boolean hasBadIngredient() {
            return manifest.map(Credentials::hasBadIngredient).orElse(false);
        }

        private static boolean hasBadIngredient(Manifest manifest) {
            return manifest.ingredients().stream().anyMatch(ingredient -> ingredient.wasBad()
                    || ingredient.manifest().map(Credentials::hasBadIngredient).orElse(false));
        }
    }

    /**
     * A certificate that came with a signature; nothing about it is checked here.
     *
     * @param notBefore and {@code notAfter}: RFC 3339
     * @param sha256 of its DER form, hexadecimal
     */
    public record Certificate(String subject, String issuer, String serial, String notBefore, String notAfter, String sha256) {}

    /**
     * What the state of the credentials was found with.
     *
     * @param validator name and version
     * @param trustList SHA-256 of the file of trusted authorities; empty when none was set
     */
    public record Check(String validator, Optional<String> trustList) {}

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

    /** How much of a mark is there. {@code POSSIBLE}: too little to act on, for the detail only. */
    public enum MarkState {
        DETECTED, POSSIBLE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An invisible watermark in the pixels. Anybody can put a payload that is public into any picture: no proof.
     *
     * @param detector what found it: {@code open}, {@code docket} or the name of a detector that was added
     * @param payload whose mark, such as {@code SDXL}
     * @param method how it is woven in: {@code dwtDct}, {@code dwtDctSvd} or a detector's own
     * @param colours by which arithmetic the colours were taken apart, {@code u8} or {@code f32}; empty when that is not known
     * @param bits how many the payload has
     * @param matched how many of them were read as the payload has them; half of them are by chance
     * @param needed from how many it counts as detected
     * @param chance how likely a picture without any mark reads as well as this one in any of the tests made, 0..1
     * @param falsePositive how likely a picture without any mark counts as detected in any of the tests made, 0..1
     * @param detail what else is known, such as an export's number; empty for nothing
     */
    public record Watermark(
            String detector, String payload, String method, String colours, int bits, int matched, int needed,
            double chance, double falsePositive, MarkState state, String detail) {}

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** The same with these credentials and what they state. */
    public ProvenanceReport withCredentials(Credentials credentials) {
        List<Signal> all = Stream.concat(signals.stream(), ManifestSignals.in(credentials).stream()).sorted(Comparator.comparing(Signal::strength)).toList();
        return new ProvenanceReport(credentials, SynthId.noted(all), watermarks, contradictions, camera, gps).compared();
    }

    /** The same and what was found in the pixels. @param says what the marks state, one for each that is detected */
    public ProvenanceReport withMarks(List<Watermark> marks, List<Signal> says) {
        List<Signal> all = Stream.concat(signals.stream(), says.stream())
                .sorted(Comparator.comparing(Signal::strength)).toList();
        return new ProvenanceReport(c2pa, all, marks, contradictions, camera, gps).compared();
    }

    /** The same and this signal. */
    public ProvenanceReport with(Signal signal) {
        List<Signal> all = Stream.concat(signals.stream(), Stream.of(signal)).sorted(Comparator.comparing(Signal::strength)).toList();
        return new ProvenanceReport(c2pa, all, watermarks, contradictions, camera, gps).compared();
    }

    /** The same with its parts held against each other once more, after one of them was added. */
    public ProvenanceReport compared() {
        return new ProvenanceReport(c2pa, signals, watermarks, disagreements().stream().map(Contradiction::sentence).toList(), camera, gps);
    }

    /** What cannot both hold, as it is understood today; {@code contradictions} has it as it was when the report was made. */
    public List<Contradiction> disagreements() {
        return Contradictions.in(this);
    }

    /** Whether anything stronger than a hint says that AI made or changed the picture. */
    public boolean disclosesAi() {
        return signals.stream().anyMatch(s -> s.strength() != Strength.HINT && (s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED));
    }

    /** Whether any signal says that AI made or changed the picture. */
    public boolean statesAi() {
        return signals.stream().anyMatch(s -> s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED);
    }
}
