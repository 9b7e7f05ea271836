package dev.docket.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the policy made of one item, with its reasons.
 *
 * @param lane id of the lane rule in the pack
 * @param jurisdiction whose overlay applied, or {@code *}
 * @param suspected labels suspected, most likely first; empty when none is
 * @param display name of the display profile its pixels start under
 * @param severity gravest default severity among the suspected labels; S0 when none
 * @param deadline the earliest that binds, from the feed or a jurisdiction's clock
 * @param priority sum of the parts; higher is sooner
 * @param reasons sentences: which threshold, which rule
 */
public record PolicyDecision(
        PackRef pack,
        Disposition disposition,
        String lane,
        String jurisdiction,
        List<String> suspected,
        String display,
        Severity severity,
        Optional<Instant> deadline,
        double priority,
        List<PriorityPart> parts,
        List<String> reasons) {

    /** Name of the part that grows as time passes. */
    static final String DEADLINE = "Deadline";

    /** One summand of the priority, shown to the reviewer as it is. */
    public record PriorityPart(String name, double value) {}

    public PolicyDecision {
        suspected = List.copyOf(suspected);
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    /** The queue's sort key: lower is sooner, a thousandth of a priority point apart. */
    public int queuePriority() {
        return queuePriority(priority);
    }

    /** The same without what the deadline adds. */
    public int calmPriority() {
        return queuePriority(priority - parts.stream().filter(part -> part.name().equals(DEADLINE)).mapToDouble(PriorityPart::value).sum());
    }

    private static int queuePriority(double points) {
        return (int) Math.round(1_000_000 - Math.clamp(points, 0, 900) * 1000);
    }

    /** The same for a picture that nothing could look into: no model saw it, so a person decides where it would be released. */
    public PolicyDecision unseen(String why) {
        boolean released = disposition == Disposition.RELEASE;
        // the last reason is the one for the disposition
        List<String> kept = new ArrayList<>(released ? reasons.subList(0, reasons.size() - 1) : reasons);
        kept.add(why);
        return new PolicyDecision(pack, released ? Disposition.REVIEW : disposition, lane, jurisdiction, suspected, display,
                severity, deadline, priority, parts, kept);
    }
}
