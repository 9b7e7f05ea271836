package dev.docket.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.item.SampleItems;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Disposition;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskOpeningTest {
    @TempDir
    private Path folder;

    @Test
    void whatADeadProcessHeldIsFreeAtOnce() throws Exception {
        try (Desk desk = Desk.open(folder, Clock.systemUTC())) {
            desk.database.transact(tx -> {
                String lane = desk.policy.pack().lanes().getLast().id();
                desk.queue.enqueue(tx, SampleItems.add(tx, 1), new PolicyDecision(desk.policy.pack().ref(), Disposition.REVIEW, lane, "*",
                        List.of(), "open", Severity.S0, Optional.empty(), 10, List.of(), List.of()));
                int laneId = desk.queue.lanes(tx).stream().filter(l -> l.key().equals(lane)).findFirst().orElseThrow().id();
                assertThat(desk.queue.claim(tx, desk.self.id(), laneId, 8)).hasSize(1);
            });
        }

        try (Desk desk = Desk.open(folder, Clock.systemUTC())) {
            assertThat(desk.database.<List<Lane>>inTransaction(desk.queue::lanes)).extracting(Lane::leased).containsOnly(0L);
        }
    }

    @Test
    void aDeskThatCannotOpenForItsSettingsLeavesItsProfileFree() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"them\": 1}");
        assertThatThrownBy(() -> Desk.open(folder, Clock.systemUTC())).isInstanceOf(IOException.class).hasMessageContaining("them is no setting");
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"dark\"}");

        Desk.open(folder, Clock.systemUTC()).close();
    }

    @Test
    void aDeskThatFailsLateLeavesItsDatabaseAndItsProfileFree() throws Exception {
        Desk.open(folder, Clock.systemUTC()).close();
        Path keys = folder.resolve("export.keys");
        Files.deleteIfExists(keys);
        Files.createDirectories(keys.resolve("a folder where a file should be"));

        assertThatThrownBy(() -> Desk.open(folder, Clock.systemUTC())).isInstanceOfAny(IOException.class, RuntimeException.class);

        try (FileChannel database = FileChannel.open(folder.resolve("database").resolve("docket.mv.db"), StandardOpenOption.WRITE)) {
            // whoever left it open in this process would hold the lock still
            assertThatCode(() -> database.tryLock().close()).doesNotThrowAnyException();
        }
        Files.delete(keys.resolve("a folder where a file should be"));
        Files.delete(keys);
        Desk.open(folder, Clock.systemUTC()).close();
    }
}
