package dev.docket.policy;

import java.time.Duration;
import java.util.Map;

/**
 * What the parts of the priority weigh, in priority points.
 *
 * @param severity points of a certain finding (score 1) seen once an hour, by severity
 * @param deadline most that a deadline adds
 * @param deadlineHours how many hours before the deadline its urgency starts to grow
 * @param reports most that reports add
 * @param contradiction added when the sources of provenance disagree
 */
public record PriorityWeights(
        Map<Severity, Double> severity, double deadline, double deadlineHours, double reports, double contradiction) {
    public PriorityWeights {
        severity = Map.copyOf(severity);
    }

    /**
     * What a deadline adds, in thousandths of a point: nothing until {@code deadlineHours} before it, then growing with
     * the square of the time gone; the whole weight once it is over.
     */
    public int deadlineThousandths(Duration left) {
        double hoursLeft = Math.max(0, left.toSeconds() / 3600.0);
        double gone = Math.max(0, 1 - hoursLeft / deadlineHours);
        return (int) Math.round(deadline * gone * gone * 1000);
    }
}
