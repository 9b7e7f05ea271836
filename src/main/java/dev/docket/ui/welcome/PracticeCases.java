package dev.docket.ui.welcome;

import dev.docket.classify.ModelScore;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.Dossier;
import dev.docket.ui.review.ReviewCase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the screen says of a picture of the practice: invented, and never filed. Any thread. */
final class PracticeCases {
    private final PolicyPack pack;
    private final Clock clock;

    PracticeCases(PolicyPack pack, Clock clock) {
        this.pack = pack;
        this.clock = clock;
    }

    ReviewCase of(LeasedTask task, Scenery scenery) {
        boolean covered = scenery == Scenery.FRUIT;
        Instant now = clock.instant();
        ItemFacts none = ItemFacts.NONE;
        ItemFacts facts = new ItemFacts(Optional.of(Text.of("practice.post." + scenery.id())), none.locale(), none.jurisdiction(), none.uploader(),
                none.accountAgeDays(), none.views(), none.viewHours(), none.reports(), none.deadline(), none.gold());
        ImageItem item = new ImageItem(task.itemId(), new Source(Text.of("practice.title"), task.itemId().toString()),
                ContentHash.of(task.itemId().toString().getBytes(StandardCharsets.UTF_8)), 400_000, Scenery.MEDIA_TYPE, Scenery.WIDTH, Scenery.HEIGHT, now, now, facts);
        List<ModelScore> scores = guess(scenery).map(l -> new ModelScore("practice", "1", l.id(), 0.74, 0.6)).stream().toList();
        DisplayProfile profile = profile(covered);
        PolicyDecision decision = new PolicyDecision(pack.ref(), Disposition.REVIEW, "practice", "*", guess(scenery).map(Label::id).stream().toList(), profile.id(),
                covered ? Severity.S2 : Severity.S0, Optional.empty(), 1, List.of(), List.of(Text.of("practice.why." + scenery.id())));
        return new ReviewCase(task, item, said(scenery), "0".repeat(64), decision, profile, scores, List.of(), 1, false, Dossier.NONE);
    }

    /** The file of the two suns states what made it, so that its label needs no more than its key. */
    private static ProvenanceReport said(Scenery scenery) {
        return scenery != Scenery.SUNS ? ProvenanceReport.NONE : new ProvenanceReport(Credentials.NONE,
                List.of(new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "", "")), List.of(), List.of(), List.of(), false);
    }

    /** What a model might say of it: the second label of the two suns, nothing of the rest. */
    private Optional<Label> guess(Scenery scenery) {
        return scenery == Scenery.SUNS ? pack.labels().stream().filter(l -> l.hotkey().equals("2")).findFirst() : Optional.empty();
    }

    /** The mildest of the pack's profiles that covers, or that does not. */
    private DisplayProfile profile(boolean covered) {
        Stream<DisplayProfile> fitting = pack.displayProfiles().values().stream().filter(p -> p.render() && p.covered() == covered);
        return fitting.min(Comparator.comparingInt(DisplayProfile::strictness))
                .orElse(new DisplayProfile("practice", covered ? 60 : 0, covered, covered ? "hold" : "none", false, true));
    }
}
