package dev.docket.ui.welcome;

import dev.docket.policy.PolicyPack;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;

/** What somebody who practises has just done. */
enum Deed {
    DECIDED, DECIDED_UNSURE, DECIDED_RARE, SKIPPED, HANDED_ON, QUARANTINED, TAKEN_BACK, LOOKED, SAW_KEYS, SAW_PALETTE;

    static Deed of(Verdict verdict, PolicyPack pack) {
        return switch (verdict.kind()) {
            case QUARANTINED -> QUARANTINED;
            case SKIPPED -> SKIPPED;
            default -> verdict.finding().map(f -> of(f, pack)).orElse(HANDED_ON);
        };
    }

    private static Deed of(Finding finding, PolicyPack pack) {
        boolean rare = pack.find(finding.label()).map(l -> l.hotkey().length() > 1).orElse(false);
        return rare ? DECIDED_RARE : finding.sure() ? DECIDED : DECIDED_UNSURE;
    }

    /** Whether the picture on screen is done with. */
    boolean endsCase() {
        return switch (this) {
            case TAKEN_BACK, LOOKED, SAW_KEYS, SAW_PALETTE -> false;
            default -> true;
        };
    }
}
