package dev.docket.report;

import dev.docket.policy.Severity;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What statistics need of a finding, without what was on the screen.
 *
 * @param labels the label found, then further ones
 * @param pack {@code id@version} of the policy it was made under
 * @param blind scores, provenance and earlier verdicts were hidden
 * @param assisted scores were in sight from the start
 * @param opened whether the picture was uncovered
 */
record Vote(UUID verdict, UUID person, List<String> labels, String action, Severity severity, boolean sure, Instant at, String pack, boolean blind, boolean assisted, boolean opened) {

    static Vote of(Verdict verdict) {
        Finding finding = verdict.finding().orElseThrow();
        Shown shown = verdict.shown();
        List<String> labels = java.util.stream.Stream.concat(java.util.stream.Stream.of(finding.label()), finding.additional().stream()).toList();
        boolean full = shown.seen().isEmpty() || shown.seen().get() == Shown.Seen.FULL;
        return new Vote(verdict.id(), verdict.reviewer(), labels, finding.action(), finding.severity(), finding.sure(), verdict.at(), verdict.pack().name(),
                full && shown.blind(), full && !shown.blind() && shown.scoresVisible() && shown.mode().map(Shown.Mode.ASSISTED::equals).orElse(true), shown.revealed());
    }

    String label() {
        return labels.getFirst();
    }
}
