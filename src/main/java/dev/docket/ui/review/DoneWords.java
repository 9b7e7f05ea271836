package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.util.Optional;
import java.util.UUID;

/** What was done, in a few words for the status bar: {@code Label as AI on 51b0-9e77}. */
record DoneWords(PolicyPack pack) {
    String of(Session.Act act) {
        return switch (act) {
            case Session.Act.Judged(Verdict verdict) -> of(verdict);
            case Session.Act.Spread spread -> Text.of("review.did.spread", spread.batch().size());
            case Session.Act.Reversed reversed -> Text.of("review.did.reversed", reversed.reversal().size());
        };
    }

    String of(Verdict verdict) {
        return Text.of("review.did.on", did(verdict), shortId(verdict.itemId()));
    }

    private String did(Verdict verdict) {
        return switch (verdict.kind()) {
            case SKIPPED -> Text.of("review.did.skip");
            case QUARANTINED -> Text.of("review.did.quarantine");
            case ESCALATED -> Text.of(verdict.reason().equals(Optional.of(VerdictDesk.SECOND_OPINION)) ? "review.did.passed" : "review.did.escalate");
            default -> verdict.finding().map(this::action).orElseGet(() -> Text.of("review.did.grey"));
        };
    }

    private String action(Finding finding) {
        PolicyPack.Action action = pack.actions().get(finding.action());
        return action == null ? finding.action() : action.title();
    }

    private static String shortId(UUID item) {
        String hex = item.toString();
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }
}
