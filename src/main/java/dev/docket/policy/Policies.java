package dev.docket.policy;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stored pack texts and the current decision on each item. */
public final class Policies {

    /** Keeps the pack's text for good, so that old verdicts can be read against it. */
    public void keep(Handle tx, PolicyPack pack) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> text(Handle tx, PackRef ref) {
        throw new UnsupportedOperationException();
    }

    public void put(Handle tx, UUID item, PolicyDecision decision) {
        throw new UnsupportedOperationException();
    }

    public Optional<PolicyDecision> of(Handle tx, UUID item) {
        throw new UnsupportedOperationException();
    }
}
