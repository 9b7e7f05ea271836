package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A profile's key gets a passphrase, another one, a recovery key, and loses them again. */
class KeyFileTest {
    private static final PassphraseCost CHEAP = new PassphraseCost(8, 1, 1);
    private static final char[] FIRST = "the first of them".toCharArray();
    private static final char[] SECOND = "the second of them".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void aPassphraseTakesTheKeyOutOfTheFileAndLeavesItTheSame() throws IOException {
        byte[] key;
        try (Profile profile = Profile.open(folder)) {
            key = profile.key();
            assertThat(Profile.hasPassphrase(folder)).isFalse();
        }
        RecoveryKey recovery = protect();

        assertThat(Profile.hasPassphrase(folder)).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("key"))).hasSize(208);
        assertThat(holds(Files.readAllBytes(folder.resolve("key")), key)).isFalse();
        assertThatThrownBy(() -> Profile.open(folder)).isInstanceOf(WrongPassphrase.class).hasMessageContaining("has a passphrase");
        assertThatThrownBy(() -> open(SECOND)).isInstanceOf(WrongPassphrase.class);
        try (Profile profile = open(FIRST)) {
            assertThat(profile.key()).isEqualTo(key);
        }
        try (Profile profile = Profile.open(folder, wrapped -> wrapped.open(recovery))) {
            assertThat(profile.key()).isEqualTo(key);
            profile.keyFile().check(FIRST);
            assertThatThrownBy(() -> profile.keyFile().check(SECOND)).isInstanceOf(WrongPassphrase.class);
        }
    }

    @Test
    void passphraseAndRecoveryKeyAreChangedAndTheOldOnesOpenNothing() throws IOException {
        RecoveryKey old = protect();
        RecoveryKey fresh;
        try (Profile profile = open(FIRST)) {
            profile.keyFile().change(SECOND);
            fresh = profile.keyFile().renewRecovery();
        }

        assertThatThrownBy(() -> open(FIRST)).isInstanceOf(WrongPassphrase.class);
        assertThatThrownBy(() -> Profile.open(folder, wrapped -> wrapped.open(old))).isInstanceOf(WrongPassphrase.class);
        open(SECOND).close();
        Profile.open(folder, wrapped -> wrapped.open(fresh)).close();
    }

    @Test
    void withoutItsPassphraseAgainTheProfileOpensAsBefore() throws IOException {
        byte[] key;
        protect();
        try (Profile profile = open(FIRST)) {
            key = profile.key();
            profile.keyFile().unprotect();
        }
        try (Profile profile = Profile.open(folder)) {
            assertThat(profile.key()).isEqualTo(key);
            assertThat(profile.keyFile().isWrapped()).isFalse();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatTheFileHeldIsOverwrittenUnlessABackupMadeOfLinksSharesIt() throws IOException {
        Profile.open(folder).close();
        byte[] plain = Files.readAllBytes(folder.resolve("key"));
        Path linked = Files.createLink(folder.resolve("backup"), folder.resolve("key"));

        protect();

        assertThat(linked).hasBinaryContent(plain);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key")))).isEqualTo("rw-------");
        try (var still = Files.newByteChannel(folder.resolve("key")); Profile profile = open(FIRST)) {
            profile.keyFile().change(SECOND);
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(208);
            still.read(bytes);
            assertThat(bytes.array()).containsOnly(0);
        }
    }

    @Test
    void aDamagedFileIsToldBeforeAnybodyIsAsked() throws IOException {
        protect();
        byte[] file = Files.readAllBytes(folder.resolve("key"));
        file[100] ^= 1;
        Files.write(folder.resolve("key"), file);

        assertThatThrownBy(() -> Profile.hasPassphrase(folder)).isInstanceOf(StorageException.class).hasMessageContaining("it is damaged");
        assertThatThrownBy(() -> Profile.open(folder, _ -> {
            throw new AssertionError("asked");
        })).isInstanceOf(StorageException.class).hasMessageContaining("backup");
        Profile.open(folder.resolve("other")).close();
    }

    @Test
    void aKillAtAnyMomentOfAChangeLeavesAKeyThatOneOfTheTwoOpens() throws Exception {
        byte[] key;
        try (Profile profile = Profile.open(folder)) {
            key = profile.key();
        }
        protect();
        for (int kill = 0; kill < 4; kill++) {
            Process changing = ChildJvm.start(ChangeForever.class, folder.toString());
            assertThat(changing.inputReader().readLine()).isEqualTo("changing");
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(60));
            changing.destroyForcibly().waitFor();

            try (Profile profile = Profile.open(folder, wrapped -> either(wrapped).orElseThrow())) {
                assertThat(profile.key()).isEqualTo(key);
                profile.keyFile().change(FIRST);
            }
        }
    }

    private static Optional<byte[]> either(WrappedKey wrapped) {
        for (char[] one : new char[][] {FIRST, SECOND}) {
            try {
                return Optional.of(wrapped.open(one));
            } catch (WrongPassphrase e) {
                // then the other
            }
        }
        return Optional.empty();
    }

    /** Goes from one passphrase to the other until it is killed. */
    static final class ChangeForever {
        private ChangeForever() {}

        public static void main(String[] args) throws IOException {
            try (Profile profile = Profile.open(Path.of(args[0]), wrapped -> wrapped.open(FIRST), CHEAP)) {
                System.out.println("changing");
                for (int n = 0; n < 100_000; n++) {
                    profile.keyFile().change(n % 2 == 0 ? SECOND : FIRST);
                }
            }
        }
    }

    private RecoveryKey protect() throws IOException {
        try (Profile profile = Profile.open(folder, _ -> new byte[0], CHEAP)) {
            return profile.keyFile().protect(FIRST);
        }
    }

    private Profile open(char[] passphrase) {
        return Profile.open(folder, wrapped -> wrapped.open(passphrase), CHEAP);
    }

    private static boolean holds(byte[] file, byte[] key) {
        for (int at = 0; at + key.length <= file.length; at++) {
            if (Arrays.equals(key, Arrays.copyOfRange(file, at, at + key.length))) {
                return true;
            }
        }
        return false;
    }
}
