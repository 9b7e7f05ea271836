package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditVerifier;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People at desks of their own, each logged in as themselves at one PostgreSQL, under the shipped pack. */
final class SharedRoom implements AutoCloseable {
    static final PolicyPack PACK = PolicyFile.shipped();
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    final Postgres.Shared shared = Postgres.shared();
    final Seat lead;
    final Seat anna;
    final Seat ben;
    final Seat carla;
    final Seat feed;
    private final Items items = new Items();
    private final BlobStore blobs;
    private Instant now = START;

    /** What one person works with. */
    final class Seat {
        final Member member;
        final Database database;
        final ReviewQueue queue = new ReviewQueue();
        final Verdicts verdicts = new Verdicts();
        final NearDuplicates nearDuplicates = new NearDuplicates();
        final AuditLog audit;
        final VerdictDesk desk;
        final Appeals appeals;
        final Propagation propagation;

        private Seat(String pseudonym, Role role) {
            member = shared.add(pseudonym, role);
            database = shared.as(member);
            audit = new AuditLog(member.id(), "desk", clock());
            desk = new VerdictDesk(database, queue, items, blobs, PACK, audit, clock());
            appeals = new Appeals(database, queue, items, PACK, audit, clock());
            propagation = new Propagation(database, queue, items, nearDuplicates, PACK, audit, new PublishHold(Duration.ofSeconds(60), clock()));
        }

        UUID id() {
            return member.id();
        }

        /** The next task of this item that they can have; empty when none is. */
        Optional<LeasedTask> claim(UUID item) {
            return database.inTransaction(tx -> {
                List<LeasedTask> all = queue.lanes(tx).stream().flatMap(lane -> queue.claim(tx, id(), lane.id(), 16).stream()).toList();
                Optional<LeasedTask> mine = all.stream().filter(task -> task.itemId().equals(item)).findFirst();
                queue.release(tx, id(), all.stream().map(LeasedTask::taskId).filter(task -> mine.filter(m -> m.taskId().equals(task)).isEmpty()).toList());
                return mine;
            });
        }

        Verdict verdict(LeasedTask task, Finding finding) {
            return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, id(), task.epoch(),
                    Optional.of(finding), Optional.empty(), PACK.ref(), SampleShown.of(task.itemId()), now);
        }

        Verdict event(LeasedTask task, VerdictKind kind, String reason) {
            return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, id(), task.epoch(), Optional.empty(),
                    Optional.of(reason), PACK.ref(), SampleShown.of(task.itemId()), now);
        }

        /** Claims and decides; as it was stored. */
        Verdict decide(UUID item, Finding finding) {
            Verdict made = verdict(claim(item).orElseThrow(), finding);
            if (desk.record(made) != VerdictDesk.Outcome.ACCEPTED) {
                throw new AssertionError("not accepted");
            }
            return database.inTransaction(tx -> verdicts.find(tx, made.id())).orElseThrow();
        }

        List<Verdict> history(UUID item) {
            return database.inTransaction(tx -> verdicts.history(tx, item));
        }
    }

    SharedRoom(Path folder) {
        blobs = new FolderBlobStore(folder, new byte[32]);
        shared.owner.transact(tx -> new ReviewQueue().openLanes(tx, PACK));
        lead = new Seat("L-01", Role.LEAD);
        anna = new Seat("R-02", Role.REVIEWER);
        ben = new Seat("R-03", Role.REVIEWER);
        carla = new Seat("R-04", Role.REVIEWER);
        feed = new Seat("I-01", Role.INGEST);
        shared.owner.transact(tx -> List.of("R-02", "R-03", "R-04").forEach(person -> new Logins().grant(tx, person, "*")));
    }

    /** A second desk of somebody's, over another connection. */
    VerdictDesk desk(Database over, Seat whose) {
        return new VerdictDesk(over, whose.queue, items, blobs, PACK, whose.audit, clock());
    }

    private Clock clock() {
        InstantSource told = () -> now;
        return told.withZone(ZoneOffset.UTC);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Brought in by the intake's login. */
    UUID file(int number) {
        return file(number, "general", Room.hash(number * 0x9E3779B97F4A7C15L));
    }

    UUID file(int number, String lane, PerceptualHash pdq) {
        byte[] picture = ("picture " + number).getBytes(StandardCharsets.UTF_8);
        Source source = new Source("feed", "item-" + number);
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(picture), picture.length, "image/png", 64, 48,
                START.minusSeconds(60), START.minusSeconds(30), ItemFacts.NONE);
        PolicyDecision decision = new PolicyDecision(PACK.ref(), Disposition.REVIEW, lane, "*", List.of(), "open", Severity.S0,
                Optional.empty(), 100 - number % 90, List.of(), List.of());
        feed.database.transact(tx -> {
            items.add(tx, item, "{}");
            feed.nearDuplicates.add(tx, item.sha256(), pdq);
            feed.queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    /** The record as its owner sees it. */
    List<Verdict> record(UUID item) {
        return shared.owner.inTransaction(tx -> new Verdicts().history(tx, item));
    }

    Standing standing(UUID item) {
        return shared.owner.inTransaction(tx -> new Verdicts().standing(tx, item));
    }

    Optional<String> faultOfTheLog() {
        return new AuditVerifier(new VerdictAudit()).verify(shared.owner).firstBad();
    }

    @Override
    public void close() {
        shared.close();
    }
}
