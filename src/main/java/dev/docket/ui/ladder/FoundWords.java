package dev.docket.ui.ladder;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.Rationale;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.FindingWords;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody found, or why they passed it up, in the words of the pack in force. */
public record FoundWords(PolicyPack pack) {

    public String label(String id) {
        return new FindingWords(pack).label(id);
    }

    public String action(String id) {
        return new FindingWords(pack).action(id);
    }

    /** {@code S1, Spam or scam: Remove}. */
    public String brief(Finding finding) {
        return Text.of(finding.sure() ? "ladder.finding" : "ladder.finding.unsure", finding.severity().name(), label(finding.label()), action(finding.action()));
    }

    /** With further labels. */
    String labels(Finding finding) {
        String first = label(finding.label());
        return finding.additional().isEmpty() ? first
                : first + ", " + finding.additional().stream().map(this::label).collect(Collectors.joining(", "));
    }

    String actions(Finding finding) {
        String action = action(finding.action());
        return finding.jurisdictions().isEmpty() ? action : action + ", " + String.join(" ", finding.jurisdictions());
    }

    /** The reason with its words filled in, then the note. */
    String reason(Finding finding) {
        Optional<String> reason = finding.rationale().map(id -> pack.find(finding.label()).map(l -> l.rationales().get(id))
                .map((Rationale r) -> r.filled(finding.parameters())).orElse(id));
        Optional<String> note = finding.note().map(words -> Text.of("ladder.quote", words));
        return reason.map(r -> note.map(n -> r + " " + n).orElse(r)).or(() -> note).orElse(Text.of("ladder.none"));
    }

    String regions(Finding finding) {
        List<Region> regions = finding.regions();
        return regions.isEmpty() ? Text.of("ladder.none") : Text.of("ladder.regions", regions.size(),
                regions.stream().map(r -> label(r.label())).distinct().collect(Collectors.joining(", ")));
    }

    String origin(Finding finding) {
        return finding.origin().map(new FindingWords(pack)::origin).orElse(Text.of("ladder.none"));
    }

    /** What its reviewer had before them; never how long they took. */
    String saw(Shown shown) {
        if (shown.seen().isPresent() && shown.seen().get() != Shown.Seen.FULL) {
            return Text.of("ladder.saw." + shown.seen().get().word());
        }
        String facts = Text.of(shown.blind() ? "ladder.saw.blind" : shown.scoresVisible() ? "ladder.saw.scores" : "ladder.saw.noscores");
        return shown.revealed() || shown.cover().equals("open") ? facts : facts + ", " + Text.of("ladder.saw.covered");
    }

    /** Why somebody passed it up without a finding. */
    public String passedUp(Verdict event) {
        String where = event.reason().map(r -> r.equals(VerdictDesk.SECOND_OPINION) ? Text.of("ladder.for.second") : r.replace('_', ' ')).orElse("?");
        String to = Text.of("ladder.passed", where);
        return event.words().map(words -> to + " " + Text.of("ladder.quote", words)).orElse(to);
    }
}
