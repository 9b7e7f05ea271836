package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    private Path folder;

    @Test
    void theKeyIsMadeOnceAndStays() {
        byte[] first;
        try (Profile profile = Profile.open(folder.resolve("new/desk"))) {
            first = profile.key();
        }

        try (Profile again = Profile.open(folder.resolve("new/desk"))) {
            assertThat(again.key()).hasSize(32).isEqualTo(first);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayReadTheKeyAndTheFolder() throws IOException {
        try (Profile profile = Profile.open(folder.resolve("desk"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.folder()))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.folder().resolve("key")))).isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondOpeningInThisProcessIsTurnedAwayAndLeavesTheFirstItsLock() throws Exception {
        try (Profile _ = Profile.open(folder)) {
            assertThatThrownBy(() -> Profile.open(folder)).isInstanceOf(StorageException.class)
                    .hasMessage("The profile " + folder + " is open in another Docket (process " + ProcessHandle.current().pid()
                            + "). Close that one, or choose another with --profile.");

            assertThat(openInAnotherProcess()).startsWith("refused: The profile " + folder + " is open in another Docket (process "
                    + ProcessHandle.current().pid() + ")");
        }
        assertThat(openInAnotherProcess()).isEqualTo("opened");
    }

    @Test
    void aKilledProcessLeavesTheProfileFree() throws Exception {
        Process holder = ChildJvm.start(HoldProfile.class, folder.toString(), "stay");
        try (BufferedReader out = holder.inputReader()) {
            assertThat(out.readLine()).isEqualTo("opened");
            assertThatThrownBy(() -> Profile.open(folder)).hasMessageContaining("(process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor();
        }

        try (Profile profile = Profile.open(folder)) {
            assertThat(profile.key()).hasSize(32);
        }
    }

    @Test
    void aLostKeyIsNotReplacedWhenThereIsDataUnderIt() throws IOException {
        try (Profile profile = Profile.open(folder)) {
            Files.createDirectory(profile.folder().resolve("database"));
        }
        Files.delete(folder.resolve("key"));

        assertThatThrownBy(() -> Profile.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining("key is missing").hasMessageContaining("backup");
    }

    @Test
    void aCutKeyIsNamed() throws IOException {
        Files.write(folder.resolve("key"), new byte[7]);

        assertThatThrownBy(() -> Profile.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining("key cannot be used: it has 7 bytes instead of 32");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> Profile.open(file)).isInstanceOf(StorageException.class).hasMessageContaining(file.toString())
                .hasMessageContaining("--profile");
        assertThatThrownBy(() -> Profile.open(file.resolve("below"))).isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    private String openInAnotherProcess() throws Exception {
        Process other = ChildJvm.start(HoldProfile.class, folder.toString(), "leave");
        try (BufferedReader out = other.inputReader()) {
            return out.readLine();
        } finally {
            other.waitFor();
        }
    }

    /** Opens a profile and says so; {@code stay} keeps it until killed. */
    static final class HoldProfile {
        private HoldProfile() {}

        public static void main(String[] args) throws InterruptedException {
            try (Profile _ = Profile.open(Path.of(args[0]))) {
                System.out.println("opened");
                if (args[1].equals("stay")) {
                    Thread.sleep(60_000);
                }
            } catch (StorageException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
