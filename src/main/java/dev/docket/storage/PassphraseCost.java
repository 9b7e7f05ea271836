package dev.docket.storage;

import java.nio.CharBuffer;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How dear each guess at a passphrase is: Argon2id, version 1.3 (RFC 9106).
 *
 * @param memory in KiB, 8 to 1048576 (1 GiB)
 * @param passes over that memory, 1 to 64
 * @param lanes 1 to 16
 */
public record PassphraseCost(int memory, int passes, int lanes) {
    /** The second of the two that RFC 9106 recommends: 64 MiB three times. {@code docs/at-rest.md} says what that takes. */
    public static final PassphraseCost STANDARD = new PassphraseCost(64 << 10, 3, 4);
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;
    private static final int KEY_BYTES = 32;

    /** @throws IllegalArgumentException beyond these bounds: a file that was tampered with must not fill the memory */
    public PassphraseCost {
        if (lanes < 1 || lanes > MOST_LANES || passes < 1 || passes > MOST_PASSES || memory < 8 * lanes || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("No cost of a passphrase: " + memory + " KiB, " + passes + " passes, " + lanes + " lanes");
        }
    }

    /** A key of 32 bytes. Takes as long as it should: some tenths of a second. The same letters count the same however the keyboard composes them. */
    byte[] derive(char[] passphrase, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] key = new byte[KEY_BYTES];
        argon.generateBytes(Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC).toCharArray(), key);
        return key;
    }
}
