package dev.docket.storage.bucket;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What lets somebody in at a bucket. Its text says nothing of the secret, so that no log does.
 *
 * @param id of the access key
 */
public record BucketKey(String id, String secret) {
    private static final int LONGEST = 256;

    public BucketKey {
        if (!isPlain(id) || !isPlain(secret)) {
            throw new IllegalArgumentException("A bucket's key is two lines, the access key's id and its secret, of at most " + LONGEST + " characters without spaces");
        }
    }

    /** @throws IllegalArgumentException when it is not what {@link #bytes} wrote: two lines */
    public static BucketKey read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException("A bucket's key is two lines, the access key's id and its secret, not " + lines.size());
        }
        return new BucketKey(lines.getFirst(), lines.getLast());
    }

    public byte[] bytes() {
        return (id + "\n" + secret + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return "BucketKey[" + id + "]";
    }
}
