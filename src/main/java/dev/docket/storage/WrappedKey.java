package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A profile's key under a passphrase and under a recovery key. Either opens it; neither says anything of the other. Never changes.
 *
 * <p>208 bytes, numbers big-endian: {@code DKTKEY01}; the passphrase's {@link PassphraseCost} (memory, passes, lanes, 4 bytes
 * each) and its wrap; the recovery key's wrap; HMAC-SHA256 of all before under a key made from the profile's; CRC-32C
 * of all before. A wrap is a salt of 16 bytes, a 96-bit nonce, and the key with its 128-bit tag in AES-256-GCM; magic
 * and which of the two it is are authenticated with it. The CRC tells a damaged file before anybody is asked for anything.
 */
public final class WrappedKey {
    private static final byte[] MAGIC = "DKTKEY01".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_BYTES = KEY_BYTES + TAG_BITS / 8;
    private static final int WRAP_BYTES = SALT_BYTES + NONCE_BYTES + SEALED_BYTES;
    private static final int MAC_BYTES = 32;
    private static final int CRC_BYTES = 4;
    private static final int COST_BYTES = 12;
    private static final int BODY_BYTES = 8 + COST_BYTES + 2 * WRAP_BYTES;
    static final int BYTES = BODY_BYTES + MAC_BYTES + CRC_BYTES;

    private enum By { PASSPHRASE, RECOVERY }

    private record Wrap(byte[] salt, byte[] nonce, byte[] sealed) {
        static Wrap read(ByteBuffer in) {
            return new Wrap(bytes(in, SALT_BYTES), bytes(in, NONCE_BYTES), bytes(in, SEALED_BYTES));
        }

        void write(ByteBuffer out) {
            out.put(salt).put(nonce).put(sealed);
        }
    }

    private final PassphraseCost cost;
    private final Wrap passphrase;
    private final Wrap recovery;
    private final byte[] mac;

    private WrappedKey(PassphraseCost cost, Wrap passphrase, Wrap recovery, byte[] mac) {
        this.cost = cost;
        this.passphrase = passphrase;
        this.recovery = recovery;
        this.mac = mac;
    }

    /** Takes as long as a guess at the passphrase. @param key 32 bytes */
    static WrappedKey of(byte[] key, char[] passphrase, RecoveryKey recovery, PassphraseCost cost) {
        return signed(key, cost, wrap(By.PASSPHRASE, key, salt -> cost.derive(passphrase, salt)), wrap(By.RECOVERY, key, recovery::derive));
    }

    /** Whether these bytes are a wrapped key, sound or not. */
    static boolean looksLike(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length));
    }

    /** @throws IOException when these are not the bytes that were written */
    static WrappedKey read(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length != BYTES || !looksLike(file) || in.getInt(BYTES - CRC_BYTES) != crc(file)) {
            throw new IOException("it is damaged");
        }
        in.position(MAGIC.length);
        try {
            PassphraseCost cost = new PassphraseCost(in.getInt(), in.getInt(), in.getInt());
            return new WrappedKey(cost, Wrap.read(in), Wrap.read(in), bytes(in, MAC_BYTES));
        } catch (IllegalArgumentException e) {
            throw new IOException("it was changed: " + e.getMessage(), e);
        }
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).put(body(cost, passphrase, recovery)).put(mac);
        return out.putInt(crc(out.array())).array();
    }

    /**
     * The profile's key. Takes some tenths of a second.
     *
     * @throws WrongPassphrase when it does not open it
     * @throws StorageException when it does, and the file was changed
     */
    public byte[] open(char[] given) {
        return checked(unwrap(By.PASSPHRASE, passphrase, cost.derive(given, passphrase.salt()), "That is not the passphrase of this profile."));
    }

    /** As {@link #open(char[])}. */
    public byte[] open(RecoveryKey given) {
        return checked(unwrap(By.RECOVERY, recovery, given.derive(recovery.salt()),
                "That is not the recovery key of this profile. A newer one may have been printed since."));
    }

    /** The recovery key stays. */
    WrappedKey withPassphrase(byte[] key, char[] fresh, PassphraseCost now) {
        return signed(key, now, wrap(By.PASSPHRASE, key, salt -> now.derive(fresh, salt)), recovery);
    }

    /** The passphrase stays; the recovery key there was opens nothing any more. */
    WrappedKey withRecovery(byte[] key, RecoveryKey fresh) {
        return signed(key, cost, passphrase, wrap(By.RECOVERY, key, fresh::derive));
    }

    private byte[] checked(byte[] key) {
        if (!MessageDigest.isEqual(mac, mac(key, body(cost, passphrase, recovery)))) {
            throw new StorageException("The profile's key file was changed by somebody. Put it back from a backup.");
        }
        return key;
    }

    private static WrappedKey signed(byte[] key, PassphraseCost cost, Wrap passphrase, Wrap recovery) {
        return new WrappedKey(cost, passphrase, recovery, mac(key, body(cost, passphrase, recovery)));
    }

    private static byte[] body(PassphraseCost cost, Wrap passphrase, Wrap recovery) {
        ByteBuffer body = ByteBuffer.allocate(BODY_BYTES).put(MAGIC).putInt(cost.memory()).putInt(cost.passes()).putInt(cost.lanes());
        passphrase.write(body);
        recovery.write(body);
        return body.array();
    }

    private static Wrap wrap(By by, byte[] key, UnaryOperator<byte[]> derived) {
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        try {
            return new Wrap(salt, nonce, cipher(Cipher.ENCRYPT_MODE, by, derived.apply(salt), nonce).doFinal(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }

    private static byte[] unwrap(By by, Wrap wrap, byte[] derived, String otherwise) {
        try {
            return cipher(Cipher.DECRYPT_MODE, by, derived, wrap.nonce()).doFinal(wrap.sealed());
        } catch (GeneralSecurityException e) {
            throw new WrongPassphrase(otherwise);
        }
    }

    private static Cipher cipher(int mode, By by, byte[] derived, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(MAGIC);
        cipher.updateAAD(by.name().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] mac(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", HKDFParameterSpec.ofExtract().addIKM(key)
                    .thenExpand("docket key file".getBytes(StandardCharsets.US_ASCII), MAC_BYTES)));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static int crc(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, BYTES - CRC_BYTES);
        return (int) crc.getValue();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
