package dev.docket.classify.vendor.live;

import dev.docket.storage.ContentHash;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 of one POST to /, as https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html has it. Pure. */
final class AwsSignature {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String TYPE = "application/x-amz-json-1.1";
    private static final String SIGNED = "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target";

    private AwsSignature() {}

    /** @param address {@code https://SERVICE.REGION.amazonaws.com/}. @return headers to send, Host aside, which the client sends itself */
    static Map<String, String> of(URI address, VendorKey key, String target, byte[] body, Instant now) {
        String stamp = STAMP.format(now);
        String[] host = address.getHost().split("\\.");
        String service = host[0];
        String region = host.length > 2 ? host[1] : "us-east-1";
        String authority = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        String content = ContentHash.of(body).hex();
        String canonical = "POST\n/\n\ncontent-type:" + TYPE + "\nhost:" + authority + "\nx-amz-content-sha256:" + content + "\nx-amz-date:" + stamp + "\nx-amz-target:" + target + "\n\n"
                + SIGNED + "\n" + content;
        String scope = stamp.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + ContentHash.of(canonical.getBytes(StandardCharsets.UTF_8)).hex();
        byte[] signing = ("AWS4" + key.second()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            signing = hmac(signing, part);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", TYPE);
        headers.put("X-Amz-Content-Sha256", content);
        headers.put("X-Amz-Date", stamp);
        headers.put("X-Amz-Target", target);
        headers.put("Authorization", "AWS4-HMAC-SHA256 Credential=" + key.first() + "/" + scope + ", SignedHeaders=" + SIGNED
                + ", Signature=" + HexFormat.of().formatHex(hmac(signing, toSign)));
        return headers;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}
