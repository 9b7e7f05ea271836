package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditVerifier;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Evidence;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Stage;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.FolderBlobStore;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

/** A room of reviewers under the shipped pack, with a clock that goes when it is told to. */
final class Room {
    static final PolicyPack PACK = PolicyFile.shipped();
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    final Database database;
    final ReviewQueue queue = new ReviewQueue();
    final Items items = new Items();
    final NearDuplicates nearDuplicates = new NearDuplicates();
    final Verdicts verdicts = new Verdicts();
    final PublishHold hold;
    final VerdictDesk desk;
    final Appeals appeals;
    final Propagation propagation;
    final Comments comments;
    final UUID anna;
    final UUID ben;
    final UUID carla;
    final UUID dora;
    private Instant now = START;

    Room(Database database, Path folder) {
        this(database, folder, true);
    }

    /** The same people and items, at desks that were started anew. */
    static Room again(Room before, Database database, Path folder) {
        Room again = new Room(database, folder, false);
        again.now = before.now;
        return again;
    }

    private Room(Database database, Path folder, boolean emptied) {
        this.database = database;
        if (emptied) {
            EmptyTables.in(database);
        }
        InstantSource told = () -> now;
        Clock clock = told.withZone(ZoneOffset.UTC);
        Team team = new Team();
        anna = person(team, "L-01", Role.LEAD);
        ben = person(team, "R-02", Role.REVIEWER);
        carla = person(team, "R-03", Role.REVIEWER);
        dora = person(team, "L-04", Role.LEAD);
        database.transact(tx -> queue.openLanes(tx, PACK));
        AuditLog audit = new AuditLog(new UUID(1, 1), "desk", clock);
        hold = new PublishHold(Duration.ofSeconds(60), clock);
        desk = new VerdictDesk(database, queue, items, new FolderBlobStore(folder, new byte[32]), PACK, audit, clock);
        appeals = new Appeals(database, queue, items, PACK, audit, clock);
        propagation = new Propagation(database, queue, items, nearDuplicates, PACK, audit, hold);
        comments = new Comments(clock);
    }

    private UUID person(Team team, String pseudonym, Role role) {
        return database.inTransaction(tx -> team.add(tx, pseudonym, role)).id();
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** An item of its own picture, in the queue. */
    UUID file(int number) {
        return file(number, ("picture " + number).getBytes(StandardCharsets.UTF_8), hash(number * 0x9E3779B97F4A7C15L), "*", false);
    }

    UUID file(int number, byte[] picture, PerceptualHash pdq, String place, boolean gold) {
        Source source = new Source("feed", "item-" + number);
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.empty(), place, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), gold);
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(picture), picture.length, "image/png", 64, 48,
                START.minusSeconds(60), START.minusSeconds(30), facts);
        PolicyDecision decision = new PolicyDecision(PACK.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 100 - number % 90, List.of(), List.of());
        database.transact(tx -> {
            items.add(tx, item, "{}");
            nearDuplicates.add(tx, item.sha256(), pdq);
            queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    /** A hash far from any other seed's, of full quality. */
    static PerceptualHash hash(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    /** The person's next task of this item, whatever lane it is in; empty when none is to be had. */
    Optional<LeasedTask> claim(UUID reviewer, UUID item) {
        return claim(reviewer, item, _ -> true);
    }

    /** The same of those at one of these stages: one item in twenty that was decided with another waits for a second look besides. */
    Optional<LeasedTask> claim(UUID reviewer, UUID item, Predicate<Stage> at) {
        return database.inTransaction(tx -> {
            List<LeasedTask> all = queue.lanes(tx).stream().flatMap(lane -> queue.claim(tx, reviewer, lane.id(), 64).stream()).toList();
            Optional<LeasedTask> mine = all.stream().filter(task -> task.itemId().equals(item) && at.test(task.stage())).findFirst();
            queue.release(tx, reviewer, all.stream().map(LeasedTask::taskId).filter(id -> mine.filter(task -> task.taskId().equals(id)).isEmpty()).toList());
            return mine;
        });
    }

    /** Claims and decides; returns what was stored. */
    Verdict decide(UUID reviewer, UUID item, String label) {
        return decide(reviewer, item, finding(label));
    }

    Verdict decide(UUID reviewer, UUID item, Finding finding) {
        return record(verdict(reviewer, claim(reviewer, item).orElseThrow(), finding));
    }

    Verdict unsure(UUID reviewer, UUID item, String label) {
        return decide(reviewer, item, finding(label).withSure(false));
    }

    /** Records an event without a finding, on whatever the person may claim of the item. */
    Verdict event(UUID reviewer, UUID item, VerdictKind kind, String reason) {
        LeasedTask task = claim(reviewer, item).orElseThrow();
        return record(new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, kind, reviewer, task.epoch(), Optional.empty(),
                Optional.of(reason), PACK.ref(), SampleShown.of(item), now));
    }

    Verdict record(Verdict verdict) {
        assertThat(desk.record(verdict)).isEqualTo(VerdictDesk.Outcome.ACCEPTED);
        return stored(verdict.id()).orElse(verdict);
    }

    Verdict verdict(UUID reviewer, LeasedTask task, Finding finding) {
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, reviewer, task.epoch(),
                Optional.of(finding), Optional.empty(), PACK.ref(), SampleShown.of(task.itemId()), now);
    }

    static Finding finding(String label) {
        PolicyPack.Label known = PACK.label(label);
        Finding finding = Finding.of(label, known.severity(), known.defaultAction());
        return known.requires(Evidence.BASIS) ? finding.withOrigin(OriginFinding.AI_SUSPECTED) : finding;
    }

    Optional<Verdict> stored(UUID verdict) {
        return database.inTransaction(tx -> verdicts.find(tx, verdict));
    }

    Standing standing(UUID item) {
        return database.inTransaction(tx -> verdicts.standing(tx, item));
    }

    List<VerdictKind> kinds(UUID item) {
        return database.<List<Verdict>>inTransaction(tx -> verdicts.history(tx, item)).stream().map(Verdict::kind).toList();
    }

    Optional<Lane> lane(UUID reviewer, String key) {
        return database.<List<Lane>>inTransaction(tx -> queue.lanes(tx, reviewer)).stream().filter(lane -> lane.key().equals(key)).findFirst();
    }

    void assertThatTheLogIsSound() {
        assertThat(new AuditVerifier(new VerdictAudit()).verify(database).firstBad()).isEmpty();
    }
}
