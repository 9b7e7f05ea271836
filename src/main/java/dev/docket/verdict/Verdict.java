package dev.docket.verdict;

import dev.docket.policy.PackRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event in an item's story, never edited. The highest revision of a task's stage is what counts.
 *
 * @param id made when the key is pressed, so that a replay is the same verdict
 * @param round the task's round, also called stage
 * @param revision 0, 1, 2 ... within the task's round; unique
 * @param reviewer the person's pseudonym id
 * @param finding empty for an undo, a skip or a quarantine
 * @param reason why skipped or escalated; the pack's word or the ladder's id
 * @param at when the key was pressed, microseconds
 */
public record Verdict(
        UUID id, UUID taskId, UUID itemId, int round, int revision, VerdictKind kind, UUID reviewer, long leaseEpoch,
        Optional<Finding> finding, Optional<String> reason, PackRef pack, Shown shown, Instant at) {}
