package dev.docket.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.policy.PackRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One event in an item's story, never edited. What an item's events come to is its {@link Standing}.
 *
 * @param id made when the key is pressed, so that a replay is the same verdict
 * @param round the task's round
 * @param revision 0, 1, 2 ... within the task's round; given by the desk when it is recorded, whatever the caller put there
 * @param reviewer the person's pseudonym id; of a propagated decision, who decided its seed
 * @param finding there or not as the kind asks
 * @param reason why skipped or escalated, who appealed; the pack's word, the ladder's id, a fixed word
 * @param at when the key was pressed, microseconds
 * @param about the event this one is about: taken back, agreed with, appealed against, the seed
 * @param batch the gesture that made it, where one gesture makes many
 * @param words of a person, where there is no finding to hold them as its note; at most 500 characters
 */
public record Verdict(
        UUID id, UUID taskId, UUID itemId, int round, int revision, VerdictKind kind, UUID reviewer, long leaseEpoch,
        Optional<Finding> finding, Optional<String> reason, PackRef pack, Shown shown, Instant at,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> about,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> batch,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> words) {
    private static final int REASON_CHARS = 200;

    public Verdict {
        at = at.truncatedTo(ChronoUnit.MICROS);
        about = about == null ? Optional.empty() : about;
        batch = batch == null ? Optional.empty() : batch;
        words = words == null ? Optional.empty() : words;
        if (!kind.allows(finding.isPresent())) {
            throw new IllegalArgumentException("A decision has a finding, and nothing else has: " + kind);
        }
        if (reason.isPresent() && reason.get().length() > REASON_CHARS) {
            throw new IllegalArgumentException("A reason has at most " + REASON_CHARS + " characters, not " + reason.get().length());
        }
        if (words.isPresent() && words.get().length() > Finding.NOTE_CHARS) {
            throw new IllegalArgumentException("Words have at most " + Finding.NOTE_CHARS + " characters, not " + words.get().length());
        }
    }

    /** What a key on a task makes: about nothing else. */
    public Verdict(
            UUID id, UUID taskId, UUID itemId, int round, int revision, VerdictKind kind, UUID reviewer, long leaseEpoch,
            Optional<Finding> finding, Optional<String> reason, PackRef pack, Shown shown, Instant at) {
        this(id, taskId, itemId, round, revision, kind, reviewer, leaseEpoch, finding, reason, pack, shown, at,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With a person's own words, where there is no finding: why it was passed up, why it is grey. */
    public Verdict withWords(String said) {
        return new Verdict(id, taskId, itemId, round, revision, kind, reviewer, leaseEpoch, finding, reason, pack, shown, at, about, batch,
                Optional.of(said));
    }

    /** A blind decision as it is changed once the reviewer has seen what was hidden. */
    public Verdict changed(UUID newId, Finding newFinding, Shown nowShown, Instant now) {
        return new Verdict(newId, taskId, itemId, round, 0, VerdictKind.REVISED, reviewer, leaseEpoch, Optional.of(newFinding), reason, pack,
                nowShown, now, Optional.of(id), Optional.empty(), Optional.empty());
    }

    /** The same as the {@code revision}-th event of its task's round. */
    Verdict revised(int newRevision) {
        return new Verdict(id, taskId, itemId, round, newRevision, kind, reviewer, leaseEpoch, finding, reason, pack, shown, at, about, batch, words);
    }

    /** The same, known for what it turned out to be. */
    Verdict named(VerdictKind newKind, Optional<UUID> newAbout) {
        return new Verdict(id, taskId, itemId, round, revision, newKind, reviewer, leaseEpoch, finding, reason, pack, shown, at, newAbout, batch, words);
    }

    /** The codes alone: what stays when a person's words have to be erased. */
    Verdict bare() {
        return new Verdict(id, taskId, itemId, round, revision, kind, reviewer, leaseEpoch, finding.map(Finding::bare), reason, pack, shown, at,
                about, batch, Optional.empty());
    }

    /** The same of a picture whose address had to be erased. */
    Verdict withoutImage() {
        return new Verdict(id, taskId, itemId, round, revision, kind, reviewer, leaseEpoch, finding, reason, pack, shown.withoutImage(), at, about, batch, words);
    }

    /** The same key once more, after it was taken back. */
    Verdict anew(UUID newId, long epoch, Instant now) {
        VerdictKind made = kind == VerdictKind.REVISED || finding.isEmpty() ? kind : VerdictKind.DECIDED;
        return new Verdict(newId, taskId, itemId, round, 0, made, reviewer, epoch, finding, reason, pack, shown, now,
                made == VerdictKind.REVISED ? about : Optional.empty(), Optional.empty(), words);
    }

    /** A decision that was carried over, as it counts again once its reversal is taken back. */
    Verdict carriedAgain(UUID newId, Instant now) {
        return new Verdict(newId, taskId, itemId, round, 0, kind, reviewer, 0, finding, reason, pack, shown, now, about, batch, words);
    }

    /** An event on this one's task, after it. */
    Verdict followedBy(UUID newId, VerdictKind newKind, UUID by, long epoch, Instant now) {
        return new Verdict(newId, taskId, itemId, round, 0, newKind, by, epoch, Optional.empty(), Optional.empty(), pack, shown, now,
                Optional.of(id), Optional.empty(), Optional.empty());
    }
}
