package dev.docket.care;

import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one person saw in a span of time.
 *
 * @param seen looks and open time by severity; severities that were not seen are left out
 * @param sensitive how long items from S2 up were on screen, covered or not
 */
public record Exposure(Map<Severity, Seen> seen, Duration sensitive) {
    /** From here up an item counts as sensitive. */
    public static final Severity SENSITIVE = Severity.S2;

    /**
     * Of one severity.
     *
     * @param looks how often pixels were uncovered
     * @param open how long they were
     */
    public record Seen(int looks, Duration open) {
        static final Seen NOTHING = new Seen(0, Duration.ZERO);

        Seen plus(Seen other) {
            return new Seen(looks + other.looks, open.plus(other.open));
        }
    }

    public Exposure {
        Map<Severity, Seen> ordered = new EnumMap<>(Severity.class);
        ordered.putAll(seen);
        seen = java.util.Collections.unmodifiableMap(ordered);
    }

    /**
     * As what an item counts: the blind share hides its severity from whoever reads their own meter, too; its cover is seen anyway.
     *
     * @param blind whether the severity is hidden
     */
    public static Severity counted(Severity severity, DisplayProfile cover, boolean blind) {
        if (!blind) {
            return severity;
        }
        return !cover.covered() ? Severity.S1 : cover.blur() == 100 ? Severity.S3 : Severity.S2;
    }

    public Seen of(Severity severity) {
        return seen.getOrDefault(severity, Seen.NOTHING);
    }

    /** Of all severities from this one up. */
    public Seen from(Severity least) {
        return seen.entrySet().stream().filter(e -> e.getKey().compareTo(least) >= 0).map(Map.Entry::getValue).reduce(Seen.NOTHING, Seen::plus);
    }
}
