package dev.docket.verdict;

import dev.docket.item.StandIns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The stored verdicts and what they come to. Quarantined items never appear. */
public final class Verdicts {
    private static final String LIVE = "select v.* from verdict_event v join item i on i.item_id = v.item_id and i.state = 0\n";

    /** A decision that nothing came after; propagated ones are nobody's own work. */
    private static final String OWN_AND_LAST = """
             v.finding_json is not null and v.kind <> 'PROPAGATED'
               and not exists (select 1 from verdict_event later
                                where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)""";

    /** Every event of an item, oldest first. */
    public List<Verdict> history(Handle tx, UUID item) {
        return tx.createQuery(LIVE + "where v.item_id = :item order by v.client_at, v.round, v.revision")
                .bind("item", item).map((row, _) -> VerdictRow.read(row)).list();
    }

    /** What an item's events come to now. */
    public Standing standing(Handle tx, UUID item) {
        return Standing.of(item, history(tx, item));
    }

    /** What the events of every live item come to now, items without an event and those that stand in for golden ones left out. */
    public List<Standing> standings(Handle tx) {
        Map<UUID, List<Verdict>> events = new LinkedHashMap<>();
        tx.createQuery(LIVE + "where " + StandIns.NONE + " order by v.item_id").map((row, _) -> VerdictRow.read(row))
                .forEach(event -> events.computeIfAbsent(event.itemId(), _ -> new ArrayList<>()).add(event));
        return events.entrySet().stream().map(each -> Standing.of(each.getKey(), each.getValue())).toList();
    }

    /**
     * As {@link #standings(Handle)}, with the verdicts that came after their lease had passed among the votes of items that others decided: what
     * people found, not what stands.
     */
    public List<Standing> opinions(Handle tx) {
        Map<UUID, List<Verdict>> late = LateVerdicts.all(tx);
        return standings(tx).stream().map(standing -> standing.votes().isEmpty() ? standing : standing.with(late.getOrDefault(standing.item(), List.of()))).toList();
    }

    /**
     * Tells all events of each live item that something happened to in a time, item by item and none kept: however many they are, they need no room. Those
     * that stand in for golden items are left out.
     *
     * @param until the first moment after it
     */
    public void histories(Handle tx, Instant from, Instant until, Consumer<List<Verdict>> each) {
        List<Verdict> item = new ArrayList<>();
        tx.createQuery(LIVE + "where " + StandIns.NONE + " and v.item_id in (select e.item_id from verdict_event e where e.client_at >= :from and e.client_at < :until) order by v.item_id, v.client_at, v.round, v.revision")
                .bind("from", from).bind("until", until).setFetchSize(1_000).map((row, _) -> VerdictRow.read(row)).forEach(event -> {
                    if (!item.isEmpty() && !item.getFirst().itemId().equals(event.itemId())) {
                        each.accept(List.copyOf(item));
                        item.clear();
                    }
                    item.add(event);
                });
        if (!item.isEmpty()) {
            each.accept(List.copyOf(item));
        }
    }

    /** Every finding that stands, of all live items, in order of time, then id. */
    public List<Verdict> current(Handle tx) {
        return standings(tx).stream().flatMap(standing -> standing.votes().stream())
                // sorted here: the two databases order ids differently
                .sorted(Comparator.comparing(Verdict::at).thenComparing(v -> v.id().toString())).toList();
    }

    /** One event; empty when there is none or its item is quarantined. */
    public Optional<Verdict> find(Handle tx, UUID verdict) {
        return tx.createQuery(LIVE + "where v.verdict_id = :verdict").bind("verdict", verdict).map((row, _) -> VerdictRow.read(row)).findOne();
    }

    /** A reviewer's own events, newest first. */
    public List<Verdict> recent(Handle tx, UUID reviewer, int atMost) {
        return tx.createQuery(LIVE + "where v.reviewer_id = :reviewer and v.kind <> 'PROPAGATED' order by v.client_at desc, v.revision desc limit :n")
                .bind("reviewer", reviewer).bind("n", atMost).map((row, _) -> VerdictRow.read(row)).list();
    }

    /** How many decisions a reviewer has made since then that still count. */
    public long decidedSince(Handle tx, UUID reviewer, Instant since) {
        return tx.createQuery("select count(*) from verdict_event v where v.reviewer_id = :reviewer and v.client_at >= :since and " + OWN_AND_LAST)
                .bind("reviewer", reviewer).bind("since", since).mapTo(Long.class).one();
    }

    /** How many standing decisions are younger than the hold and have therefore not left the desk. */
    public long inHold(Handle tx, PublishHold hold) {
        return tx.createQuery("""
                        select count(*) from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.client_at > :since and\s""" + OWN_AND_LAST)
                .bind("since", hold.since()).mapTo(Long.class).one();
    }

    /** Next free revision number of a task's round. */
    public int nextRevision(Handle tx, UUID task, int round) {
        return Events.nextRevision(tx, task, round);
    }
}
