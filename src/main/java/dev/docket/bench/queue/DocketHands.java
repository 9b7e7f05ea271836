package dev.docket.bench.queue;

import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Docket as a reviewer runs it: the claim of a window, and the record of a verdict with its line in the log. */
final class DocketHands implements Hands<LeasedTask> {
    /** Of so many decisions, one finds something. Either spreads to copies, which is remembered with it. */
    private static final int FINDS = 4;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Database database;
    private final UUID me;
    private final List<Integer> lanes;
    private final PolicyPack pack;
    private final ReviewQueue queue = new ReviewQueue(() -> ThreadLocalRandom.current().nextDouble());
    private final VerdictDesk desk;
    private int decided;

    /** @param database closed with this */
    DocketHands(Database database, UUID me, List<Integer> lanes, PolicyPack pack, BlobStore images) {
        this.database = database;
        this.me = me;
        this.lanes = lanes;
        this.pack = pack;
        this.desk = new VerdictDesk(database, queue, new Items(), images, pack, new AuditLog(me, "desk", CLOCK), CLOCK);
    }

    @Override
    public List<LeasedTask> claim(int lane) {
        return database.inTransaction(tx -> queue.claim(tx, me, lanes.get(lane), Load.WINDOW));
    }

    @Override
    public void finish(LeasedTask task) {
        Finding finding = ++decided % FINDS == 0 ? Finding.of("undisclosed_synthetic", Severity.S1, "label_ai").withOrigin(OriginFinding.AI_SUSPECTED) : Finding.of("benign", Severity.S0, "allow");
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, me, task.epoch(), Optional.of(finding),
                Optional.empty(), pack.ref(), Shown.opened(ContentHash.of(new byte[] {1}), "off", 900), CLOCK.instant());
        if (desk.record(verdict) != VerdictDesk.Outcome.ACCEPTED) {
            throw new IllegalStateException("A verdict on a task in hand was not accepted");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
