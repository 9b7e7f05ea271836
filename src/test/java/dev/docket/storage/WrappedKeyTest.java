package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class WrappedKeyTest {
    private static final PassphraseCost CHEAP = new PassphraseCost(8, 1, 1);
    private static final char[] PASSPHRASE = "four words of mine".toCharArray();

    private final byte[] key = new byte[32];
    private final RecoveryKey recovery = RecoveryKey.make(new SecureRandom());
    private final WrappedKey wrapped;

    WrappedKeyTest() {
        new SecureRandom().nextBytes(key);
        wrapped = WrappedKey.of(key, PASSPHRASE, recovery, CHEAP);
    }

    @Test
    void passphraseAndRecoveryKeyOpenItAndTheFileIsAsLongAsItSays() throws IOException {
        WrappedKey read = WrappedKey.read(wrapped.bytes());

        assertThat(read.open(PASSPHRASE)).isEqualTo(key);
        assertThat(read.open(RecoveryKey.read(recovery.text()).orElseThrow())).isEqualTo(key);
        assertThat(read.bytes()).hasSize(208).isEqualTo(wrapped.bytes());
    }

    @Test
    void everyFlippedBitIsRefusedBeforeAnythingIsAsked() {
        byte[] file = wrapped.bytes();
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] changed = file.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> WrappedKey.read(changed)).as("bit %d", bit).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyChangedByteIsRefusedThoughTheChecksumWasSetRightForBothKeys() {
        byte[] file = wrapped.bytes();
        SplittableRandom random = new SplittableRandom(7);
        for (int at = 0; at < file.length - 4; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            byte[] forged = summed(changed);
            int place = at;
            assertThatThrownBy(() -> small(forged).open(PASSPHRASE)).as("byte %d, passphrase", place).isInstanceOfAny(StorageException.class, IOException.class);
            assertThatThrownBy(() -> small(forged).open(recovery)).as("byte %d, recovery key", place).isInstanceOfAny(StorageException.class, IOException.class);
        }
    }

    /** A cost that was made dear is refused, too, but not by spending it. */
    private static WrappedKey small(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).position(8);
        if (in.getInt() > 1 << 14 || in.getInt() > 64) {
            throw new IOException("dear");
        }
        return WrappedKey.read(file);
    }

    private static byte[] summed(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, file.length - 4);
        return ByteBuffer.wrap(file).putInt(file.length - 4, (int) crc.getValue()).array();
    }

    @Test
    void noOtherPassphraseAndNoOtherRecoveryKeyIsEverAccepted() {
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 0; n < 300; n++) {
            char[] near = PASSPHRASE.clone();
            near[random.nextInt(near.length)] += (char) (1 + random.nextInt(3));
            assertThatThrownBy(() -> wrapped.open(near)).isInstanceOf(WrongPassphrase.class);
            assertThatThrownBy(() -> wrapped.open(RecoveryKey.make(new SecureRandom()))).isInstanceOf(WrongPassphrase.class);
        }
        assertThatThrownBy(() -> wrapped.open(new char[0])).isInstanceOf(WrongPassphrase.class);
        assertThatThrownBy(() -> wrapped.open((new String(PASSPHRASE) + " ").toCharArray())).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void aWrapPutInFromAnOlderFileIsRefused() {
        byte[] older = wrapped.bytes();
        WrappedKey newer = wrapped.withRecovery(key, RecoveryKey.make(new SecureRandom()));
        byte[] spliced = newer.bytes();
        System.arraycopy(older, 96, spliced, 96, 76);

        byte[] forged = summed(spliced);

        assertThatThrownBy(() -> WrappedKey.read(forged).open(recovery)).isInstanceOf(StorageException.class).hasMessageContaining("changed");
        assertThatThrownBy(() -> WrappedKey.read(forged).open(PASSPHRASE)).isInstanceOf(StorageException.class).hasMessageContaining("changed");
    }

    @Test
    void eachOfTheTwoIsRenewedWithoutTheOther() {
        WrappedKey changed = wrapped.withPassphrase(key, "other words of mine".toCharArray(), CHEAP);
        assertThat(changed.open("other words of mine".toCharArray())).isEqualTo(key);
        assertThat(changed.open(recovery)).isEqualTo(key);
        assertThatThrownBy(() -> changed.open(PASSPHRASE)).isInstanceOf(WrongPassphrase.class);

        RecoveryKey fresh = RecoveryKey.make(new SecureRandom());
        WrappedKey renewed = changed.withRecovery(key, fresh);
        assertThat(renewed.open(fresh)).isEqualTo(key);
        assertThat(renewed.open("other words of mine".toCharArray())).isEqualTo(key);
        assertThatThrownBy(() -> renewed.open(recovery)).isInstanceOf(WrongPassphrase.class).hasMessageContaining("newer");
    }

    @Test
    void lettersComposedOtherwiseAreTheSameLetters() {
        WrappedKey german = WrappedKey.of(key, "sch\u00f6ne gr\u00fc\u00dfe".toCharArray(), recovery, CHEAP);

        assertThat(german.open("scho\u0308ne gru\u0308\u00dfe".toCharArray())).isEqualTo(key);
    }

    @Test
    void whatTheStandardCostGivesIsWhatRfc9106Gives() {
        // RFC 9106 has no test vector without secret and associated data: of the reference implementation, t=2, m=64 MiB, p=1
        byte[] derived = new PassphraseCost(65536, 2, 1).derive("password".toCharArray(), "somesalt".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(derived).asHexString().isEqualToIgnoringCase("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }
}
