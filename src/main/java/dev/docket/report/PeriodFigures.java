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
        Estimate agreement, Estimate overturned, long propagated, long reversed, long halted, long promoted, List<ModelVersion> models, List<PolicyChange> policies) {

    /** A pack and when it was first in force here. */
    public record PolicyChange(String name, String sha256, Instant since) {}
}
