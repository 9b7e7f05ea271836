package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.hash.NearDuplicates;
import dev.docket.item.Items;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PropagationRule;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Carries a decision over to undecided items whose picture is the same or looks alike, as the policy's rule of its label
 * says: one event an item, about the decision, its seed. It stops for good at the first second look or hearing that
 * finds otherwise. Items that are quarantined, held by somebody, decided or kept for quality checks are never touched.
 * Several threads.
 */
public final class Propagation {
    /** Of what is carried over unseen, so many in a hundred get a blind second look; a guess. */
    private static final int CHECKED_PERCENT = 5;

    /** Seeds looked at in one turn. */
    private static final int SEEDS_A_TURN = 20;

    /** Nobody's hands: what somebody looks at right now is not decided under their eyes. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** An item a person decided together with the seed, and what of it was on screen. */
    public record Tile(UUID item, Shown shown) {}

    /**
     * What a person confirmed.
     *
     * @param seed id of the decision
     * @param tiles only those that were on screen and left ticked
     */
    public record Chosen(UUID seed, UUID by, List<Tile> tiles) {
        public Chosen {
            tiles = List.copyOf(tiles);
        }
    }

    /** What one gesture, or one turn, carried over. */
    public record Batch(UUID id, UUID seed, UUID by, List<UUID> items) {
        public Batch {
            items = List.copyOf(items);
        }

        public int size() {
            return items.size();
        }
    }

    /**
     * What one gesture took back.
     *
     * @param carried the events that counted until then
     */
    public record Reversal(UUID seed, UUID by, List<Verdict> carried) {
        public Reversal {
            carried = List.copyOf(carried);
        }

        /** How many items went back to their lanes. */
        public int size() {
            return carried.size();
        }

        public List<UUID> tasks() {
            return carried.stream().map(Verdict::taskId).toList();
        }
    }

    /**
     * A decision and what it was carried over to.
     *
     * @param standing how many items still stand as it was decided
     * @param sound false once the seed does not count any more, or somebody found otherwise on what it was carried over to
     */
    public record Spread(Verdict seed, int standing, boolean sound) {}

    private final Database database;
    private final ReviewQueue queue;
    private final PolicyPack pack;
    private final Clock clock;
    private final PublishHold hold;
    private final Events events;
    private final Verdicts verdicts = new Verdicts();
    private final Twins twins;

    public Propagation(
            Database database, ReviewQueue queue, Items items, NearDuplicates nearDuplicates, PolicyPack pack, AuditLog audit, PublishHold hold) {
        this.database = database;
        this.queue = queue;
        this.pack = pack;
        this.clock = hold.clock();
        this.hold = hold;
        this.events = new Events(audit);
        this.twins = new Twins(queue, items, nearDuplicates, pack);
    }

    /**
     * What a decision would be carried over to, nearest first, and what it would not and why. A dry run: nothing changes.
     * Empty when it does not spread at all: it is not what counts on its item, unsure, carried over itself, of a label
     * that never spreads, or halted.
     */
    public Optional<List<Twin>> plan(UUID seed) {
        return database.inTransaction(tx -> seed(tx, seed).map(decided -> twins.of(tx, decided.itemId(), decided.finding().orElseThrow(), decided.reviewer())));
    }

    /**
     * As {@link #plan}, for a decision that is yet to be made. Empty when it would not spread at all.
     *
     * @param by who would make it: what they hold is free for them
     */
    public Optional<List<Twin>> plan(UUID item, Finding finding, UUID by) {
        return spreads(finding) ? Optional.of(database.inTransaction(tx -> twins.of(tx, item, finding, by))) : Optional.empty();
    }

    /**
     * Decides the chosen look-alikes as the seed was, and none but those: once a person has chosen, the seed does not
     * spread by itself any more. What is not to be decided with it any more is left out: the batch says what was.
     */
    public Batch confirm(Chosen chosen) {
        Map<UUID, Shown> shown = chosen.tiles().stream().collect(Collectors.toMap(Tile::item, Tile::shown, (first, _) -> first));
        return database.inTransaction(tx -> {
            Optional<Verdict> seed = seed(tx, chosen.seed());
            tx.createUpdate("delete from propagation_due where seed_id = :seed").bind("seed", chosen.seed()).execute();
            List<Twin> members = seed.map(decided -> twins.of(tx, decided.itemId(), decided.finding().orElseThrow(), chosen.by())).orElse(List.of()).stream()
                    .filter(member -> shown.containsKey(member.item()) && member.isOpen()).toList();
            return seed.map(decided -> batch(decided, chosen.by(), carry(tx, decided, chosen.by(), members, member -> shown.get(member.item()))))
                    .orElseGet(() -> new Batch(UUID.randomUUID(), chosen.seed(), chosen.by(), List.of()));
        });
    }

