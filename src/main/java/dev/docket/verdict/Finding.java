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
    public Finding {
        additional = List.copyOf(additional);
    }
}
