package dev.docket.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.classify.ModelScore;
import dev.docket.storage.ContentHash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was on the screen when the key was pressed. Its canonical JSON is stored and hashed with the verdict; what was
 * not known to earlier versions is left out of it where it is empty.
 *
 * @param scoresVisible false where they were hidden, where the list of scores is empty
 * @param models {@code id@version} of every model whose scores the item had, shown or not
 * @param provenanceHash hash of the provenance report's canonical JSON; 64 zeros when hidden
 * @param cover display profile in force
 * @param revealed whether the pixels were uncovered at any time before the verdict
 * @param pastVerdicts ids of the earlier verdicts that were listed
 * @param reviewMillis from first paint to the key
 * @param mode what the reviewer was let see before deciding
 * @param steps every cover the picture had, in order, from first paint on
 * @param seen how much of the picture the reviewer saw; empty: all of it
 */
public record Shown(
        ContentHash image, boolean scoresVisible, List<ModelScore> scores, List<String> models, String provenanceHash,
        String cover, boolean revealed, List<String> pastVerdicts, long reviewMillis,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Mode> mode,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CoverStep> steps,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Seen> seen) {
    /** In place of a hash of what was hidden. */
    public static final String HIDDEN = "0".repeat(64);
    private static final int MOST_STEPS = 200;

    /** What the reviewer was let see before deciding. */
    public enum Mode {
        /** Scores, provenance and earlier verdicts. */
        ASSISTED,
        /** Scores once asked for; {@code scoresVisible} says whether they were. */
        ON_DEMAND,
        /** The picture and its post alone. */
        BLIND;

        /** As decision sets spell it: {@code on_demand}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much of the picture was seen by the person whose verdict this is. */
    public enum Seen {
        FULL,
        /** As a tile among others. */
        GALLERY,
        /** Not at all: decided with another item. */
        NOT;

        /** As decision sets spell it: {@code gallery}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A cover the picture had.
     *
     * @param cover such as {@code full}, {@code 60}, {@code sketch}, {@code keyhole}, {@code off}, with {@code +grey} where colours were off
     * @param fromMillis since first paint
     */
    public record CoverStep(String cover, long fromMillis) {}

    public Shown {
        scores = List.copyOf(scores);
        models = List.copyOf(models);
        pastVerdicts = List.copyOf(pastVerdicts);
        mode = mode == null ? Optional.empty() : mode;
        seen = seen == null ? Optional.empty() : seen;
        // a switch played with may make thousands
        steps = steps == null ? List.of() : List.copyOf(steps.subList(0, Math.min(MOST_STEPS, steps.size())));
    }

    /** As an early version of the screen told it. */
    public Shown(
            ContentHash image, boolean scoresVisible, List<ModelScore> scores, List<String> models, String provenanceHash,
            String cover, boolean revealed, List<String> pastVerdicts, long reviewMillis) {
        this(image, scoresVisible, scores, models, provenanceHash, cover, revealed, pastVerdicts, reviewMillis,
                Optional.empty(), List.of(), Optional.empty());
    }

    /** Of an event for which nobody looked at the picture. */
    public static Shown nothing(ContentHash image) {
        return new Shown(image, false, List.of(), List.of(), HIDDEN, "none", false, List.of(), 0,
                Optional.empty(), List.of(), Optional.of(Seen.NOT));
    }

    /** Of a tile in a gallery. */
    public static Shown tile(ContentHash image, String cover) {
        return new Shown(image, false, List.of(), List.of(), HIDDEN, cover, false, List.of(), 0,
                Optional.empty(), List.of(), Optional.of(Seen.GALLERY));
    }

    /** Of a picture that was opened out of a gallery, its scores, provenance and earlier verdicts hidden. */
    public static Shown opened(ContentHash image, String cover, long reviewMillis) {
        return new Shown(image, false, List.of(), List.of(), HIDDEN, cover, true, List.of(), reviewMillis,
                Optional.empty(), List.of(), Optional.of(Seen.FULL));
    }

    public Shown withMode(Mode chosen, List<CoverStep> covers) {
        return new Shown(image, scoresVisible, scores, models, provenanceHash, cover, revealed, pastVerdicts, reviewMillis,
                Optional.of(chosen), covers, seen);
    }

    /** Whether the picture's address was erased. */
    boolean isWithoutImage() {
        return image.hex().equals(HIDDEN);
    }

    /** The same of a picture whose address had to be erased. */
    Shown withoutImage() {
        return new Shown(ContentHash.fromHex(HIDDEN), scoresVisible, scores, models, provenanceHash, cover, revealed, pastVerdicts, reviewMillis, mode, steps, seen);
    }

    /** Whether scores, provenance and earlier verdicts were kept from the reviewer. */
    public boolean blind() {
        return mode.map(Mode.BLIND::equals).orElse(!scoresVisible && seen.isEmpty());
    }
}
