package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.Database;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewQueueOnH2Test extends ReviewQueueContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }

    @Test
    void theClaimPeeksInIndexOrder() {
        try (Database database = Database.openEmbedded(desk.resolve("planned"), new byte[32])) {
            String plan = database.inTransaction(tx -> tx.createQuery("""
                            explain select task_id from review_task
                             where lane_id = :lane and state = 0
                               and (not_by is null or not_by not like :me)
                             order by lane_id, state, priority, task_id limit :peek""")
                    .bind("lane", 1).bind("me", Rounds.like(new UUID(0, 1))).bind("peek", 32).mapTo(String.class).one());

            assertThat(plan).contains("REVIEW_TASK_CLAIM_IX").contains("/* index sorted */");
        }
    }

    @Test
    void aClaimThatIsDealtPeeksInIndexOrderToo() {
        try (Database database = Database.openEmbedded(desk.resolve("dealt"), new byte[32])) {
            String plan = database.inTransaction(tx -> {
                tx.execute("set referential_integrity false");
                tx.execute("""
                        insert into review_task (task_id, item_id, round, lane_id, state, priority, lease_epoch, stage, slice)
                        select random_uuid(), random_uuid(), 1, 1, 0, 0, 0, 'FIRST', mod(x, 2) from system_range(1, 2000)""");
                return tx.createQuery("explain " + Slices.PEEK.formatted(1))
                    .bind("lane", 1).bind("likeMe", Rounds.like(new UUID(0, 1))).bind("peek", 32).mapTo(String.class).one();
            });

            assertThat(plan).contains("REVIEW_TASK_SLICE_IX").contains("/* index sorted */");
        }
    }
}
