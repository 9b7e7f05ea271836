package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.queue.LeasedTask;
import dev.docket.queue.PutBack;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.team.Logins;
import dev.docket.verdict.VerdictDesk.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's database is put back from a copy while somebody has a verdict on their disk that was made after it. */
class RestoredDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aVerdictFromBeforeTheRestoreIsFencedOnceTheDutyIsDone() throws Exception {
        Restore restore = new Restore();

        PutBack done = restore.database.inTransaction(PutBack::settle);

        assertThat(done.leases()).isEqualTo(1);
        assertThat(done.tasks()).isPositive();
        LeasedTask anew = restore.claimedAgain();
        assertThat(anew.epoch()).isGreaterThan(1_000_000);
        assertThat(restore.desk.record(restore.stale)).isEqualTo(Outcome.LATE);
        assertThat(restore.desk.record(restore.room.anna.verdict(anew, Room.finding("benign")))).isEqualTo(Outcome.ACCEPTED);
        restore.room.close();
    }

    /** What the duty is for: without it the epoch is given out a second time. */
    @Test
    void withoutTheDutyItIsTakenForAGoodOne() throws Exception {
        Restore restore = new Restore();
        restore.database.transact(tx -> tx.execute("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1"));

        assertThat(restore.claimedAgain().epoch()).isEqualTo(restore.stale.leaseEpoch());
        assertThat(restore.desk.record(restore.stale)).isEqualTo(Outcome.ACCEPTED);
        restore.room.close();
    }

    private final class Restore {
        final SharedRoom room = new SharedRoom(folder);
        final UUID item = room.file(1);
        final Verdict stale;
        final Database database;
        final Database annas;
        final VerdictDesk desk;

        /** Held under epoch 1 when the copy is made; decided under epoch 2, which only the lost database knew. */
        Restore() {
            room.anna.claim(item).orElseThrow();
            room.shared.keepCopy();
            Database lost = room.shared.as(room.anna.member);
            lost.transact(tx -> room.anna.queue.releaseAll(tx, room.anna.id()));
            stale = room.anna.verdict(claimed(lost), Room.finding("spam_scam"));
            assertThat(stale.leaseEpoch()).isEqualTo(2);
            room.shared.putBack();
            database = room.shared.ownerAnew();
            database.transact(tx -> new Logins().letIn(tx));
            annas = room.shared.as(room.anna.member);
            desk = room.desk(annas, room.anna);
        }

        LeasedTask claimedAgain() {
            return claimed(annas);
        }

        private LeasedTask claimed(Database by) {
            return by.inTransaction(tx -> room.anna.queue.take(tx, room.anna.id(), List.of(ReviewQueue.taskId(item, 1)))).getFirst();
        }
    }
}
