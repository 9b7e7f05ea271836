package dev.docket.storage;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gets the JDK's AES-GCM to its processor instructions early. They are used once a method has been called thousands of
 * times; images call it once each, and until then every image is encrypted and decrypted some twenty times slower. So
 * 20 MB of zeros are encrypted in small pieces, beside the first image. Several threads.
 */
final class CipherWarmUp {
    private static final int PIECE = 1024;
    private static final int PIECES = 20_000;

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins on the first call, on a thread of its own; returns at once. */
    void begin() {
        if (!begun.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("cipher-warm-up").start(CipherWarmUp::encryptZeros);
        }
    }

    private static void encryptZeros() {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new GCMParameterSpec(128, new byte[12]));
            byte[] zeros = new byte[PIECE];
            byte[] out = new byte[2 * PIECE];
            for (int i = 0; i < PIECES; i++) {
                cipher.update(zeros, 0, PIECE, out, 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }
}
