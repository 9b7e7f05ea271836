package dev.docket.ui.review;

import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.Stage;
import dev.docket.quality.SampleRule;
import dev.docket.storage.ContentHash;
import dev.docket.ui.finding.Mark;
import dev.docket.ui.ladder.Aftermath;
import dev.docket.ui.ladder.Dossier;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Region.Corner;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Two people who found differently, an appeal that was heard, and a verdict with all its parts. */
final class PaintedDispute {
    private PaintedDispute() {}

    /** Every case from now on is to be settled. */
    static void in(PaintedCasework casework) {
        PackRef earlier = new PackRef(casework.pack().ref().id(), "0.9.0", ContentHash.of(new byte[] {9}));
        casework.stage = Stage.ADJUDICATION;
        casework.dossier = new Dossier(List.of(found(casework, first(), VerdictKind.DECIDED, false), found(casework, second(), VerdictKind.DECIDED, true)),
                Optional.of(new Dossier.Due(PaintedCasework.NOW.plusSeconds(2300), "Adjudications are due within 24 h")),
                Optional.of(new Dossier.Came(earlier, earlier(casework.pack()))), 2, Optional.of(new Dossier.Drawn(SampleRule.RANDOM, 0.05)));
    }

    /** The pack as it was, word by word. */
    static String earlier(PolicyPack pack) {
        return pack.text().replace("crisis event that did not happen", "crisis event that did not take place");
    }

    static Finding first() {
        return Finding.of("civic_deception", Severity.S2, "label_ai").withSure(false).withRationale("r_event", Map.of())
                .withNote(Optional.of("The crowd looks pasted in")).withOrigin(OriginFinding.AI_SUSPECTED)
                .withRegions(List.of(Region.box("civic_deception", 0.1, 0.5, 0.4, 0.9)));
    }

    static Finding second() {
        return Finding.of("benign", Severity.S0, "allow").withRationale("r_ok_context", Map.of()).withOrigin(OriginFinding.AI_SUSPECTED);
    }

    static Aftermath overturned(PaintedCasework casework) {
        return new Aftermath(found(casework, second(), VerdictKind.OVERTURNED, true), Optional.of(found(casework, first(), VerdictKind.DECIDED, false)), Optional.empty(), 4);
    }

    static Verdict found(PaintedCasework casework, Finding finding, VerdictKind kind, boolean blind) {
        Shown shown = new Shown(ContentHash.of(new byte[] {1}), !blind, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 4000);
        return new Verdict(UUID.randomUUID(), new UUID(1, 0), new UUID(2, 0), 1, 0, kind, new UUID(3, 3), 1,
                Optional.of(finding), Optional.empty(), casework.pack().ref(), shown, PaintedCasework.NOW);
    }

    static void putTogether(ReviewViewModel model) {
        model.pending().toggle(model.pack().label("civic_deception"));
        model.pending().toggle(model.pack().label("undisclosed_synthetic"));
        model.pending().severity(Severity.S3);
        model.pending().change(draft -> draft.withOrigin(Optional.of(OriginFinding.AI_CONFIRMED)).withPlaces(List.of("DE", "AT"))
                .withReason(Optional.of("r_speech"), Map.of(), Optional.of("Third copy today")));
    }

    static void draw(ReviewViewModel model) {
        model.pending().change(draft -> draft.withMarks(List.of(Mark.box(0.1, 0.1, 0.3, 0.5).of("civic_deception"),
                Mark.polygon(List.of(new Corner(0.6, 0.2), new Corner(0.85, 0.3), new Corner(0.8, 0.6), new Corner(0.55, 0.5))))));
        model.regions().toggle();
        model.regions().selectNext(-1);
    }
}
