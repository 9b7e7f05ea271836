package dev.docket.policy;

import dev.docket.provenance.Contradiction;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what is known of a picture's origin is read as suspicion of a label: where every condition that is given holds.
 *
 * @param credentials states of which the credentials have to be in one; empty: in any
 * @param disclosure whether a disclosure that AI was used has to be there, signed or as a label, or must not
 * @param watermark detected, possible or none, of which one has to be true; empty: any. Docket's own mark is none
 * @param contradictions kinds of which one has to be there; empty: whether there is any does not matter
 * @param label the label suspected
 * @param likelihood 0..1, counted for priority like a score
 * @param reason what the reviewer should know of it; may be empty
 */
public record ProvenanceRule(
        List<State> credentials, Optional<Boolean> disclosure, List<String> watermark, List<Contradiction.Kind> contradictions,
        String label, double likelihood, String reason) {
    static final String NO_MARK = "none";
    static final List<String> MARKS = Stream.concat(Stream.of(MarkState.values()).map(MarkState::word), Stream.of(NO_MARK)).toList();
    /** Of {@code watermark}: the detector that reads this program's own marks on exported copies. */
    private static final String OWN = "docket";

    public ProvenanceRule {
        credentials = List.copyOf(credentials);
        watermark = List.copyOf(watermark);
        contradictions = List.copyOf(contradictions);
    }

    /** Whether it says anything: a rule without a condition would suspect every picture. */
    boolean isEmpty() {
        return credentials.isEmpty() && disclosure.isEmpty() && watermark.isEmpty() && contradictions.isEmpty();
    }

    boolean holds(ProvenanceReport report) {
        return (credentials.isEmpty() || credentials.contains(report.c2pa().state()))
                && disclosure.map(wanted -> wanted == discloses(report)).orElse(true)
                && (watermark.isEmpty() || watermark.contains(mark(report)))
                && (contradictions.isEmpty() || report.disagreements().stream().anyMatch(found -> contradictions.contains(found.kind())));
    }

    /** Why it suspects, for the reviewer. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (!credentials.isEmpty()) {
            parts.add("credentials " + credentials.stream().map(ProvenanceRule::words).collect(Collectors.joining(" or ")));
        }
        disclosure.ifPresent(there -> parts.add(there ? "AI use disclosed in the file" : "no AI disclosure in the file"));
        if (!watermark.isEmpty()) {
            parts.add("watermark " + watermark.stream().map(word -> word.equals(NO_MARK) ? "not found" : word).collect(Collectors.joining(" or ")));
        }
        if (!contradictions.isEmpty()) {
            parts.add("sources disagree");
        }
        return "Provenance: " + String.join(", ", parts) + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /** As the pack spells it: {@code credentials: invalid; disclosure: false}. */
    public String conditions() {
        List<String> parts = new ArrayList<>();
        if (!credentials.isEmpty()) {
            parts.add("credentials: " + credentials.stream().map(State::word).collect(Collectors.joining(", ")));
        }
        disclosure.ifPresent(there -> parts.add("disclosure: " + there));
        if (!watermark.isEmpty()) {
            parts.add("watermark: " + String.join(", ", watermark));
        }
        if (!contradictions.isEmpty()) {
            parts.add("contradiction: " + contradictions.stream().map(Contradiction.Kind::word).collect(Collectors.joining(", ")));
        }
        return String.join("; ", parts);
    }

    private static boolean discloses(ProvenanceReport report) {
        return report.signals().stream().anyMatch(s -> s.strength().compareTo(Strength.DISCLOSURE) <= 0
                && (s.origin() == ProvenanceReport.Origin.AI_GENERATED || s.origin() == ProvenanceReport.Origin.AI_EDITED));
    }

    private static String mark(ProvenanceReport report) {
        return report.watermarks().stream().filter(mark -> !mark.detector().equals(OWN)).map(ProvenanceReport.Watermark::state)
                .sorted().map(MarkState::word).findFirst().orElse(NO_MARK);
    }

    private static String words(State state) {
        return switch (state) {
            case TRUSTED -> "of a trusted signer";
            case INTACT -> "of a signer not recognised";
            case INVALID -> "altered or invalid";
            case EXPIRED -> "expired or revoked";
            case REMOTE -> "stored remotely";
            case NONE -> "not found";
            case UNREADABLE -> "unreadable";
            case NOT_CHECKED -> "not checked";
        };
    }
}
