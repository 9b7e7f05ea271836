package dev.docket.export;

import dev.docket.audit.seal.Frontier;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * {@code manifest.json}: what a decision set holds, how it came about and the hash of every file in it. Says nothing
 * of when it was written, so that one selection has one manifest. Fields are explained in docs/decision-set-format.md.
 *
 * @param schema {@link #SCHEMA}
 * @param decided first and last day of the decisions that count; null when there is no row
 * @param files every file but the manifest and its signature, by path
 * @param version such as eu-flags@7; null when it has no name
 * @param parent the set it follows; null when it stands by itself
 * @param delta whether it holds only what its parent lacks
 * @param mostPerUploader the cap on one uploader's items; null for none
 * @param approvals of people who signed that it may leave; empty when nobody had to
 * @param audience whose names these are; null for nobody in particular
 * @param licence what whoever receives it may do with it, and {@code basis} what permits handing it on, in the words of whoever did; null for nothing said
 * @param root of the Merkle tree over the lines of {@link #files}, {@link #rootOf}; null in sets of earlier versions
 * @param elsewhere pictures that rows name and the set does not hold; where each would stand
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Manifest(
        String schema, Query query, Days decided, List<Pack> policies, List<String> models, Counts counts,
        List<Reason> leftOut, Dealing splits, String labelRule, List<String> formats, List<String> redaction, Key key,
        List<File> files, List<File> elsewhere, String version, Parent parent, Boolean delta, Integer mostPerUploader, List<Draft.Approval> approvals,
        String audience, String licence, String basis, String root) {
    public static final String SCHEMA = "docket.decision-set/1";
    public static final String NAME = "manifest.json";
    public static final String SIGNATURE = "manifest.sig";

    public Manifest {
        elsewhere = elsewhere == null ? List.of() : elsewhere;
        approvals = approvals == null ? List.of() : approvals;
    }

    /**
     * The earlier set that this one follows, and by how many items they differ.
     *
     * @param manifest SHA-256 of its manifest
     * @param version such as eu-flags@6; null when it has no name
     */
    public record Parent(String manifest, String version, long added, long relabelled, long changed, long removed, long erased) {}

    /** What was asked for; {@code where} is empty for everything. */
    public record Query(String where, String sha256) {}

    /** Days (UTC), both included. */
    public record Days(String from, String to) {}

    /** A policy text some verdict was made under. */
    public record Pack(String id, String version, String sha256) {}

    /**
     * How much of everything.
     *
     * @param items rows and hash-only items
     * @param images picture files; 0 when no format holds pictures
     * @param byLabel rows by label and split
     * @param reviewers with a pseudonym of their own; the rest stand behind {@code other}
     * @param withGps picture files that hold coordinates
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Counts(
            long items, long rows, long images, long hashOnly, long votes, long blind, long reviewers, long otherReviewers, long withGps,
            SortedMap<String, Long> bySplit, SortedMap<String, SortedMap<String, Long>> byLabel) {}

    /** How many items the selection reaches that are not in the set. */
    public record Reason(String reason, String sentence, long items) {}

    /**
     * How the splits were dealt.
     *
     * @param components how many groups that stay together the rows come from
     * @param saltSha256 two sets with the same were dealt alike
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Dealing(String groupedBy, String why, String shares, long components, String saltSha256) {}

    /** The signing key: its id and its public half, base64 of the SubjectPublicKeyInfo. */
    public record Key(String algorithm, String id, String spki) {}

    /** One file: path with {@code /}, size in bytes, SHA-256 in hex. */
    public record File(String path, long bytes, String sha256) {}

    /**
     * Root of the tree of RFC 6962 whose leaves are {@code SHA256 BYTES PATH} of each file, in the files' order: with a path of hashes a
     * holder of one file shows that it is of the set, without the others.
     */
    static String rootOf(List<File> files) {
        Frontier tree = new Frontier();
        files.forEach(file -> tree.add(ContentHash.of(("\0" + file.sha256() + " " + file.bytes() + " " + file.path()).getBytes(StandardCharsets.UTF_8))));
        return tree.root().hex();
    }

    /** The exact bytes of {@code manifest.json}. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** The name of the set: what a model trained on it carries. */
    public ContentHash hash() {
        return ContentHash.of(bytes());
    }
}
