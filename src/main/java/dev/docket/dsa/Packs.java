package dev.docket.dsa;

import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packs that decisions were made under, read once. One thread, one transaction. */
final class Packs {
    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final Handle tx;
    private final Policies policies;
    private final PolicyPack inForce;
    private final Map<PackRef, PolicyPack> packs = new HashMap<>();

    Packs(Handle tx, Policies policies, PolicyPack inForce) {
        this.tx = tx;
        this.policies = policies;
        this.inForce = inForce;
        packs.put(inForce.ref(), inForce);
    }

    /** The pack itself; the one in force where its text was never kept or can no longer be read. */
    PolicyPack of(PackRef ref) {
        return packs.computeIfAbsent(ref, this::read);
    }

    private PolicyPack read(PackRef ref) {
        try {
            String text = policies.text(tx, ref).orElse(inForce.text());
            return PolicyFile.parse(ref.name(), text);
        } catch (PolicyFormatException e) {
            LOG.warn("The kept text of pack {} can no longer be read; statements of its decisions are worded by the pack in force", ref.name(), e);
            return inForce;
        }
    }
}
