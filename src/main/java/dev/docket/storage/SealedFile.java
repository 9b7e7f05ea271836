package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * One small file of the profile, sealed under a key derived from the profile's for its purpose: a 96-bit random nonce, then
 * AES-256-GCM with a 128-bit tag. Written beside and moved into place. Several threads, one writer at a time.
 */
public final class SealedFile {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final SecretKey key;

    /** @param purpose no two files have the same */
    public SealedFile(Path file, byte[] profileKey, String purpose) {
        this.file = file;
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(profileKey)
                    .thenExpand(("docket " + purpose).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    /** Empty when there is no file. @throws IOException when it cannot be read, or is not what was written */
    public Optional<byte[]> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] sealed = Files.readAllBytes(file);
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IOException(file + " is damaged: it is too short");
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, sealed).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is damaged, or belongs to another profile", e);
        }
    }

    /** @throws IOException when it could not be written; what was there is there still */
    public synchronized void write(byte[] content) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            DurableFile.write(file, ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        return cipher;
    }
}
