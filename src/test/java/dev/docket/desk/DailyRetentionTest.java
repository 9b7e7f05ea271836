package dev.docket.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.SampleItems;
import dev.docket.policy.PolicyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyRetentionTest {
    @TempDir
    private Path folder;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void anOpenDeskErasesWhatIsOverAtItsStartAndOnceADay() throws Exception {
        Path pack = folder.resolve("mine.yaml");
        Files.writeString(pack, PolicyFile.shipped().text().replaceFirst("(?m)^defaults:\n", "defaults:\n  keep_days: {picture: 30}\n"));
        Files.createDirectories(folder.resolve("desk"));
        Files.writeString(folder.resolve("desk/settings.json"), "{\"policyPack\": \"" + pack + "\"}");
        InstantSource told = () -> now;
        Clock clock = told.withZone(ZoneOffset.UTC);
        try (Desk desk = Desk.open(folder.resolve("desk"), clock)) {
            UUID first = oldItem(desk, 1);

            assertThat(desk.caretaker.round().erased()).isEqualTo(1);
            assertThat(desk.database.<List<UUID>>inTransaction(desk.items::ids)).doesNotContain(first);

            oldItem(desk, 2);
            assertThat(desk.caretaker.round().erased()).as("not at every round").isZero();
            now = now.plus(Duration.ofHours(25));
            assertThat(desk.caretaker.round().erased()).isEqualTo(1);
        }
    }

    /** Released unseen, and received two months ago. */
    private static UUID oldItem(Desk desk, int number) {
        return desk.database.inTransaction(tx -> {
            UUID item = SampleItems.add(tx, number);
            tx.execute("update item set received_at = current_timestamp - interval '60' day where item_id = ?", item);
            tx.execute("delete from quality_check where item_id = ?", item);
            return item;
        });
    }
}
