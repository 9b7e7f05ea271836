package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one image is sealed, in a folder's file or a bucket's object: format byte, 96-bit random nonce, AES-256-GCM text with a 128-bit tag. The address is
 * authenticated with it, so that a file moved to another name does not open. Format 1 is under a key of the whole store,
 * format 2 under the image's own. Several threads.
 */
public final class BlobCipher {
    private static final byte OF_STORE = 1;
    private static final byte OF_IMAGE = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final CipherWarmUp warmUp = new CipherWarmUp();
    private final Optional<SecretKey> ofStore;
    private final Optional<ImageKeys> ofImages;

    /**
     * @param profileKey from which the store's key is derived (HKDF-SHA256); empty: it has none
     * @param ofImages keys that images are sealed under; empty: all under the store's
     */
    public BlobCipher(Optional<byte[]> profileKey, Optional<ImageKeys> ofImages) {
        this.ofStore = profileKey.map(BlobCipher::derived);
        this.ofImages = ofImages;
    }

    private static SecretKey derived(byte[] profileKey) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(profileKey)
                    .thenExpand("docket images".getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    public byte[] seal(ContentHash address, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SecretKey key = ofImages.map(keys -> aes(keys.make(address))).or(() -> ofStore).orElseThrow();
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + content.length + TAG_BITS / 8).put(ofImages.isPresent() ? OF_IMAGE : OF_STORE).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, address, nonce).doFinal(ByteBuffer.wrap(content), file);
            return file.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }

    /** Empty when its key is gone, or not for whoever asks. @throws IOException naming the address when the file is not what was stored under it */
    public Optional<byte[]> open(ContentHash address, byte[] file) throws IOException {
        if (file.length < HEADER_BYTES + TAG_BITS / 8 || file[0] != OF_STORE && file[0] != OF_IMAGE) {
            throw damaged(address, null);
        }
        Optional<SecretKey> key = file[0] == OF_STORE ? ofStore : ofImages.flatMap(keys -> keys.find(address)).map(BlobCipher::aes);
        return key.isEmpty() ? Optional.empty() : Optional.of(open(key.get(), address, file));
    }

    /** Erases what is sealed under the image's own key. */
    public void forget(ContentHash address) {
        ofImages.ifPresent(keys -> keys.forget(address));
    }

    private byte[] open(SecretKey key, ContentHash address, byte[] file) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer sealed = ByteBuffer.wrap(file).position(1);
        sealed.get(nonce);
        byte[] content = new byte[sealed.remaining() - TAG_BITS / 8];
        try {
            cipher(Cipher.DECRYPT_MODE, key, address, nonce).doFinal(sealed, ByteBuffer.wrap(content));
        } catch (GeneralSecurityException e) {
            throw damaged(address, e);
        }
        if (!ContentHash.of(content).equals(address)) {
            throw damaged(address, null);
        }
        return content;
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private Cipher cipher(int mode, SecretKey key, ContentHash address, byte[] nonce) throws GeneralSecurityException {
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
