package dev.docket.report;

import dev.docket.metrics.Estimate;
import dev.docket.registry.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened in a period. Nothing in it is of one person.
 *
 * @param admitted images that came in
 * @param decisions those that stand in their round, by reviewers and by spreading; quality checks and quarantined items are left out
 * @param byMonth decisions by month, {@code 2026-11}, in order
 * @param byLane by the lane's title, most first, as the other two
 * @param agreement blind second looks that came to the same label and action
 * @param coefficients of agreement over items that two people judged without knowing of one another, by the names {@code docket metrics agreement} gives them
 * @param exposure what severe pictures were decided on
 * @param overturned hearings of appeals that did not
 * @param propagated decisions that spread to look-alikes
 * @param reversed of those that were taken back, whenever they were made
 * @param halted seeds on whose look-alikes somebody found otherwise
 * @param promoted models put into use or taken back
 * @param models those in use as the report is made
 * @param policies packs that were first in force here in the period
 */
public record PeriodFigures(
        Period period, long admitted, long decisions, Map<String, Long> byMonth, Map<String, Long> byLane, Map<String, Long> byLabel, Map<String, Long> byAction,
        Estimate agreement, Map<String, Estimate> coefficients, Exposure exposure, Estimate overturned, long propagated, long reversed, long halted, long promoted, List<ModelVersion> models, List<PolicyChange> policies) {

    /**
     * What severe pictures the team decided on, and how often with the picture uncovered. Of decisions alone: looks that ended without one are in
     * nobody's figures but the reviewer's own. Told of {@link #LEAST_PEOPLE} people or more: of fewer, what one saw could be worked out.
     *
     * @param people how many decided anything
     */
    public record Exposure(int people, long decided, long opened) {
        static final int LEAST_PEOPLE = 5;

        public boolean isTold() {
            return people >= LEAST_PEOPLE;
        }
    }

    /** A pack and when it was first in force here. */
    public record PolicyChange(String name, String sha256, Instant since) {}
}
