package dev.docket.team;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What PostgreSQL keeps of a password: {@code SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey} (RFC 5802, RFC 7677).
 * Made here, so that no password is ever in a statement, nor in a server's log of statements.
 */
final class ScramVerifier {
    /** PostgreSQL's own default; logging in from another machine costs as many. */
    private static final int ITERATIONS = 4096;
    private static final int BITS = 256;
    private static final String HMAC = "HmacSHA256";

    private ScramVerifier() {}

    /** @param password printable ASCII, which needs no preparation (RFC 4013) */
    static String of(char[] password, byte[] salt) {
        return of(password, salt, ITERATIONS);
    }

    static String of(char[] password, byte[] salt, int iterations) {
        for (char c : password) {
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException("A password is of letters, digits, spaces and punctuation of ASCII");
            }
        }
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(password, salt, iterations, BITS)).getEncoded();
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            Base64.Encoder base64 = Base64.getEncoder();
            return "SCRAM-SHA-256$" + iterations + ":" + base64.encodeToString(salt) + "$" + base64.encodeToString(stored) + ":"
                    + base64.encodeToString(hmac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String words) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    }
}
