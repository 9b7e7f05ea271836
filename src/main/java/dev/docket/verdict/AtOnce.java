package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.audit.ServerLine;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Most verdicts: a first decision, on a task that was claimed once, which asks for nothing further. A database server is told all of it in
 * one round trip, where the close of the task, the event, what spreads and the entry of the log would be one each.
 */
final class AtOnce {
    private static final String DECIDE = """
            select seq, before, leaf from docket_decide(:id, :task, :item, :reviewer, :label, :action, :finding, :reason,
                   :pack, :packVersion, :packSha256, :shown, :shownHash, :at, :words, :spreads,\s""" + ServerLine.ARGUMENTS + ")";

    private final AuditLog audit;
    private final PolicyPack pack;

    AtOnce(AuditLog audit, PolicyPack pack) {
        this.audit = audit;
        this.pack = pack;
    }

    /** Records it. False, and nothing done, when it is another verdict or another database, or its task is not held under its epoch. */
    boolean record(Handle tx, Verdict verdict) {
        return Database.isServer(tx) && isPlain(verdict) && decide(tx, verdict);
    }

    /** As {@link Looks#follow} files nothing for it, and {@link Events#add} counts none before it. */
    private static boolean isPlain(Verdict verdict) {
        return verdict.kind() == VerdictKind.DECIDED && verdict.round() == 1 && verdict.revision() == 0 && verdict.leaseEpoch() == 1
                && verdict.about().isEmpty() && verdict.batch().isEmpty()
                && verdict.finding().filter(finding -> finding.sure() && !finding.action().equals(VerdictDesk.ESCALATE)).isPresent();
    }

    private boolean decide(Handle tx, Verdict verdict) {
        ServerLine line = audit.line(verdict.kind().line(), verdict.id(), VerdictBody.of(verdict));
        try (var query = tx.createQuery(DECIDE)) {
            return line.bind(VerdictRow.bind(query, verdict)).bind("spreads", Propagation.spreads(pack, verdict)).map((row, _) -> line.stored(row)).findOne().isPresent();
        }
    }
}
