package dev.docket.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored verdicts. Quarantined items never appear. */
public final class Verdicts {
    private static final String COLUMNS = """
            v.verdict_id, v.task_id, v.item_id, v.round, v.revision, v.kind, v.reviewer_id, v.lease_epoch, v.finding_json, v.reason,
            v.pack_id, v.pack_version, v.pack_sha256, v.shown_json, v.client_at""";

    /** Every event of an item, oldest first. */
    public List<Verdict> history(Handle tx, UUID item) {
        return tx.createQuery("select " + COLUMNS + """

                          from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.item_id = :item order by v.client_at, v.round, v.revision""")
                .bind("item", item).map((row, _) -> VerdictRow.read(row)).list();
    }

    /** What counts now: the highest revision of each (task, round) where it is a decision. In order of time, then id. */
    public List<Verdict> current(Handle tx) {
        return tx.createQuery("select " + COLUMNS + """

                          from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.kind = 'DECIDED'
                           and not exists (select 1 from verdict_event later
                                            where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)""")
                .map((row, _) -> VerdictRow.read(row)).list().stream()
                // sorted here: the two databases order ids differently
                .sorted(Comparator.comparing(Verdict::at).thenComparing(v -> v.id().toString())).toList();
    }

    /** One event; empty when there is none or its item is quarantined. */
    public Optional<Verdict> find(Handle tx, UUID verdict) {
        return tx.createQuery("select " + COLUMNS + """

                          from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.verdict_id = :verdict""")
                .bind("verdict", verdict).map((row, _) -> VerdictRow.read(row)).findOne();
    }

    /** A reviewer's own events, newest first. */
    public List<Verdict> recent(Handle tx, UUID reviewer, int atMost) {
        return tx.createQuery("select " + COLUMNS + """

                          from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.reviewer_id = :reviewer order by v.client_at desc, v.revision desc limit :n""")
                .bind("reviewer", reviewer).bind("n", atMost).map((row, _) -> VerdictRow.read(row)).list();
    }

    /** How many decisions a reviewer has made since then that still count. */
    public long decidedSince(Handle tx, UUID reviewer, Instant since) {
        return tx.createQuery("""
                        select count(*) from verdict_event v
                         where v.reviewer_id = :reviewer and v.client_at >= :since and v.kind = 'DECIDED'
                           and not exists (select 1 from verdict_event later
                                            where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)""")
                .bind("reviewer", reviewer).bind("since", since).mapTo(Long.class).one();
    }

    /** Next free revision number of a task's round. */
    public int nextRevision(Handle tx, UUID task, int round) {
        return tx.createQuery("select coalesce(max(revision) + 1, 0) from verdict_event where task_id = :task and round = :round")
                .bind("task", task).bind("round", round).mapTo(Integer.class).one();
    }
}
