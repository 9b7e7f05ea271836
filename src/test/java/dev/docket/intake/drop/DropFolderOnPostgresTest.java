package dev.docket.intake.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.IngestRoom;
import dev.docket.intake.IntakeResult;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** With the login of an intake, and no more rights than it has. */
class DropFolderOnPostgresTest extends DropFolderContract {

    @BeforeAll
    void openTheRoom(@TempDir Path folder) throws Exception {
        room = IngestRoom.onPostgres(folder);
        desk = room.desk();
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleIsWaitedForAndNothingIsLostOrCountedTwice() throws Exception {
        IngestRoom.pictures(folder(), 40);
        Path manifest = manifest("long", lines(40));
        AtomicInteger told = new AtomicInteger();

        IntakeResult result;
        try (DropFolder drop = new DropFolder(folder(), feed(), desk.clock)) {
            result = drop.take(manifest, (lines, receipt) -> admit(lines, outcome -> {
                receipt.accept(outcome);
                if (told.incrementAndGet() == 5) {
                    room.cable.cut();
                    Thread.ofVirtual().start(() -> {
                        while (said.isEmpty()) {
                            Thread.onSpinWait();
                        }
                        room.cable.mend();
                    });
                }
            }));
        }

        assertThat(said).as("it is said, going and coming").hasSizeGreaterThanOrEqualTo(2).anyMatch(line -> line.contains("does not answer")).anyMatch(line -> line.contains("answers again"));
        assertThat(result.added() + result.known()).isEqualTo(40);
        assertThat(result.refusals()).isEmpty();
        assertThat(receipt("long")).extracting(line -> line.path("line").asInt()).hasSize(41).startsWith(1, 2, 3).doesNotHaveDuplicates();
        JsonNode sum = receipt("long").getLast();
        assertThat(sum.path("new").asInt() + sum.path("known").asInt()).isEqualTo(40);
        assertThat(IngestRoom.items(desk, feed())).isEqualTo(40);
        assertThat(IngestRoom.tasks(desk, feed())).isEqualTo(40);
    }
}
