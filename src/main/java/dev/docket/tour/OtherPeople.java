package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.team.Role;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Others at the tour's desk: what they decided, disputed and took gives its screens something to show. */
final class OtherPeople {
    private final Desk desk;
    private final UUID first;
    private final UUID second;

    OtherPeople(Desk desk) {
        this.desk = desk;
        first = desk.database.inTransaction(tx -> desk.team.add(tx, "R-02", Role.REVIEWER)).id();
        second = desk.database.inTransaction(tx -> desk.team.add(tx, "R-03", Role.REVIEWER)).id();
    }

    /** Decides so many items as one simulated reviewer did, disputes one, and has one decision appealed against. @return the disputed item */
    UUID work(SampleTruth truth, int decisions) {
        Iterator<ImageItem> plain = desk.database.<List<ImageItem>>inTransaction(tx -> desk.items.ids(tx).stream().flatMap(id -> desk.items.find(tx, id).stream())
                .filter(item -> isPlain(tx, item, truth)).toList()).iterator();
        ImageItem disputed = plain.next();
        dispute(disputed.id());
        ImageItem appealed = plain.next();
        decide(first, appealed.id(), 1, finding("spam_scam"));
        desk.appeals.lodge(appealed.id(), Appeals.Source.UPLOADER, "It is my own shop, and the prize was given out.", second);
        for (int made = 0; made < decisions && plain.hasNext(); made++) {
            ImageItem item = plain.next();
            Finding finding = finding(truth.vote(item.source().externalId(), "sim-1").orElseThrow().label());
            if (desk.verdictDesk.rules().missing(finding).isEmpty()) {
                decide(first, item.id(), 1, finding);
            }
        }
        return disputed.id();
    }

    /** An item by itself that is shown open. */
    private boolean isPlain(Handle tx, ImageItem item, SampleTruth truth) {
        return truth.vote(item.source().externalId(), "sim-1").isPresent() && desk.nearDuplicates.group(tx, item.sha256()).size() == 1
                && desk.policies.of(tx, item.id()).filter(decision -> decision.severity().compareTo(Severity.S1) <= 0).isPresent();
    }

    private void dispute(UUID item) {
        Finding synthetic = finding("undisclosed_synthetic").withSure(false).withNote(Optional.of("The shadow falls the wrong way"))
                .withRegions(List.of(Region.box("undisclosed_synthetic", 0.35, 0.3, 0.7, 0.75)));
        decide(first, item, 1, synthetic);
        decide(second, item, 2, finding("benign"));
        desk.database.inTransaction(tx -> desk.comments.add(tx, item, first, "Is this the picture from last week\u2019s feed?"));
    }

    /** An unsure decision of somebody else is agreed with. */
    void agree(UUID item) {
        decide(first, item, 2, finding("benign"));
    }

    /** The item's lease passes to somebody else. */
    void takeOver(LeasedTask task) {
        desk.database.transact(tx -> desk.queue.releaseAll(tx, desk.self.id()));
        desk.database.inTransaction(tx -> desk.queue.take(tx, first, List.of(task.taskId())));
    }

    /** Somebody else, who holds it now, hands it to child safety. */
    void quarantine(LeasedTask task) {
        LeasedTask theirs = desk.database.inTransaction(tx -> desk.queue.held(tx, first, task.taskId())).orElseThrow();
        record(first, theirs, VerdictKind.QUARANTINED, Optional.empty(), Optional.of("child_safety"));
    }

    private void decide(UUID person, UUID item, int round, Finding finding) {
        LeasedTask task = desk.database.<List<LeasedTask>>inTransaction(tx -> desk.queue.take(tx, person, List.of(ReviewQueue.taskId(item, round)))).getFirst();
        record(person, task, VerdictKind.DECIDED, Optional.of(finding), Optional.empty());
    }

    private void record(UUID person, LeasedTask task, VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow();
        desk.verdictDesk.record(new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, person, task.epoch(),
                finding, reason, desk.policy.pack().ref(), Shown.opened(item.sha256(), "open", 4000), desk.clock.instant()));
    }

    private Finding finding(String label) {
        Label known = desk.policy.pack().label(label);
        return Finding.of(label, known.severity(), known.defaultAction());
    }
}
