package dev.docket.quality;

import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditVerifier;
import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.Reports;
import dev.docket.provenance.Tools;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
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
import java.util.random.RandomGenerator;

/** A lead, an intake and three reviewers under the shipped pack, on any database; where people log in, each as themselves. */
public final class QualityRoom {
    static final PolicyPack PACK = PolicyFile.shipped();
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    /** Deals beside whatever it is asked about, positive first. */
    public static final RandomGenerator ALWAYS = new RandomGenerator() {
        private final RandomGenerator bits = new SplittableRandom(7);

        @Override
        public long nextLong() {
            return bits.nextLong();
        }

        @Override
        public double nextDouble() {
            return 0;
        }

        @Override
        public boolean nextBoolean() {
            return true;
        }
    };

    final Database owner;
    final Seat lead;
    final Seat feed;
    final Seat anna;
    final Seat ben;
    final Seat carla;
    private final BlobStore blobs;
    private Instant now = START;

    /** What one person works with. */
    final class Seat {
        final Member member;
        final Database database;
        final ReviewQueue queue = new ReviewQueue();
        final Verdicts verdicts = new Verdicts();
        final Items items = new Items();
        final AuditLog audit;
        final VerdictDesk desk;
        final Propagation propagation;
        final GoldenDesk golden;
        final CalibrationDesk calibrations;

        private Seat(Member member, Database database) {
            this.member = member;
            this.database = database;
            audit = new AuditLog(member.id(), "desk", clock());
            desk = new VerdictDesk(database, queue, items, blobs, PACK, audit, clock());
            propagation = new Propagation(database, queue, items, new NearDuplicates(), PACK, audit, new PublishHold(Duration.ofSeconds(60), clock()));
            golden = new GoldenDesk(database, queue, PACK, audit, member, clock());
            calibrations = new CalibrationDesk(database, PACK, golden, audit, member, clock());
        }

        UUID id() {
            return member.id();
        }

        GoldenStream stream(RandomGenerator random) {
            return new GoldenStream(database, queue, PACK, audit, clock(), random);
        }

        /** The next task of this item that they can have; empty when none is. */
        Optional<LeasedTask> claim(UUID item) {
            return database.inTransaction(tx -> {
                List<LeasedTask> all = queue.lanes(tx).stream().flatMap(lane -> queue.claim(tx, id(), lane.id(), 64).stream()).toList();
                Optional<LeasedTask> mine = all.stream().filter(task -> task.itemId().equals(item)).findFirst();
                queue.release(tx, id(), all.stream().map(LeasedTask::taskId).filter(task -> mine.filter(m -> m.taskId().equals(task)).isEmpty()).toList());
                return mine;
            });
        }

        Verdict verdict(LeasedTask task, Finding finding) {
            return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, id(), task.epoch(),
                    Optional.of(finding), Optional.empty(), PACK.ref(), shown(task.itemId()), now);
        }

        Verdict decide(UUID item, Finding finding) {
            Verdict made = verdict(claim(item).orElseThrow(), finding);
            if (desk.record(made) != VerdictDesk.Outcome.ACCEPTED) {
                throw new AssertionError("not accepted");
            }
            return database.inTransaction(tx -> verdicts.find(tx, made.id())).orElseThrow();
        }

        Verdict decide(UUID item, String label) {
            return decide(item, finding(label));
        }
    }

    QualityRoom(QualityHouse house, Path images) {
        owner = house.owner();
        blobs = new FolderBlobStore(images, new byte[32]);
        owner.transact(tx -> {
            new ReviewQueue().openLanes(tx, PACK);
            new Policies().keep(tx, PACK);
        });
        lead = seat(house, "L-01", Role.LEAD);
        anna = seat(house, "R-02", Role.REVIEWER);
        ben = seat(house, "R-03", Role.REVIEWER);
        carla = seat(house, "R-04", Role.REVIEWER);
        feed = seat(house, "I-01", Role.INGEST);
    }

    private Seat seat(QualityHouse house, String pseudonym, Role role) {
        Member member = house.hire(pseudonym, role);
        return new Seat(member, house.as(member));
    }

    Clock clock() {
        InstantSource told = () -> now;
        return told.withZone(ZoneOffset.UTC);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Brought in by the intake, with all that an intake stores. */
    UUID file(String name) {
        return file(name, hash(name.hashCode() * 0x9E3779B97F4A7C15L), name);
    }

    UUID file(String name, PerceptualHash pdq, String picture) {
        byte[] bytes = picture.getBytes(StandardCharsets.UTF_8);
        return file(name, pdq, bytes, feedOf(name), false);
    }

    /** As one whose answer the feed knows. */
    UUID fileCheck(String name) {
        return file(name, hash(name.hashCode()), name.getBytes(StandardCharsets.UTF_8), feedOf(name), true);
    }

    private static Source feedOf(String name) {
        return new Source("feed", "post-" + (100_000 + Math.floorMod(name.hashCode(), 900_000)));
    }

    /** As from a folder: its id is its content. */
    UUID fileFromAFolder(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return file(name, hash(name.hashCode()), bytes, new Source("folder", ContentHash.of(bytes).hex()), false);
    }

    private UUID file(String name, PerceptualHash pdq, byte[] bytes, Source source, boolean check) {
        ItemFacts facts = new ItemFacts(Optional.of("words of " + name), Optional.of("en"), "*", Optional.of("uploader-" + name), Optional.of(30), Optional.of(12L),
                Optional.of(1.5), List.of("somebody reports"), Optional.empty(), check).flagged(Optional.of(ItemFacts.FlaggedBy.CLASSIFIER), Optional.of(now.minusSeconds(3600)));
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(bytes), bytes.length, "image/png", 64, 48, now.minusSeconds(60), now, facts);
        PolicyDecision decision = new PolicyDecision(PACK.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 20 + Math.floorMod(name.hashCode(), 50), List.of(), List.of("a reason"));
        feed.database.transact(tx -> {
            feed.items.add(tx, item, "{}");
            new Reports().add(tx, item.id(), "{}", Tools.UNKNOWN, now);
            new NearDuplicates().add(tx, item.sha256(), pdq);
            new Scores().add(tx, item.id(), List.of(new ModelScore("starter", "1", "overlay", 0.25, 0.5)));
            new Policies().put(tx, item.id(), decision);
            feed.queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    /** An item that Anna decided and the lead marked; something stands in for it in the lane. */
    UUID dealt(String name, String label) {
        UUID original = file(name);
        anna.decide(original, label);
        lead.golden.mark(original, "because of " + name);
        file("beside " + name);
        if (feed.stream(ALWAYS).round() != 1) {
            throw new AssertionError("not dealt");
        }
        return standIns(original).getLast();
    }

    List<UUID> standIns(UUID original) {
        return owner.inTransaction(tx -> dev.docket.item.StandIns.of(tx, original));
    }

    static Finding finding(String label) {
        PolicyPack.Label known = PACK.label(label);
        return Finding.of(label, known.severity(), known.defaultAction());
    }

    static PerceptualHash hash(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    private static Shown shown(UUID item) {
        return new Shown(ContentHash.of(item.toString().getBytes(StandardCharsets.US_ASCII)), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 1234);
    }

    Optional<String> faultOfTheLog() {
        return new AuditVerifier(new VerdictAudit()).verify(owner).firstBad();
    }
}
