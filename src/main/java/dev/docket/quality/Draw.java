package dev.docket.quality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws decisions by rules, each with a share of its own, independently of one another. A draw follows from the decision's id and a secret:
 * the same whenever it is made, so that looking twice draws nothing twice, and nothing that a reviewer could work out beforehand.
 */
final class Draw {
    /**
     * A decision that was drawn.
     *
     * @param probability that any of the rules drew it, 0 excluded to 1: 1 − Π(1 − share)
     */
    record Drawn(SampleRule rule, double probability) {}

    private static final String HMAC = "HmacSHA256";
    private final byte[] secret;

    Draw(byte[] secret) {
        this.secret = secret.clone();
    }

    /** @param shares 0..1, of the rules that apply to this decision */
    Optional<Drawn> of(UUID verdict, Map<SampleRule, Double> shares) {
        double missed = shares.values().stream().reduce(1.0, (all, share) -> all * (1 - share));
        return shares.keySet().stream().sorted(Comparator.naturalOrder()).filter(rule -> place(rule, verdict) < shares.get(rule)).findFirst()
                .map(rule -> new Drawn(rule, 1 - missed));
    }

    /** Even in 0..1, 1 excluded. */
    private double place(SampleRule rule, UUID verdict) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] digest = mac.doFinal((rule + "\0" + verdict).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
