package dev.docket.quality;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.StandIns;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/**
 * Deals golden items into the lanes: beside a first look that was filed, one in twenty-four gets something that stands in for a golden item
 * of its lane, so that four in a hundred of what a reviewer is given are checks, half of them positive where there are enough. It is dealt
 * by whoever brings items in, never by a reviewer's desk, and nothing at a claim depends on it. docs/adr/0041. Several threads.
 */
public final class GoldenStream {
    /** Of what reviewers are given, how much is dealt. */
    public static final double SHARE = 0.04;

    /** First looks of a lane that are looked at in one turn. */
    private static final int A_TURN = 2000;
    /** A lane's tasks are counted up to here. */
    private static final int COUNTED = 10_000;

    private final Database database;
    private final PolicyPack pack;
    private final AuditLog audit;
    private final RandomGenerator random;
    private final StandInMaker maker;

    private record Arrival(int priority, Instant flagged, Instant queued) {}

    private record InStock(GoldenItem golden, int lane, int priority, int dealt) {}

    /** @param random what nobody can foretell */
    public GoldenStream(Database database, ReviewQueue queue, PolicyPack pack, AuditLog audit, Clock clock, RandomGenerator random) {
        this.database = database;
        this.pack = pack;
        this.audit = audit;
        this.random = random;
        this.maker = new StandInMaker(queue, pack.ref(), clock, random);
    }

    /** Name of the mark that says how far a lane was looked through. */
    static String mark(int lane) {
        return "dealt " + lane;
    }

    /** Once around, to be called every few seconds by a lead's desk or an intake's. Returns how many were dealt; cheap while nothing is golden. */
    public int round() {
        return database.inTransaction(tx -> {
            tidy(tx);
            List<InStock> stock = new ArrayList<>(stock(tx));
            int dealt = 0;
            for (int lane : stock.stream().map(InStock::lane).distinct().toList()) {
                dealt += deal(tx, lane, stock);
            }
            return dealt;
        });
    }

    /** Further looks that an answer asked for, where the desk it was given at was stopped before it took them back. */
    private static void tidy(Handle tx) {
        tx.createUpdate("""
                        update review_task set state = 3, lease_owner = null, lease_until = null
                         where state = 0 and round > 1 and item_id in (select s.item_id from stand_in s)""").execute();
    }

    /** What may be dealt: of the pack in force, seen too rarely to be known, and nowhere in a lane at this moment. */
    private List<InStock> stock(Handle tx) {
        return tx.createQuery("""
                        select g.*, t.lane_id, t.priority, (select count(*) from stand_in s where s.golden_id = g.golden_id) as dealt
                          from golden_item g join item i on i.item_id = g.item_id and i.state = 0
                               join review_task t on t.item_id = g.item_id and t.round = 1
                         where g.retired_at is null and g.pack_id = :pack
                           and (select count(*) from stand_in s where s.golden_id = g.golden_id) < :most
                           and not exists (select 1 from stand_in s join review_task o on o.item_id = s.item_id and o.state in (0, 1) where s.golden_id = g.golden_id)
                           and not exists (select 1 from erasure e where e.item_id = g.item_id)""")
                .bind("pack", pack.ref().id()).bind("most", GoldenItem.MOST_SIGHTINGS)
                .map((row, _) -> new InStock(GoldenItems.golden(row), row.getInt("lane_id"), row.getInt("priority"), row.getInt("dealt"))).list().stream()
                .filter(one -> means(one.golden())).toList();
    }

    /** Whether its answer still means what it did: the same major version, and a label that nobody is spared from seeing. */
    private boolean means(GoldenItem golden) {
        return major(golden.pack().version()).equals(major(pack.ref().version()))
                && pack.find(golden.label()).filter(label -> label.worst() != Severity.S4).isPresent();
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }

    private int deal(Handle tx, int lane, List<InStock> stock) {
        Instant since = QualityMarks.get(tx, mark(lane)).map(Instant::parse).orElse(Instant.EPOCH);
        List<Arrival> arrivals = arrivals(tx, lane, since);
        if (arrivals.isEmpty()) {
            return 0;
        }
        QualityMarks.put(tx, mark(lane), arrivals.getLast().queued().toString());
        long room = room(tx, lane);
        int dealt = 0;
        for (Arrival arrival : arrivals) {
            if (dealt < room && random.nextDouble() < SHARE / (1 - SHARE)) {
                dealt += beside(tx, arrival, lane, stock) ? 1 : 0;
            }
        }
        return dealt;
    }

    private boolean beside(Handle tx, Arrival arrival, int lane, List<InStock> stock) {
        boolean positive = random.nextBoolean();
        Optional<InStock> next = stock.stream().filter(one -> one.lane() == lane)
                .min(Comparator.comparing((InStock one) -> one.golden().positive() != positive)
                        // where it would wait by itself, so that its place in the lane says what its priority does
                        .thenComparingInt(one -> Math.abs(one.priority() - arrival.priority())).thenComparingInt(InStock::dealt)
                        .thenComparing(one -> one.golden().id().toString()));
        Optional<UUID> standIn = next.flatMap(one -> maker.make(tx, one.golden().item(), arrival.flagged().minusMillis(random.nextInt(120_000))));
        standIn.ifPresent(item -> {
            UUID golden = next.get().golden().id();
            tx.createUpdate("insert into stand_in (item_id, golden_id, dealt_at) values (:item, :golden, current_timestamp)").bind("item", item).bind("golden", golden).execute();
            audit.append(tx, AuditKind.GOLDEN_DEALT, item, new TreeMap<>(Map.of("golden", golden.toString(), "item", item.toString())));
        });
        next.ifPresent(stock::remove);
        return standIn.isPresent();
    }

    private static List<Arrival> arrivals(Handle tx, int lane, Instant since) {
        return tx.createQuery("""
                        select t.priority, i.flagged_at, t.queued_at from review_task t join item i on i.item_id = t.item_id and i.state = 0
                         where t.lane_id = :lane and t.state in (0, 1) and t.round = 1 and t.queued_at > :since and\s""" + StandIns.NONE + """

                         order by t.queued_at limit :most""")
                .bind("lane", lane).bind("since", since).bind("most", A_TURN)
                .map((row, _) -> new Arrival(row.getInt("priority"), row.getObject("flagged_at", OffsetDateTime.class).toInstant(),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant())).list();
    }

    /** How many more there may be in the lane: never above the share of what is open there, but one. */
    private static long room(Handle tx, int lane) {
        long open = tx.createQuery("select count(*) from (select 1 as one from review_task t where t.lane_id = :lane and t.state in (0, 1) limit :most) w")
                .bind("lane", lane).bind("most", COUNTED).mapTo(Long.class).one();
        long there = tx.createQuery("select count(*) from stand_in s join review_task t on t.item_id = s.item_id and t.round = 1 and t.lane_id = :lane and t.state in (0, 1)")
                .bind("lane", lane).mapTo(Long.class).one();
        return Math.max(1, Math.round(open * SHARE / (1 - SHARE))) - there;
    }
}
