package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.Database;
import dev.docket.storage.OldDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that an earlier version filed. */
class EarlierTasksTest {
    private static final UUID ANNA = UUID.fromString("abcdef00-0000-0000-0000-000000000001");
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID CARLA = new UUID(0, 3);

    @TempDir
    private Path folder;

    @Test
    void theyKeepTheirStageAndAreKeptFromWhomTheyWere() throws Exception {
        OldDatabase.at(folder, "1",
                "insert into lane values (1, 'p', '*', 'spam', 'Spam', 'S1', 0), (2, 'p', '*', 'second-opinion', 'Second', 'S2', 1), (3, 'p', '*', 'escalated', 'Up', 'S3', 2)",
                task(1, 1, 1, null, null), task(2, 2, 2, ANNA, null), task(3, 2, 3, ANNA, BEN), task(4, 3, 2, null, null));

        try (Database database = Database.openEmbedded(folder, new byte[32])) {
            ReviewQueue queue = new ReviewQueue();
            assertThat(stages(database)).containsExactly("FIRST", "SECOND", "ADJUDICATION", "LADDER");
            assertThat(claim(database, queue, ANNA, 2)).isEmpty();
            assertThat(claim(database, queue, BEN, 2)).extracting(LeasedTask::round).containsExactly(2);
            assertThat(claim(database, queue, CARLA, 2)).extracting(LeasedTask::stage).containsExactly(Stage.ADJUDICATION);
        }
    }

    private static List<String> stages(Database database) {
        return database.inTransaction(tx -> tx.createQuery("select stage from review_task order by task_id").mapTo(String.class).list());
    }

    private static List<LeasedTask> claim(Database database, ReviewQueue queue, UUID reviewer, int lane) {
        return database.inTransaction(tx -> queue.claim(tx, reviewer, lane, 8));
    }

    private static String task(int number, int lane, int round, UUID notBy1, UUID notBy2) {
        return "insert into review_task (task_id, item_id, round, lane_id, priority, not_by_1, not_by_2) values ('%s', '%s', %d, %d, 10, %s, %s)".formatted(
                new UUID(0, number), new UUID(9, number), round, lane, quoted(notBy1), quoted(notBy2));
    }

    private static String quoted(UUID id) {
        return id == null ? "null" : "'" + id + "'";
    }
}
