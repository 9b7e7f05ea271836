package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskClocksOnH2Test extends TaskClocksContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }

    @Test
    void aTickReadsTheClocksInIndexOrder() {
        try (Database database = Database.openEmbedded(desk.resolve("planned"), new byte[32])) {
            String plan = database.inTransaction(tx -> tx.createQuery("""
                            explain select c.task_id from task_clock c join review_task t on t.task_id = c.task_id
                             where c.rank_at <= current_timestamp order by c.rank_at limit 2000""").mapTo(String.class).one());

            assertThat(plan).contains("TASK_CLOCK_RANK_IX").contains("/* index sorted */");
        }
    }
}
