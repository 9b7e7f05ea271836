package dev.docket.quality;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.item.StandIns;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.quality.GoldenItems.Stock;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.Verdicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where leads mark decided items as golden and take them out of the stream again, and where a reviewer is told, once their verdict is
 * recorded, that it was on one. A team's database holds everybody to it. Several threads.
 */
public final class GoldenDesk {
    private final Database database;
    private final ReviewQueue queue;
    private final PolicyPack pack;
    private final AuditLog audit;
    private final Member self;
    private final Clock clock;
    private final Verdicts verdicts = new Verdicts();
    private final Items items = new Items();
    private final GoldenItems goldens = new GoldenItems();
    private final GoldenAnswers answers = new GoldenAnswers();

    /** @param pack the pack in force: an answer is one of its labels */
    public GoldenDesk(Database database, ReviewQueue queue, PolicyPack pack, AuditLog audit, Member self, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.pack = pack;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /**
     * Marks an item as golden: what stands on it is the known answer.
     *
     * @param why what reviewers are told once they have answered, 1..500 characters
     * @throws IllegalArgumentException when nothing stands on it that could be the answer, it is of the gravest kind, or marked already; says which
     */
    public GoldenItem mark(UUID item, String why) {
        return database.inTransaction(tx -> {
            Standing standing = verdicts.standing(tx, item);
            Optional<Finding> known = standing.deciding().flatMap(Verdict::finding);
            if (standing.state() != Standing.State.DECIDED || known.isEmpty()) {
                throw new IllegalArgumentException("Nothing is settled on item " + item + ": a golden item is one that was decided and that nobody disputes");
            }
            if (StandIns.isOne(tx, item)) {
                throw new IllegalArgumentException("Item " + item + " itself stands in for a golden one");
            }
            if (Database.isServer(tx) && items.find(tx, item).filter(one -> one.source().externalId().equals(one.sha256().hex())).isPresent()) {
                throw new IllegalArgumentException("Item " + item + " came without an id of its own, as what lies in a folder does, and is called by its content: "
                        + "whoever compares the two would tell what stands in for it. Mark items of a feed");
            }
            if (goldens.on(tx, item).isPresent()) {
                throw new IllegalArgumentException("Item " + item + " is golden already");
            }
            PolicyPack.Label label = pack.find(known.get().label()).orElseThrow(() -> new IllegalArgumentException(
                    "The pack in force, " + pack.ref().name() + ", knows no label '" + known.get().label() + "'"));
            if (label.severity() == Severity.S4 || label.worst() == Severity.S4 || known.get().severity() == Severity.S4) {
                throw new IllegalArgumentException("'" + label.title() + "' is of the gravest kind: nobody is made to look at such a picture for a check");
            }
            GoldenItem golden = new GoldenItem(UUID.randomUUID(), item, label.id(), label.severity() != Severity.S0, why, pack.ref(), self.id(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS), Optional.empty());
            goldens.add(tx, golden);
            // what waits already is looked at anew, now that there is something to deal beside it
            lane(tx, item).ifPresent(lane -> QualityMarks.put(tx, GoldenStream.mark(lane), ""));
            log(tx, AuditKind.GOLDEN_MARKED, golden);
            return golden;
        });
    }

    /** Takes an item out of the stream for good; what stands in for it at this moment stays where it is. False when it is not golden, or was retired. */
    public boolean retire(UUID item) {
        return database.inTransaction(tx -> {
            Optional<Stock> marked = goldens.on(tx, item);
            marked.map(Stock::golden).filter(golden -> goldens.retire(tx, golden.id(), self.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)))
                    .ifPresent(golden -> log(tx, AuditKind.GOLDEN_RETIRED, golden));
            return marked.isPresent();
        });
    }

    /** All that were ever marked, the latest first. */
    public List<Stock> all() {
        return database.inTransaction(goldens::all);
    }

    /** What is marked on an item and not retired. */
    public Optional<Stock> on(UUID item) {
        return database.inTransaction(tx -> goldens.on(tx, item));
    }

    /** What people found on golden items, in order of time. */
    public List<GoldenAnswer> answers() {
        return database.inTransaction(answers::all);
    }

    /**
     * What a recorded verdict was as an answer to a golden item, in a transaction after the one that recorded it; empty when it was none.
     * What it asked for is taken back: nobody else has to look.
     */
    public Optional<GoldenAnswer> answer(UUID verdict) {
        return database.inTransaction(tx -> {
            Optional<GoldenAnswer> answer = answers.of(tx, verdict);
            answer.ifPresent(_ -> {
                queue.withdrawFiledBy(tx, verdict);
                tx.createUpdate("delete from propagation_due where seed_id = :seed").bind("seed", verdict).execute();
            });
            return answer;
        });
    }

    private static Optional<Integer> lane(Handle tx, UUID item) {
        return tx.createQuery("select lane_id from review_task where item_id = :item and round = 1").bind("item", item).mapTo(Integer.class).findOne();
    }

    private void log(Handle tx, AuditKind kind, GoldenItem golden) {
        audit.append(tx, kind, golden.id(), new TreeMap<>(Map.of("golden", golden.id().toString(), "item", golden.item().toString(), "label", golden.label(),
                "pack", golden.pack().name(), "by", self.id().toString())));
    }
}
