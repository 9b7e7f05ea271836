package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SchedulesTest {
    @TempDir
    private Path folder;

    @Test
    void othersAreListedAddedAndStoppedWhileOneIsWritten() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            desk.decide(desk.admit("one", "news-desk", false), "benign");
            Schedules schedules = new Schedules(folder.resolve("schedules.json"), desk.exports, Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC));
            Path sets = folder.resolve("sets");
            schedules.add(named("daily"), sets);
            schedules.add(named("dropped"), sets);
            AtomicBoolean asked = new AtomicBoolean();

            int written = schedules.run((_, _, _) -> {
                if (asked.compareAndSet(false, true)) {
                    CompletableFuture.runAsync(() -> meanwhile(schedules, sets)).orTimeout(10, TimeUnit.SECONDS).join();
                }
            });

            assertThat(asked).as("something was being written").isTrue();
            assertThat(written).isEqualTo(1);
            assertThat(schedules.all()).extracting(SchedulesTest::nameOf).containsExactlyInAnyOrder("daily", "weekly");
            assertThat(schedules.all()).filteredOn(each -> each.lastSaid() != null).singleElement().extracting(Schedules.Schedule::lastSaid).isEqualTo(sets.resolve("daily-1").toString());
            assertThat(Files.isRegularFile(sets.resolve("daily-1/manifest.json"))).isTrue();
        }
    }

    private static String nameOf(Schedules.Schedule schedule) {
        try {
            return schedule.parsed().name().orElseThrow();
        } catch (SelectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meanwhile(Schedules schedules, Path sets) {
        try {
            assertThat(schedules.all()).hasSize(2);
            schedules.add(named("weekly"), sets);
            schedules.stop("dropped");
        } catch (SelectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Order named(String name) {
        return Order.of(Recipe.USUAL, Set.of(Format.JSONL), Images.COPY).withName(Optional.of(name));
    }
}
