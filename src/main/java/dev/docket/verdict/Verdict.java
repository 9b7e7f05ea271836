package dev.docket.verdict;

import dev.docket.policy.PackRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One event in an item's story, never edited. The highest revision of a task's stage is what counts.
 *
 * @param id made when the key is pressed, so that a replay is the same verdict
 * @param round the task's round, also called stage
 * @param revision 0, 1, 2 ... within the task's round; given by the desk when it is recorded, whatever the caller put there
 * @param reviewer the person's pseudonym id
 * @param finding empty for anything but a decision
 * @param reason why skipped or escalated; the pack's word or the ladder's id
 * @param at when the key was pressed, microseconds
 */
public record Verdict(
        UUID id, UUID taskId, UUID itemId, int round, int revision, VerdictKind kind, UUID reviewer, long leaseEpoch,
        Optional<Finding> finding, Optional<String> reason, PackRef pack, Shown shown, Instant at) {
    private static final int REASON_CHARS = 200;

    public Verdict {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if ((kind == VerdictKind.DECIDED) != finding.isPresent()) {
            throw new IllegalArgumentException("A decision has a finding, and nothing else has: " + kind);
        }
        if (reason.isPresent() && reason.get().length() > REASON_CHARS) {
            throw new IllegalArgumentException("A reason has at most " + REASON_CHARS + " characters, not " + reason.get().length());
        }
    }

    /** The same as the {@code revision}-th event of its task's round. */
    Verdict revised(int newRevision) {
        return new Verdict(id, taskId, itemId, round, newRevision, kind, reviewer, leaseEpoch, finding, reason, pack, shown, at);
    }
}
