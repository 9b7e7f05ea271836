package dev.docket.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Profile;
import dev.docket.storage.ProfileInUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:15:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private Path profile;
    private Backups backups;

    @BeforeEach
    void aProfileWithThisAndThat() throws IOException {
        profile = folder.resolve("desk");
        Profile.open(profile).close();
        write("database/docket.mv.db", "rows, sealed");
        write("images/ab/cd/abcd", "a picture, sealed");
        write("images/ef/01/ef01", "another picture, sealed");
        write("images/unfinished/1234", "half a picture");
        write("models/starter/model.onnx", "a model");
        write("settings.json", "{}");
        write("thumbnails/x/y", "a thumbnail");
        write("kept/x/y", "a colleague's picture");
        write(".export.keys.tmp", "half a file");
        backups = new Backups(folder.resolve("backups"), CLOCK);
    }

    @Test
    void aRestoredProfileHasTheFilesAsTheyWereButForCaches() throws IOException {
        Map<String, String> before = files(profile);
        Backups.Made made = backups.make(profile, Progress.NONE);

        Restoring.Restored restored = new Restoring(backups).restore(Optional.empty(), folder.resolve("again"), false, Progress.NONE);

        before.keySet().removeIf(path -> path.startsWith("thumbnails/") || path.startsWith("kept/") || path.startsWith("images/unfinished") || path.equals("lock") || path.endsWith(".tmp"));
        Map<String, String> after = files(restored.profile());
        assertThat(Restoring.note(restored.profile())).get().extracting(Restoring.Note::snapshot).isEqualTo(made.snapshot().name());
        after.remove(Restoring.NOTE);
        assertThat(after).isEqualTo(before).containsKeys("key", "database/docket.mv.db");
        assertThat(restored.aside()).isEmpty();
    }

    @Test
    void theSecondBackupCopiesWhatIsNew() throws IOException {
        backups.make(profile, Progress.NONE);
        write("images/ff/ff/ffff", "a third picture");

        Backups.Made second = backups.make(profile, Progress.NONE);

        assertThat(second.snapshot().files()).extracting(Snapshot.Entry::path).contains("images/ab/cd/abcd", "images/ff/ff/ffff");
        assertThat(second.snapshot().name()).as("in order, also within a second").isEqualTo("20261122T081500Z-001");
        assertThat(contents("a picture, sealed")).as("once, however many backups have it").hasSize(1);
        assertThat(backups.verify(backups.all(), Progress.NONE)).isEmpty();
    }

    @Test
    void everyByteThatChangesIsFound() throws IOException {
        backups.make(profile, Progress.NONE);
        Path object = contents("rows, sealed").getFirst();
        byte[] whole = Files.readAllBytes(object);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(object, changed);
            assertThat(backups.verify(backups.all(), Progress.NONE)).extracting(Backups.Fault::what).singleElement().asString().contains("database/docket.mv.db is damaged");
        }
        assertThatThrownBy(() -> new Restoring(backups).restore(Optional.empty(), folder.resolve("again"), false, Progress.NONE)).hasMessageContaining("is damaged");
        assertThat(folder.resolve("again")).doesNotExist();

        Files.delete(object);
        assertThat(backups.verify(backups.all(), Progress.NONE)).extracting(Backups.Fault::what).singleElement().asString().contains("is missing");
    }

    @Test
    void aListThatWasChangedIsNoList() throws IOException {
        backups.make(profile, Progress.NONE);
        Path list = folder.resolve("backups/snapshots/20261122T081500Z.json");
        String text = Files.readString(list);

        Files.writeString(list, text.replace("settings.json", "settings.jsom"));
        assertThatThrownBy(backups::all).isInstanceOf(IOException.class).hasMessageContaining("was changed or is damaged");
        Files.writeString(list, text.substring(0, text.length() - 10));
        assertThatThrownBy(backups::all).isInstanceOf(IOException.class).hasMessageContaining("is no snapshot");
        Files.writeString(list, text.replace("docket-backup-1", "docket-backup-2"));
        assertThatThrownBy(backups::all).isInstanceOf(IOException.class).hasMessageContaining("newer Docket");
    }

    @Test
    void aListThatLeavesTheProfileIsRefused() {
        Stream.of("../x", "/etc/passwd", "a/../../x", "a//b", "c:\\x", "").forEach(path -> assertThatThrownBy(() ->
                new Snapshot.Entry(path, ContentHash.of(new byte[0]), 0, 0)).as(path).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void whatIsThereIsMovedAsideAndOnlyWhenToldTo() throws IOException {
        backups.make(profile, Progress.NONE);
        write("settings.json", "{\"later\":true}");

        assertThatThrownBy(() -> new Restoring(backups).restore(Optional.empty(), profile, false, Progress.NONE)).isInstanceOf(IOException.class).hasMessageContaining("--replace");
        assertThat(Files.readString(profile.resolve("settings.json"))).contains("later");

        Restoring.Restored restored = new Restoring(backups).restore(Optional.empty(), profile, true, Progress.NONE);
        assertThat(Files.readString(profile.resolve("settings.json"))).isEqualTo("{}");
        assertThat(Files.readString(restored.aside().orElseThrow().resolve("settings.json"))).contains("later");
    }

    @Test
    void theNewestRegisterOfErasuresComesWithAnOldBackup() throws IOException {
        write("erasures", "one");
        Snapshot first = backups.make(profile, Progress.NONE).snapshot();
        write("erasures", "one and two");
        backups.make(profile, Progress.NONE);

        new Restoring(backups).restore(Optional.of(first.name()), folder.resolve("again"), false, Progress.NONE);

        assertThat(folder.resolve("again/erasures")).hasContent("one and two");
    }

    @Test
    void anOpenProfileIsNeitherCopiedNorReplaced() throws IOException {
        backups.make(profile, Progress.NONE);
        try (Profile open = Profile.open(profile)) {
            assertThatThrownBy(() -> backups.make(profile, Progress.NONE)).isInstanceOf(ProfileInUse.class);
            assertThatThrownBy(() -> new Restoring(backups).restore(Optional.empty(), open.folder(), true, Progress.NONE)).isInstanceOf(ProfileInUse.class);
        }
        assertThat(backups.all()).hasSize(1);
    }

    @Test
    void oneThatIsStoppedLeavesNoListAndNoHalfProfile() throws IOException {
        Progress stopping = new Progress() {
            private int left = 3;

            @Override
            public void at(long done, long total, String what) {
                left--;
            }

            @Override
            public boolean cancelled() {
                return left <= 0;
            }
        };
        assertThatThrownBy(() -> backups.make(profile, stopping)).isInstanceOf(StoppedException.class);
        assertThat(backups.all()).isEmpty();

        backups.make(profile, Progress.NONE);
        assertThat(backups.verify(backups.all(), Progress.NONE)).isEmpty();
        assertThatThrownBy(() -> new Restoring(backups).restore(Optional.empty(), folder.resolve("again"), false, stopping)).isInstanceOf(StoppedException.class);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("desk", "backups");
        }
    }

    @Test
    void pruningTakesWhatOnlyOldBackupsHave() throws IOException {
        backups.make(profile, Progress.NONE);
        write("database/docket.mv.db", "later rows");
        backups.make(profile, Progress.NONE);

        Backups.Pruned pruned = backups.prune(1);

        assertThat(pruned.gone()).hasSize(1);
        assertThat(contents("rows, sealed")).as("the keys that were in it are gone").isEmpty();
        assertThat(contents("a picture, sealed")).hasSize(1);
        assertThat(backups.verify(backups.all(), Progress.NONE)).isEmpty();
    }

    @Test
    void aFolderThatHoldsSomethingElseOrLiesInTheProfileIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/a.txt"), "dear");

        assertThatThrownBy(() -> new Backups(folder.resolve("letters"), CLOCK).make(profile, Progress.NONE)).hasMessageContaining("holds something else");
        assertThatThrownBy(() -> new Backups(profile.resolve("backups"), CLOCK).make(profile, Progress.NONE)).hasMessageContaining("one in the other");
        assertThatThrownBy(() -> new Backups(folder.resolve("none"), CLOCK).all()).hasMessageContaining("There are no backups");
    }

    private void write(String path, String content) throws IOException {
        Path file = profile.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<Path> contents(String content) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("backups/objects"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).equals(content)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