    /**
     * Carries over what spreads by itself and whose hold is over; to be called every few seconds, by anybody. Each decision
     * is looked at once; where a person found otherwise on one of those it would reach, it stays alone. Every twentieth item
     * decided so gets a blind second look, where there is somebody to give it.
     */
    public List<Batch> spread() {
        List<UUID> ripe = database.inTransaction(tx -> tx.createQuery(
                        "select seed_id from propagation_due where decided_at <= :since order by decided_at, seed_id limit :n")
                .bind("since", hold.since()).bind("n", SEEDS_A_TURN).mapTo(UUID.class).list());
        List<Batch> batches = new ArrayList<>();
        for (UUID id : ripe) {
            database.inTransaction(tx -> spread(tx, id)).filter(batch -> batch.size() > 0).ifPresent(batches::add);
        }
        return batches;
    }

    /** Seeds of which anything still stands, those decided last first. */
    public List<Spread> spreads(int atMost) {
        return database.inTransaction(tx -> Descendants.seeds(tx, atMost).stream()
                .flatMap(id -> verdicts.find(tx, id).map(seed -> spreadOf(tx, seed)).stream()).filter(spread -> spread.standing() > 0).toList());
    }

    private Spread spreadOf(Handle tx, Verdict seed) {
        boolean counts = verdicts.standing(tx, seed.itemId()).deciding().map(Verdict::id).equals(Optional.of(seed.id()));
        return new Spread(seed, Descendants.of(tx, seed.id()).size(), counts && !Descendants.isHalted(tx, seed.id()));
    }

    /** How many items still stand as the seed was decided, with nobody having looked since: what {@link #reverseAll} would take back. */
    public long descendants(UUID seed) {
        return database.inTransaction(tx -> (long) Descendants.of(tx, seed).size());
    }

    /** Takes back everything a seed was carried over to: its items wait in their lanes again. */
    public Reversal reverseAll(UUID seed, UUID by) {
        return database.inTransaction(tx -> new Reversal(seed, by, reverse(tx, Descendants.of(tx, seed), by)));
    }

    /**
     * Takes back a reversal: what it reversed counts again as it stood, one further event an item, where nothing has
     * happened to it since and nobody else holds it. Returns how many items that are.
     */
    public int restore(Reversal back) {
        return database.inTransaction(tx -> {
            List<Verdict> untouched = Descendants.untouched(tx, back.carried(), Propagation::reversalOf);
            List<UUID> closed = queue.closeAll(tx, back.by(), untouched.stream().map(Verdict::taskId).toList());
            List<Verdict> again = untouched.stream().filter(event -> closed.contains(event.taskId()))
                    .map(event -> event.carriedAgain(NaturalId.of("restored", event.id().toString()), clock.instant())).toList();
            events.addAll(tx, again);
            again.stream().filter(event -> event.shown().seen().equals(Optional.of(Shown.Seen.NOT))).collect(Collectors.groupingBy(Verdict::reviewer))
                    .forEach((decided, unseen) -> check(tx, decided, unseen));
            return again.size();
        });
    }

    /** Takes back one batch; returns how many items went back to their lanes. */
    public int reverse(Batch batch) {
        return database.inTransaction(tx -> reverse(tx, Descendants.of(tx, batch.seed()).stream()
                .filter(event -> event.batch().equals(Optional.of(batch.id()))).toList(), batch.by()).size());
    }

    /** Remembers a decision that will spread by itself, in the transaction that records it. */
    static void later(Handle tx, PolicyPack pack, Verdict event) {
        if (spreads(pack, event)) {
            tx.createUpdate("insert into propagation_due (seed_id, decided_at) values (:seed, :at)")
                    .bind("seed", event.id()).bind("at", event.at()).execute();
        }
    }

    /** Whether a decision spreads by itself. */
    static boolean spreads(PolicyPack pack, Verdict event) {
        return event.finding().filter(Finding::sure).flatMap(finding -> pack.find(finding.label()))
                .filter(label -> label.propagation().takesCopies()).isPresent();
    }

