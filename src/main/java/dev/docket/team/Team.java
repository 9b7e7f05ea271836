package dev.docket.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The people of this desk, by pseudonym. */
public final class Team {

    /** The person of a desk of one's own, made on first use: pseudonym {@code L-01}, role LEAD. */
    public Member self(Handle tx) {
        throw new UnsupportedOperationException();
    }

    /** Adds or finds by pseudonym. */
    public Member add(Handle tx, String pseudonym, Role role) {
        throw new UnsupportedOperationException();
    }

    public List<Member> all(Handle tx) {
        throw new UnsupportedOperationException();
    }

    public Optional<Member> find(Handle tx, UUID id) {
        throw new UnsupportedOperationException();
    }
}
