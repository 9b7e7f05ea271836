package dev.docket.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * Files of any size, sealed piece by piece: 16 random bytes, from which the file's key is made, then pieces of 1 MiB, the last one shorter,
 * each AES-256-GCM with a 128-bit tag under its number and whether it is the last. What the file is for is part of its key. Several threads.
 */
public final class SealedStream {
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int PIECE_BYTES = 1 << 20;

    private final byte[] profileKey;

    public SealedStream(byte[] profileKey) {
        this.profileKey = profileKey.clone();
    }

    /** @param purpose no two files have the same */
    public void seal(InputStream clear, OutputStream sealed, String purpose) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        sealed.write(salt);
        SecretKey key = key(salt, purpose);
        byte[] piece = clear.readNBytes(PIECE_BYTES);
        for (int number = 0;; number++) {
            byte[] next = piece.length < PIECE_BYTES ? new byte[0] : clear.readNBytes(PIECE_BYTES);
            sealed.write(apply(Cipher.ENCRYPT_MODE, key, number, next.length == 0, piece));
            if (next.length == 0) {
                return;
            }
            piece = next;
        }
    }

    /** What was sealed; reading throws an IOException where it is not what was. @param purpose as it was sealed for */
    public InputStream open(InputStream sealed, String purpose) throws IOException {
        byte[] salt = sealed.readNBytes(SALT_BYTES);
        return new Opened(sealed, key(salt, purpose));
    }

    /** Of what was sealed in a file of this many bytes. */
    public static long clearBytes(long sealed) {
        long rest = sealed - SALT_BYTES;
        return rest - Math.ceilDiv(rest, PIECE_BYTES + TAG_BYTES) * TAG_BYTES;
    }

    private SecretKey key(byte[] salt, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(profileKey).addSalt(salt)
                    .thenExpand(("docket stream " + purpose).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    private static byte[] apply(int mode, SecretKey key, int number, boolean last, byte[] piece) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, ByteBuffer.allocate(12).putInt(number).put((byte) (last ? 1 : 0)).array()));
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new IOException("it is damaged, or was changed", e);
        }
    }

    private static final class Opened extends InputStream {
        private final InputStream sealed;
        private final SecretKey key;
        private byte[] ahead;
        private ByteBuffer clear = ByteBuffer.allocate(0);
        private int number;

        Opened(InputStream sealed, SecretKey key) throws IOException {
            this.sealed = sealed;
            this.key = key;
            ahead = sealed.readNBytes(PIECE_BYTES + TAG_BYTES);
        }

        @Override
        public int read() throws IOException {
            return isThere() ? clear.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (!isThere()) {
                return -1;
            }
            int read = Math.min(most, clear.remaining());
            clear.get(into, from, read);
            return read;
        }

        private boolean isThere() throws IOException {
            if (!clear.hasRemaining() && ahead != null) {
                byte[] next = ahead.length < PIECE_BYTES + TAG_BYTES ? new byte[0] : sealed.readNBytes(PIECE_BYTES + TAG_BYTES);
                clear = ByteBuffer.wrap(apply(Cipher.DECRYPT_MODE, key, number++, next.length == 0, ahead));
                ahead = next.length == 0 ? null : next;
            }
            return clear.hasRemaining();
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
