package dev.docket.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.policy.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the reviewer found and what the platform should do about it, kept apart. What was not known to earlier versions
 * is left out of the JSON where it is empty, so that the hash of an old finding stays what it was.
 *
 * @param label id of the primary label in the pack
 * @param additional ids of further labels
 * @param severity may differ from the label's default, within its range
 * @param action id of the action in the pack
 * @param sure false asks for a blind second opinion
 * @param rationale id of a reason of the primary label
 * @param note free text, at most 500 characters
 * @param origin what was found of where the picture comes from
 * @param jurisdictions ISO 3166 codes the action is for; empty: wherever the item's own place is
 * @param regions where it is seen
 * @param parameters what is filled into the reason, by name
 */
public record Finding(
        String label, List<String> additional, Severity severity, String action, boolean sure, Optional<String> rationale, Optional<String> note,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OriginFinding> origin,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> jurisdictions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Region> regions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> parameters) {
    /** How long a note may be, in characters. */
    public static final int NOTE_CHARS = 500;
    private static final int MOST_CORNERS = 300;
    private static final int MOST_PLACES = 60;

    public Finding {
        additional = List.copyOf(additional);
        origin = origin == null ? Optional.empty() : origin;
        jurisdictions = jurisdictions == null ? List.of() : List.copyOf(jurisdictions);
        regions = regions == null ? List.of() : List.copyOf(regions);
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        if (note.isPresent() && note.get().length() > NOTE_CHARS) {
            throw new IllegalArgumentException("A note has at most " + NOTE_CHARS + " characters, not " + note.get().length());
        }
        if (regions.stream().mapToInt(region -> region.outline().size()).sum() > MOST_CORNERS) {
            throw new IllegalArgumentException("The regions of a finding have at most " + MOST_CORNERS + " corners together");
        }
        if (jurisdictions.size() > MOST_PLACES) {
            throw new IllegalArgumentException("A finding names at most " + MOST_PLACES + " places");
        }
    }

    /** A finding of a label and nothing more. */
    public Finding(String label, List<String> additional, Severity severity, String action, boolean sure, Optional<String> rationale, Optional<String> note) {
        this(label, additional, severity, action, sure, rationale, note, Optional.empty(), List.of(), List.of(), Map.of());
    }

    /** Sure, and nothing more than the label; the other parts are added one by one. */
    public static Finding of(String label, Severity severity, String action) {
        return new Finding(label, List.of(), severity, action, true, Optional.empty(), Optional.empty());
    }

    public Finding withAdditional(List<String> labels) {
        return new Finding(label, labels, severity, action, sure, rationale, note, origin, jurisdictions, regions, parameters);
    }

    public Finding withSeverity(Severity chosen) {
        return new Finding(label, additional, chosen, action, sure, rationale, note, origin, jurisdictions, regions, parameters);
    }

    public Finding withAction(String chosen, List<String> places) {
        return new Finding(label, additional, severity, chosen, sure, rationale, note, origin, places, regions, parameters);
    }

    public Finding withSure(boolean certain) {
        return new Finding(label, additional, severity, action, certain, rationale, note, origin, jurisdictions, regions, parameters);
    }

    public Finding withRationale(String id, Map<String, String> values) {
        return new Finding(label, additional, severity, action, sure, Optional.of(id), note, origin, jurisdictions, regions, values);
    }

    public Finding withNote(Optional<String> words) {
        return new Finding(label, additional, severity, action, sure, rationale, words, origin, jurisdictions, regions, parameters);
    }

    public Finding withOrigin(OriginFinding found) {
        return new Finding(label, additional, severity, action, sure, rationale, note, Optional.of(found), jurisdictions, regions, parameters);
    }

    public Finding withRegions(List<Region> drawn) {
        return new Finding(label, additional, severity, action, sure, rationale, note, origin, jurisdictions, drawn, parameters);
    }

    /** Whether both come to the same for the uploader: the same label and the same action. */
    public boolean agreesWith(Finding other) {
        return label.equals(other.label) && action.equals(other.action);
    }

    /** The codes alone: what stays when note, regions and filled-in words have to be erased. */
    Finding bare() {
        return new Finding(label, additional, severity, action, sure, rationale, Optional.empty(), origin, jurisdictions, List.of(), Map.of());
    }

    /** Regions and filled-in words, for the hash that the log keeps of them; empty when there are none. */
    Optional<Map<String, Object>> details() {
        return regions.isEmpty() && parameters.isEmpty() ? Optional.empty()
                : Optional.of(Map.of("regions", regions, "parameters", new TreeMap<>(parameters)));
    }
}
