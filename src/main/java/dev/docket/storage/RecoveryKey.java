package dev.docket.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What opens a profile whose passphrase was forgotten: 160 random bits, for paper. Written in Crockford's base 32, as eight
 * groups of five: 32 letters of the key, and eight that find a mistyped one.
 */
public final class RecoveryKey {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int KEY_BYTES = 20;
    private static final int CHECK_BYTES = 5;
    private static final int GROUP = 5;
    private static final int LENGTH = (KEY_BYTES + CHECK_BYTES) * 8 / 5;

    private final byte[] key;

    private RecoveryKey(byte[] key) {
        this.key = key;
    }

    public static RecoveryKey make(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new RecoveryKey(key);
    }

    /** As somebody typed it: any case, with or without dashes and spaces, O for 0, I and L for 1. Empty when it is no such key, or mistyped. */
    public static Optional<RecoveryKey> read(CharSequence typed) {
        String letters = typed.toString().toUpperCase(Locale.ROOT).replaceAll("[\\s\\-\u2010-\u2015]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        if (letters.length() != LENGTH || letters.chars().anyMatch(letter -> LETTERS.indexOf(letter) < 0)) {
            return Optional.empty();
        }
        byte[] bytes = bytes(letters);
        byte[] key = Arrays.copyOf(bytes, KEY_BYTES);
        return Arrays.equals(check(key), Arrays.copyOfRange(bytes, KEY_BYTES, bytes.length)) ? Optional.of(new RecoveryKey(key)) : Optional.empty();
    }

    /** {@code XXXXX-XXXXX-…}, for paper. */
    public String text() {
        byte[] bytes = Arrays.copyOf(key, KEY_BYTES + CHECK_BYTES);
        System.arraycopy(check(key), 0, bytes, KEY_BYTES, CHECK_BYTES);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(five(bytes, at)));
        }
        return text.toString();
    }

    /** A key of 32 bytes. Nothing slow is needed: nobody guesses 160 bits. */
    byte[] derive(byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt)
                    .thenExpand("docket recovery".getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    private static byte[] check(byte[] key) {
        return Arrays.copyOf(ContentHash.of(key).bytes(), CHECK_BYTES);
    }

    private static int five(byte[] bytes, int at) {
        int bit = at * 5;
        int pair = (bytes[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
        return pair >> 11 - bit % 8 & 31;
    }

    private static byte[] bytes(String letters) {
        byte[] bytes = new byte[KEY_BYTES + CHECK_BYTES];
        int bits = 0;
        int known = 0;
        int at = 0;
        for (char letter : letters.toCharArray()) {
            bits = bits << 5 | LETTERS.indexOf(letter);
            known += 5;
            if (known >= 8) {
                known -= 8;
                bytes[at++] = (byte) (bits >> known);
            }
        }
        return bytes;
    }
}
