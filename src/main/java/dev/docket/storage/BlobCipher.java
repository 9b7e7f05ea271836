package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * How one image's file is sealed: format byte 1, 96-bit random nonce, AES-256-GCM text with a 128-bit tag. The address is
 * authenticated with it, so that a file moved to another name does not open. Several threads.
 */
final class BlobCipher {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final CipherWarmUp warmUp = new CipherWarmUp();
    private final SecretKey key;

    /** @param profileKey from which this store's own key is derived (HKDF-SHA256) */
    BlobCipher(byte[] profileKey) {
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(profileKey)
                    .thenExpand("docket images".getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    byte[] seal(ContentHash address, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + content.length + TAG_BITS / 8).put(FORMAT).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, address, nonce).doFinal(ByteBuffer.wrap(content), file);
            return file.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }

    /** @throws IOException naming the address when the file is not what was stored under it */
    byte[] open(ContentHash address, byte[] file) throws IOException {
        if (file.length < HEADER_BYTES + TAG_BITS / 8 || file[0] != FORMAT) {
            throw damaged(address, null);
        }
        ByteBuffer sealed = ByteBuffer.wrap(file).position(1);
        byte[] nonce = new byte[NONCE_BYTES];
        sealed.get(nonce);
        byte[] content = new byte[sealed.remaining() - TAG_BITS / 8];
        try {
            cipher(Cipher.DECRYPT_MODE, address, nonce).doFinal(sealed, ByteBuffer.wrap(content));
        } catch (GeneralSecurityException e) {
            throw damaged(address, e);
        }
        if (!ContentHash.of(content).equals(address)) {
            throw damaged(address, null);
        }
        return content;
    }

    private Cipher cipher(int mode, ContentHash address, byte[] nonce) throws GeneralSecurityException {
        warmUp.begin();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(address.bytes());
        return cipher;
    }

    private static IOException damaged(ContentHash address, Throwable cause) {
        return new IOException("The stored image " + address + " is damaged or was changed. Restore it from a backup or admit it again.", cause);
    }
}
