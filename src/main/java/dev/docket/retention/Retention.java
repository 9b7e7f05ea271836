package dev.docket.retention;

import dev.docket.item.QualityChecks;
import dev.docket.item.StandIns;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstone.Cause;
import dev.docket.item.Tombstone.Part;
import dev.docket.item.Tombstones;
import dev.docket.policy.Keeping;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What the policy pack says to erase some days after an item was decided. What is open, on hold, or used for checks stays; what
 * stands in for a golden item goes with it. The
 * days are counted by the database's clock. Several threads.
 */
public final class Retention {
    /** The legal basis that its tombstones name. */
    public static final String BASIS = "retention-rule";

    /**
     * Something that is due.
     *
     * @param lane the rule of its first look's lane; empty text for an item that was released unseen
     * @param since when it was decided
     */
    public record Due(UUID item, String lane, Instant since, Set<Part> parts) {
        public Due {
            parts = Set.copyOf(parts);
        }
    }

    private record Candidate(UUID item, String lane, Instant since) {}

    private static final String SETTLED = """
            select * from (
              select i.item_id, coalesce((select l.rule from review_task t join lane l on l.lane_id = t.lane_id
                           where t.item_id = i.item_id and t.round = 1), '') as rule,
                     coalesce((select max(v.recorded_at) from verdict_event v where v.item_id = i.item_id), i.received_at) as since
                from item i
               where i.state in (0, 8) and i.received_at < :before and\s""" + QualityChecks.NONE + " and " + StandIns.NONE + """

                 and not exists (select 1 from review_task o where o.item_id = i.item_id and o.state in (0, 1))
                 and not exists (select 1 from legal_hold h where h.item_id = i.item_id and h.lifted_at is null)
                 and not exists (select 1 from erasure e where e.item_id = i.item_id and e.parts = 'picture text notes')) settled
             where since < :before order by since, item_id""";

    private final Database database;
    private final PolicyPack pack;
    private final Eraser eraser;
    private final Tombstones stones = new Tombstones();

    public Retention(Database database, PolicyPack pack, Eraser eraser) {
        this.database = database;
        this.pack = pack;
        this.eraser = eraser;
    }

    /** Whether the pack says that anything is erased by itself. */
    public boolean hasRules() {
        return shortest().isPresent();
    }

    /** What is due now, longest decided first. Changes nothing. */
    public List<Due> due() {
        return shortest().map(shortest -> database.inTransaction(tx -> due(tx, shortest))).orElse(List.of());
    }

    /**
     * Erases what is due, each item in a transaction of its own, and returns what was erased. Whoever runs it at the same time elsewhere erases
     * nothing twice. When it is cancelled, that is what was erased until then.
     */
    public List<Tombstone> run(Progress progress) {
        List<Due> due = due();
        List<Tombstone> erased = new ArrayList<>();
        for (Due each : due) {
            if (progress.cancelled()) {
                break;
            }
            eraser.erase(each.item(), each.parts(), Cause.RETENTION, reason(each), BASIS).stone().ifPresent(erased::add);
            progress.at(erased.size(), due.size(), each.item().toString());
        }
        return erased;
    }

    private List<Due> due(Handle tx, Duration shortest) {
        Instant now = tx.createQuery("select current_timestamp as now_at").map((row, _) -> row.getObject("now_at", OffsetDateTime.class).toInstant()).one();
        Map<UUID, Map<Part, Tombstone>> gone = stones.parts(tx);
        return tx.createQuery(SETTLED).bind("before", now.minus(shortest)).map((row, _) -> candidate(row)).list().stream()
                .flatMap(candidate -> due(candidate, gone.getOrDefault(candidate.item(), Map.of()).keySet(), now)).toList();
    }

    private Stream<Due> due(Candidate candidate, Set<Part> gone, Instant now) {
        Keeping keeping = pack.keeping(candidate.lane());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        add(parts, Part.PICTURE, keeping.picture(), candidate, now);
        add(parts, Part.TEXT, keeping.text(), candidate, now);
        add(parts, Part.NOTES, keeping.notes(), candidate, now);
        parts.removeAll(gone);
        return parts.isEmpty() ? Stream.empty() : Stream.of(new Due(candidate.item(), candidate.lane(), candidate.since(), parts));
    }

    private static void add(Set<Part> parts, Part part, OptionalInt days, Candidate candidate, Instant now) {
        if (days.isPresent() && candidate.since().plus(Duration.ofDays(days.getAsInt())).isBefore(now)) {
            parts.add(part);
        }
    }

    /** Names the lane's rule and the pack: {@code spam:default/1.2.0}. */
    private String reason(Due due) {
        String reason = (due.lane().isEmpty() ? "released" : due.lane()) + ":" + pack.ref().version();
        return reason.substring(0, Math.min(60, reason.length()));
    }

    private Optional<Duration> shortest() {
        return Stream.concat(Stream.of(pack.defaults().keeping()), pack.lanes().stream().flatMap(lane -> lane.keeping().stream()))
                .flatMap(keeping -> keeping.shortest().stream()).min(Duration::compareTo);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getObject("item_id", UUID.class), row.getString("rule"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
