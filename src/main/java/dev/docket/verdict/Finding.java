package dev.docket.verdict;

import dev.docket.policy.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What the reviewer found and what the platform should do about it, kept apart.
 *
 * @param label id of the primary label in the pack
 * @param additional ids of further labels
 * @param action id of the action in the pack
 * @param sure false asks for a blind second opinion
 * @param note free text, at most 500 characters
 */
public record Finding(
        String label, List<String> additional, Severity severity, String action, boolean sure, Optional<String> rationale, Optional<String> note) {
    /** How long a note may be, in characters. */
    public static final int NOTE_CHARS = 500;

    public Finding {
        additional = List.copyOf(additional);
        if (note.isPresent() && note.get().length() > NOTE_CHARS) {
            throw new IllegalArgumentException("A note has at most " + NOTE_CHARS + " characters, not " + note.get().length());
        }
    }

    /** The same without its note, which is the one part that may have to be erased. */
    Finding withoutNote() {
        return new Finding(label, additional, severity, action, sure, rationale, Optional.empty());
    }
}
