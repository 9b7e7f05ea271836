package dev.docket.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One row as it leaves the desk. Field names in files are these in snake_case; each is explained in
 * docs/decision-set-format.md. A null is written as null, so that every row has the same fields.
 *
 * @param itemId HMAC of the item's id under this desk's export key, 32 hex digits
 * @param clusterId HMAC of the near-duplicate group's name, 32 hex digits
 * @param fileName path of the picture inside the set; null when no picture leaves
 * @param uploader HMAC of the uploader's pseudonym, 16 hex digits; null when not known
 * @param decidedAt the day (UTC) of the decision that counts
 * @param finalState decided, adjudicated, upheld, overturned or propagated
 * @param propagatedFrom the item it was decided with, as {@code itemId}; null when it was decided by itself
 * @param seen full, gallery or not: how much of the picture the decider saw
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportRow(
        String itemId, String sha256, String pdq, Integer pdqQuality, String clusterId, String fileName,
        String mediaType, int width, int height, String label, List<String> additional, String severity, String action,
        boolean sure, int nVotes, List<Vote> votes, List<Share> softLabel, double agreement, boolean adjudicated, boolean blind,
        String policyId, String policyVersion, String policySha256, String jurisdiction, String lane, String source,
        String uploader, Provenance provenance, List<Score> scores, boolean gold, boolean trainingAllowed, String exportMode,
        String split, String decidedAt, String origin, String rationale, List<Place> regions, String finalState,
        String propagatedFrom, String seen) {

    /**
     * One person's decision.
     *
     * @param reviewer a pseudonym or {@code other}
     * @param stage first, second, adjudication, appeal or propagated
     * @param mode assisted, on_demand or blind
     * @param report SHA-256 of the provenance report that was on the screen; null where it was hidden
     * @param blindLabel what a reviewer said before they saw what was hidden, if they changed it then; else null
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Vote(
            String reviewer, String label, String stage, boolean sure, boolean scoresVisible, long decisionMs, String mode, String blindLabel, String report) {}

    /** Where the label, or a further one, is seen: corners as pairs of x and y, each 0..1 of the picture. */
    public record Place(String label, String shape, List<List<Double>> outline) {}

    /** A label's share of the votes' weights, 0..1. */
    public record Share(String label, double share) {}

    /** A model's score when the item was first decided. */
    public record Score(String model, String version, String label, double score, double threshold) {}

    /**
     * What the file said of its origin, in words of a fixed set; of its own text nothing but who its credentials name, plain and capped.
     *
     * @param signer a fact only where {@code c2pa} is trusted; null when there is none
     * @param claimGenerator the program that the credentials say made them; null when there is none
     * @param report SHA-256 of the report that this is the summary of; null when there is none on record
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Provenance(String c2pa, boolean statesAi, List<Signal> signals, List<String> watermarks, int contradictions,
            String signer, String claimGenerator, String report) {}

    /** Where a statement stood, how hard it is to forge, and what it says. */
    public record Signal(String source, String strength, String origin) {}
}