    private Optional<Batch> spread(Handle tx, UUID id) {
        if (tx.createUpdate("delete from propagation_due where seed_id = :seed").bind("seed", id).execute() == 0) {
            return Optional.empty();
        }
        return seed(tx, id).map(seed -> {
            PropagationRule rule = rule(seed);
            List<Twin> reached = twins.of(tx, seed.itemId(), seed.finding().orElseThrow(), NOBODY).stream()
                    .filter(member -> member.isCopy() ? rule.takesCopies() : rule.takes(member.distance())).toList();
            boolean contested = reached.stream().anyMatch(member -> member.kept().equals(Optional.of(Twin.Kept.DECIDED_OTHERWISE)));
            List<Twin> members = contested ? List.of() : reached.stream().filter(Twin::isOpen).toList();
            List<Verdict> carried = carry(tx, seed, seed.reviewer(), members, member -> Shown.nothing(member.picture()));
            check(tx, seed.reviewer(), carried);
            return batch(seed, seed.reviewer(), carried);
        });
    }

    /** The decision, if it may be carried over. */
    private Optional<Verdict> seed(Handle tx, UUID id) {
        return verdicts.find(tx, id)
                .filter(v -> v.kind() != VerdictKind.PROPAGATED && v.finding().filter(this::spreads).isPresent())
                .filter(v -> {
                    Standing standing = verdicts.standing(tx, v.itemId());
                    return standing.state() == Standing.State.DECIDED && standing.deciding().map(Verdict::id).equals(Optional.of(id));
                })
                .filter(_ -> !Descendants.isHalted(tx, id));
    }

    private boolean spreads(Finding finding) {
        return finding.sure() && rule(finding) != PropagationRule.NEVER && !finding.action().equals(VerdictDesk.ESCALATE);
    }

    private PropagationRule rule(Verdict seed) {
        return rule(seed.finding().orElseThrow());
    }

    private PropagationRule rule(Finding finding) {
        return pack.find(finding.label()).map(PolicyPack.Label::propagation).orElse(PropagationRule.NEVER);
    }

    private static Batch batch(Verdict seed, UUID by, List<Verdict> carried) {
        return new Batch(carried.stream().findFirst().flatMap(Verdict::batch).orElseGet(UUID::randomUUID), seed.id(), by,
                carried.stream().map(Verdict::itemId).toList());
    }

    private List<Verdict> carry(Handle tx, Verdict seed, UUID by, List<Twin> members, Function<Twin, Shown> shown) {
        UUID batch = UUID.randomUUID();
        List<UUID> taken = queue.closeAll(tx, by, members.stream().map(Twin::task).toList());
        List<Verdict> carried = members.stream().filter(member -> taken.contains(member.task())).map(member -> new Verdict(
                NaturalId.of("propagated", batch.toString(), member.item().toString()), member.task(), member.item(), 1, 0,
                VerdictKind.PROPAGATED, by, 0, seed.finding().map(finding -> member.isCopy() ? finding.withNote(Optional.empty()) : finding.bare()),
                Optional.of(rule(seed).word()), pack.ref(), shown.apply(member), clock.instant(), Optional.of(seed.id()), Optional.of(batch),
                Optional.empty())).toList();
        events.addAll(tx, carried);
        return carried;
    }

    private void check(Handle tx, UUID decided, List<Verdict> unseen) {
        boolean alone = tx.createQuery("select 1 from principal where active and principal_id <> :me limit 1")
                .bind("me", decided).mapTo(Integer.class).findOne().isEmpty();
        if (!alone) {
            unseen.stream().filter(event -> Math.floorMod(event.id().getLeastSignificantBits(), 100) < CHECKED_PERCENT)
                    .forEach(event -> queue.file(tx, event.itemId(), Look.second(event.id(), List.of(decided), pack.clocks().secondOpinion())));
        }
    }

    /** What it took back. */
    private List<Verdict> reverse(Handle tx, List<Verdict> carried, UUID by) {
        List<Verdict> back = carried.stream().filter(event -> queue.withdrawFiledBy(tx, event.id())).toList();
        List<UUID> reopened = queue.reopenAll(tx, back.stream().map(Verdict::taskId).toList());
        List<Verdict> reversed = back.stream().filter(event -> reopened.contains(event.taskId())).toList();
        events.addAll(tx, reversed.stream().map(event -> event.followedBy(reversalOf(event), VerdictKind.REVERSED, by, 0, clock.instant())).toList());
        return reversed;
    }

    private static UUID reversalOf(Verdict carried) {
        return NaturalId.of("reversed", carried.id().toString());
    }
}
