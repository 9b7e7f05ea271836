package dev.docket.storage.bucket;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a bucket of an S3-compatible store is. Nothing secret.
 *
 * @param prefix before every name in it, without a slash at either end; may be empty
 * @param endpoint the store's own address; empty: Amazon's, of the region
 * @param pathStyle whether the bucket's name is a part of the path, not of the host's name
 * @param ca certificate of the authority that signed the endpoint's, PEM; empty: those that this Java trusts
 */
public record BucketPlace(String bucket, String prefix, String region, Optional<URI> endpoint, boolean pathStyle, Optional<String> ca) {
    private static final Pattern TEXT = Pattern.compile("s3://([^/]*)(?:/(.*?))?/?");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("|[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");
    private static final int LONGEST_PREFIX = 200;

    /**
     * @param text {@code s3://bucket/prefix}
     * @throws IllegalArgumentException when it is none; the message says what one looks like
     */
    public static BucketPlace parse(String text, String region, Optional<URI> endpoint, boolean pathStyle, Optional<String> ca) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A bucket looks like s3://bucket/prefix, not '" + text + "'");
        }
        return new BucketPlace(parts.group(1), parts.group(2) == null ? "" : parts.group(2), region, endpoint, pathStyle, ca);
    }

    public BucketPlace {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("A bucket's name has 3 to 63 small letters, digits, dots and hyphens, not '" + bucket + "'");
        }
        if (prefix.length() > LONGEST_PREFIX || !PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("What stands before the names in a bucket has letters, digits, _, -, dots and slashes, not '" + prefix + "'");
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("A region looks like eu-central-1, not '" + region + "'");
        }
        endpoint.ifPresent(BucketPlace::check);
    }

    private static void check(URI endpoint) {
        boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        boolean bare = endpoint.getRawUserInfo() == null && endpoint.getRawQuery() == null && endpoint.getRawFragment() == null
                && (endpoint.getRawPath() == null || endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"));
        if (!web || !bare || endpoint.getHost() == null) {
            throw new IllegalArgumentException("An endpoint looks like https://s3.example.org:9000, without a login, a path or settings, not '" + endpoint + "'");
        }
    }

    /** {@code s3://bucket/prefix}. */
    public String text() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** As {@link #text()}, and whose store that is. */
    public String where() {
        return text() + " at " + endpoint.map(URI::toString).orElse("Amazon S3, " + region);
    }

    /** Whether anybody on the way can read which images are fetched, though not the images. */
    public boolean isClear() {
        return endpoint.map(place -> "http".equals(place.getScheme())).orElse(false);
    }
}
