package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.LeasedTask;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.CoverStep;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The moment a key was pressed, turned into a verdict that says truthfully what was on screen.
 *
 * @param revealed whether the pixels were uncovered at any time before
 * @param paintedAt when the picture or its cover was first on screen
 * @param covers every cover since then
 * @param at when the key was pressed
 */
record VerdictForm(ReviewCase known, PolicyPack pack, UUID reviewer, String cover, boolean revealed, Instant paintedAt, List<CoverStep> covers, Instant at) {
    private static final String HIDDEN = "0".repeat(64);

    /** A verdict made blind, changed now that everything is shown. */
    Verdict changed(Verdict blind, Finding finding) {
        return blind.changed(UUID.randomUUID(), finding, shown(), at);
    }

    /** Where its action is to escalate, the reason names the label's ladder. */
    Verdict decided(Finding finding) {
        Optional<String> ladder = finding.action().equals(VerdictDesk.ESCALATE) ? pack.find(finding.label()).flatMap(Label::ladder) : Optional.empty();
        return made(VerdictKind.DECIDED, Optional.of(finding), ladder);
    }

    /** An adjudication to which no one label is right, and why. */
    Verdict leftGrey(String words) {
        return made(VerdictKind.ADJUDICATED, Optional.empty(), Optional.empty()).withWords(words);
    }

    Verdict skipped(String reason) {
        return made(VerdictKind.SKIPPED, Optional.empty(), Optional.of(reason));
    }

    Verdict escalated(String ladder) {
        return made(VerdictKind.ESCALATED, Optional.empty(), Optional.of(ladder));
    }

    /** Handed on for a blind second look, without a finding of its own. */
    Verdict passedOn() {
        return made(VerdictKind.ESCALATED, Optional.empty(), Optional.of(VerdictDesk.SECOND_OPINION));
    }

    Verdict quarantined() {
        return made(VerdictKind.QUARANTINED, Optional.empty(), Optional.of("child_safety"));
    }

    private Verdict made(VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        LeasedTask task = known.task();
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, reviewer, task.epoch(),
                finding, reason, pack.ref(), shown(), at.truncatedTo(ChronoUnit.MICROS));
    }

    private Shown shown() {
        return new Shown(known.item().sha256(), !known.blind(), known.visibleScores(), known.models(), known.blind() ? HIDDEN : known.provenanceHash(), cover, revealed,
                known.visiblePast().stream().map(p -> p.id().toString()).toList(), Math.max(0, Duration.between(paintedAt, at).toMillis())).withMode(known.mode(), covers);
    }
}
