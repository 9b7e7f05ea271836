package dev.docket.crash;

import dev.docket.audit.AuditVerifier;
import dev.docket.queue.Lane;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.ShortLeases;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.VerdictAudit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the team's database says happened, held against what people said they did once all is quiet: nothing lost, nothing
 * twice, nothing under a stale epoch, decided only what was decided, nothing stuck, the log whole.
 */
final class Ledger {
    private static final Set<String> CLOSING = Set.of("DECIDED", "ESCALATED", "QUARANTINED", "AGREED", "DISAGREED", "ADJUDICATED", "UPHELD", "OVERTURNED");

    /** An event as far as it is counted here. */
    private record Event(UUID id, UUID task, String kind, UUID reviewer, long atMicros) {}

    private final Database owner;
    private final History history;
    private final List<String> violations = new ArrayList<>();
    private final List<Event> events;
    private final List<Event> late;

    Ledger(Database owner, History history) {
        this.owner = owner;
        this.history = history;
        events = owner.inTransaction(tx -> tx.createQuery("select verdict_id, task_id, kind, reviewer_id, (extract(epoch from client_at) * 1000000)::bigint from verdict_event order by task_id, round, revision")
                .map((row, _) -> new Event(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getObject(4, UUID.class), row.getLong(5))).list());
        late = owner.inTransaction(tx -> tx.createQuery("select verdict_id, task_id, reviewer_id, (extract(epoch from (body_json::json->>'at')::timestamptz) * 1000000)::bigint from verdict_late")
                .map((row, _) -> new Event(row.getObject(1, UUID.class), row.getObject(2, UUID.class), "LATE", row.getObject(3, UUID.class), row.getLong(4))).list());
    }

    int recorded() {
        return events.size();
    }

    int late() {
        return late.size();
    }

    /** @param people whose journals may still hold something */
    List<String> violations(List<Person> people, CrashRun.Plan plan) throws IOException {
        nothingIsLost(people);
        nothingIsThereTwice();
        decidedIsWhatWasDecided();
        violations.addAll(LeaseLog.violations(owner, plan.lease(), 8 * people.size()));
        nothingIsStuck(ShortLeases.of(plan.lease()));
        new AuditVerifier(new VerdictAudit()).verify(owner).firstBad().ifPresent(fault -> violations.add("log: " + fault));
        return List.copyOf(violations);
    }

    /** Of these verdicts, those that the database does not have. */
    Set<UUID> missing(Set<UUID> verdicts) {
        Set<UUID> missing = new HashSet<>(verdicts);
        events.forEach(event -> missing.remove(event.id()));
        late.forEach(event -> missing.remove(event.id()));
        return missing;
    }

    private void nothingIsLost(List<Person> people) throws IOException {
        Map<UUID, String> kept = history.kept();
        Set<UUID> lost = missing(kept.keySet());
        for (Person person : people) {
            for (byte[] record : person.journalled()) {
                JsonNode entry = CanonicalJson.MAPPER.readTree(new String(record, StandardCharsets.UTF_8));
                lost.remove(UUID.fromString(entry.path("id").asString()));
            }
        }
        lost.forEach(id -> violations.add("lost: verdict " + id + " of " + kept.get(id)));
    }

    private void nothingIsThereTwice() {
        Set<UUID> made = history.made().keySet();
        // what is made anew has an id that follows from what was taken back, which may have been so before it was sent
        Set<UUID> anew = Stream.concat(made.stream(), events.stream().map(Event::id))
                .map(id -> NaturalId.of("redo", NaturalId.of("undo", id.toString()).toString())).collect(Collectors.toSet());
        List<Event> pressed = Stream.concat(late.stream(), events.stream()).filter(event -> !event.kind().equals("UNDONE") && !anew.contains(event.id())).toList();
        Map<String, UUID> keys = new HashMap<>();
        for (Event event : pressed) {
            if (!made.contains(event.id())) {
                violations.add("recorded, but nobody's: " + event);
            }
            UUID other = keys.put(event.reviewer() + " " + event.task() + " " + event.atMicros(), event.id());
            if (other != null) {
                violations.add("one key, twice: " + event + " and " + other);
            }
        }
        Set<UUID> both = events.stream().map(Event::id).collect(Collectors.toSet());
        late.stream().filter(event -> both.contains(event.id())).forEach(event -> violations.add("recorded and late: " + event));
    }

    private void decidedIsWhatWasDecided() {
        Map<UUID, Boolean> closed = new HashMap<>();
        for (Event event : events) {
            boolean before = closed.getOrDefault(event.task(), false);
            if (before && (CLOSING.contains(event.kind()) || event.kind().equals("SKIPPED"))) {
                violations.add("decided twice: " + event);
            }
            closed.put(event.task(), CLOSING.contains(event.kind()));
        }
        Map<UUID, Integer> states = new HashMap<>();
        owner.transact(tx -> tx.createQuery("select task_id, state from review_task").map((row, _) -> states.put(row.getObject(1, UUID.class), row.getInt(2))).list());
        states.forEach((task, state) -> {
            if (state != 3 && (state == 2) != closed.getOrDefault(task, false)) {
                violations.add("state " + state + ", but " + (state == 2 ? "not decided" : "decided") + ": task " + task);
            }
        });
    }

    /** Nobody has anything in hand, and all that waits can be claimed by somebody who has judged nothing. */
    private void nothingIsStuck(ReviewQueue queue) {
        long held = owner.inTransaction(tx -> tx.createQuery("select count(*) from review_task where state = 1 or lease_owner is not null or lease_until is not null").mapTo(Long.class).one());
        long waiting = owner.inTransaction(tx -> tx.createQuery("select count(*) from review_task where state = 0").mapTo(Long.class).one());
        if (held > 0) {
            violations.add("stuck: " + held + " tasks are still in somebody's hands");
        }
        long claimed = owner.inTransaction(tx -> {
            UUID stranger = new Team().add(tx, "X-99", Role.LEAD).id();
            long all = 0;
            for (Lane lane : queue.lanes(tx)) {
                for (int some = queue.claim(tx, stranger, lane.id(), 64).size(); some > 0; some = queue.claim(tx, stranger, lane.id(), 64).size()) {
                    all += some;
                }
            }
            queue.releaseAll(tx, stranger);
            return all;
        });
        if (claimed != waiting) {
            violations.add("stuck: of " + waiting + " waiting tasks " + claimed + " can be claimed");
        }
    }
}
