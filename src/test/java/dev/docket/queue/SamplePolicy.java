package dev.docket.queue;

import dev.docket.policy.Disposition;
import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A pack of two lanes, and decisions under it, for the tests of what comes after the policy. */
public final class SamplePolicy {
    public static final PackRef REF = new PackRef("test", "1", ContentHash.of(new byte[] {1}));

    private SamplePolicy() {}

    /** Opens lanes {@code spam} (S1) and {@code general} (S0). */
    public static void open(Handle tx, ReviewQueue queue) {
        queue.openLanes(tx, REF.id(), List.of(lane("spam", "Spam", Severity.S1), lane("general", "Everything else", Severity.S0)));
    }

    static PolicyPack.LaneRule lane(String id, String title, Severity severity) {
        return new PolicyPack.LaneRule(id, title, severity, "general", List.of());
    }

    /** For review in a lane, everywhere. */
    public static PolicyDecision review(String lane, double priority) {
        return decision(Disposition.REVIEW, lane, "*", priority);
    }

    static PolicyDecision decision(Disposition disposition, String lane, String jurisdiction, double priority) {
        return new PolicyDecision(REF, disposition, lane, jurisdiction, List.of(), "open", Severity.S0, Optional.empty(), priority, List.of(), List.of());
    }
}
