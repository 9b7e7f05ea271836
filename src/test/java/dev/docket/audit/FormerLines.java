package dev.docket.audit;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Lines as an earlier version wrote them. */
public final class FormerLines {
    private FormerLines() {}

    public static void append(AuditLog log, Handle tx, AuditKind kind, UUID subject, Object body) {
        log.append(tx, kind.former(), Optional.of(subject), body);
    }
}
