package dev.docket.intake.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.desk.Desk;
import dev.docket.desk.IngestRoom;
import dev.docket.intake.FolderWatch;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.Outcome;
import dev.docket.intake.PatientIntake;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What upstream systems may rely on, on either database. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DropFolderContract {
    IngestRoom room;
    Desk desk;
    final List<String> said = new ArrayList<>();

    @TempDir
    Path temporary;
    private Path folder;
    private String feed;

    @BeforeEach
    void makeTheFolder(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName();
        feed = name.substring(0, Math.min(60, name.length()));
        folder = Files.createDirectories(temporary.resolve(feed));
    }

    @AfterAll
    void closeTheRoom() throws IOException {
        room.close();
    }

    @Test
    void eachLineIsAnsweredByItsNumberAndTheManifestIsPutAway() throws Exception {
        IngestRoom.pictures(folder, 2);
        Path manifest = manifest("batch", """
                {"file":"0.png","id":"a"}
                {"file":"1.png","id":

                {"file":"1.png","id":"b"}
                {"file":"0.png","id":"a"}
                {"file":"../etc/passwd","id":"c"}
                {"file":"none.png","id":"d"}
                """);

        IntakeResult result = take(manifest);

        assertThat(result.added()).isEqualTo(2);
        List<JsonNode> receipt = receipt("batch");
        assertThat(receipt).extracting(line -> line.path("line").asInt() + " " + line.path("id").asString("-") + " " + line.path("outcome").asString(""))
                .containsExactly("1 a new", "2 - refused", "4 b new", "5 a known", "6 - refused", "7 d refused", "0 - ");
        assertThat(receipt.get(1).path("place").asString()).isEqualTo("batch.jsonl:2");
        assertThat(receipt.get(1).path("reason").asString()).startsWith("not valid JSON");
        assertThat(receipt.get(4).path("reason").asString()).contains("lies outside the manifest's folder");
        assertThat(receipt.get(0).path("item").asString()).isEqualTo(receipt.get(3).path("item").asString()).hasSize(36);
        assertThat(receipt.getLast().path("refused").asInt()).isEqualTo(3);
        assertThat(manifest).doesNotExist();
        assertThat(folder.resolve("done/batch.jsonl")).exists();
        assertThat(IngestRoom.items(desk, feed)).isEqualTo(2);
    }

    @Test
    void killedBeforeItsReceiptAManifestIsTakenAgainAndNothingIsAdmittedTwice() throws Exception {
        IngestRoom.pictures(folder, 6);
        Path manifest = manifest("batch", lines(6));

        try (DropFolder drop = drop()) {
            assertThat(drop.isMine()).isTrue();
            assertThatThrownBy(() -> drop.take(manifest, (lines, told) -> {
                admit(lines, told);
                throw new IllegalStateException("killed");
            })).hasMessage("killed");
        }
        assertThat(manifest).exists();
        assertThat(folder.resolve("batch.receipt.jsonl")).doesNotExist();

        assertThat(take(manifest).known()).isEqualTo(6);
        assertThat(receipt("batch").getLast().path("known").asInt()).isEqualTo(6);
        assertThat(IngestRoom.items(desk, feed)).isEqualTo(6);
        assertThat(IngestRoom.tasks(desk, feed)).isEqualTo(6);
    }

    @Test
    void killedAfterItsReceiptAManifestIsOnlyPutAway() throws Exception {
        IngestRoom.pictures(folder, 1);
        Path manifest = manifest("batch", lines(1));
        String text = Files.readString(manifest);
        take(manifest);
        Files.writeString(manifest, text);
        Path receipt = folder.resolve("batch.receipt.jsonl");
        String answered = Files.readString(receipt);

        try (DropFolder drop = drop()) {
            drop.take(manifest, (lines, told) -> {
                throw new AssertionError("admitted again");
            });
        }

        assertThat(Files.readString(receipt)).isEqualTo(answered);
        assertThat(manifest).doesNotExist();
        assertThat(folder.resolve("done")).isDirectoryContaining(file -> file.getFileName().toString().matches("batch\\.[0-9a-f]{12}\\.jsonl"));
    }

    @Test
    void aNameThatIsUsedAgainForOtherLinesIsAnsweredAnew() throws Exception {
        IngestRoom.pictures(folder, 2);
        take(manifest("batch", "{\"file\":\"0.png\",\"id\":\"x\"}\n"));

        assertThat(take(manifest("batch", "{\"file\":\"1.png\",\"id\":\"y\"}\n")).added()).isEqualTo(1);

        assertThat(receipt("batch").getFirst().path("id").asString()).isEqualTo("y");
        try (var done = Files.list(folder.resolve("done"))) {
            assertThat(done).hasSize(2);
        }
    }

    @Test
    void onlyOneWorksInAFolderAndAnotherTakesOver() throws Exception {
        try (DropFolder second = drop()) {
            try (DropFolder first = drop()) {
                assertThat(first.isMine()).isTrue();
                assertThat(second.isMine()).isFalse();
            }
            assertThat(second.isMine()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNotWholeOrNoFileIsLeftAloneAndAPipeHoldsNobodyUp() throws Exception {
        manifest("whole", "{\"file\":\"pipe.png\",\"id\":\"p\"}\n{\"file\":\"folder.png\",\"id\":\"f\"}\n");
        Files.writeString(folder.resolve("unfinished.jsonl.tmp"), lines(1));
        Files.writeString(folder.resolve("old.receipt.jsonl"), "{}\n");
        Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("whole.jsonl"));
        Files.createDirectories(folder.resolve("folder.jsonl"));
        Files.createDirectories(folder.resolve("folder.png"));
        new ProcessBuilder("mkfifo", folder.resolve("pipe.png").toString()).start().waitFor();

        try (DropFolder drop = drop()) {
            assertThat(drop.waiting()).containsExactly(folder.resolve("whole.jsonl"));
            drop.take(drop.waiting().getFirst(), this::admit);
        }

        assertThat(receipt("whole")).extracting(line -> line.path("reason").asString("")).containsExactly(
                "file: 'pipe.png' is a pipe or a device", "file: 'folder.png' is a folder", "");
    }

    @Test
    void twoWhoWatchOneFolderGiveOneItemForEachPicture() throws Exception {
        IngestRoom.pictures(folder, 12);
        Desk other = room.desk();

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<IntakeResult>> watchers = List.of(() -> watch(desk), () -> watch(other));
            long added = 0;
            for (Future<IntakeResult> each : both.invokeAll(watchers)) {
                assertThat(each.get().added() + each.get().known()).isEqualTo(12);
                added += each.get().added();
            }
            assertThat(added).isEqualTo(12);
        }

        assertThat(IngestRoom.items(desk, feed)).isEqualTo(12);
        assertThat(IngestRoom.tasks(desk, feed)).isEqualTo(12);
    }

    private IntakeResult watch(Desk by) throws IOException {
        FolderWatch watch = new FolderWatch(folder, feed);
        watch.look();
        return new PatientIntake(by.intake, by.database, said::add).admitAll(watch.look(), Progress.NONE, outcome -> {});
    }

    IntakeResult admit(IntakeSource lines, Consumer<Outcome> told) {
        return new PatientIntake(desk.intake, desk.database, said::add).admitAll(lines, Progress.NONE, told);
    }

    IntakeResult take(Path manifest) throws Exception {
        try (DropFolder drop = drop()) {
            assertThat(drop.waiting()).contains(manifest);
            return drop.take(manifest, this::admit);
        }
    }

    private DropFolder drop() throws IOException {
        return new DropFolder(folder, feed, desk.clock);
    }

    /** As upstream does: written beside and renamed. */
    Path manifest(String name, String lines) throws IOException {
        Path unfinished = Files.writeString(folder.resolve(name + ".jsonl.tmp"), lines);
        return Files.move(unfinished, folder.resolve(name + ".jsonl"));
    }

    static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"file\":\"%d.png\",\"id\":\"post-%d\"}%n".formatted(i, i));
        }
        return lines.toString();
    }

    List<JsonNode> receipt(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name + ".receipt.jsonl")).stream().map(CanonicalJson.MAPPER::readTree).toList();
    }

    Path folder() {
        return folder;
    }

    String feed() {
        return feed;
    }
}
