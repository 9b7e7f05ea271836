package dev.docket.export;

import dev.docket.audit.AuditLog;
import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.dsa.StatementDesk;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.Evidence;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.registry.ModelRegistry;
import dev.docket.report.PeriodReport;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A desk of real stores with a few items, decided as a test asks. */
public final class SmallDesk implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Of this label nothing leaves, by the desk's pack. */
    static final String KEPT_HERE = "likeness";

    public final PolicyPack pack = pack();
    public final Database database;
    final SampleSet.MemoryBlobs blobs = new SampleSet.MemoryBlobs();
    public final Items items = new Items();
    final ReviewQueue queue = new ReviewQueue();
    final Scores scores = new Scores();
    public final VerdictDesk verdictDesk;
    public final Member self;
    public final Member other;
    final Member third;
    final Appeals appeals;
    private final ExportKeys keys;
    private final AuditLog audit;
    public final ExportDesk exports;
    public final StatementDesk statements;
    public final PeriodReport report;
    private final NearDuplicates nearDuplicates = new NearDuplicates();
    private final Random random = new Random(23);

    public SmallDesk(Path folder) {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database = Database.of(memory);
        Team team = new Team();
        self = database.inTransaction(team::self);
        other = database.inTransaction(tx -> team.add(tx, "R-02", Role.REVIEWER));
        third = database.inTransaction(tx -> team.add(tx, "R-03", Role.REVIEWER));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        audit = new AuditLog(self.id(), "desk", clock);
        database.transact(tx -> queue.openLanes(tx, pack));
        verdictDesk = new VerdictDesk(database, queue, items, blobs, pack, audit, clock);
        appeals = new Appeals(database, queue, items, pack, audit, clock);
        keys = ExportKeys.open(folder.resolve("export.keys"), new byte[32]);
        exports = exports(new PublishHold(Duration.ZERO, clock));
        report = new PeriodReport(database, pack, new Policies(), new ModelRegistry(folder.resolve("models"), new byte[32], audit, clock), clock);
        statements = new StatementDesk(database, items, new Verdicts(), new Policies(), pack, new PublishHold(Duration.ZERO, clock), audit, self);
    }

    ExportDesk exports(PublishHold hold) {
        return new ExportDesk(database, blobs, new DecisionSetReader(
                new DecisionSetReader.Stores(items, new Verdicts(), scores, new Policies(), blobs), pack, keys, hold), keys, audit, self);
    }

    /** Somebody else who may sign. */
    public Member secondLead() {
        return database.inTransaction(tx -> new Team().add(tx, "L-02", Role.LEAD));
    }

    /** The same exports at another lead's hands. */
    public ExportDesk exports(Member lead) {
        return new ExportDesk(database, blobs, new DecisionSetReader(new DecisionSetReader.Stores(items, new Verdicts(), scores, new Policies(), blobs),
                pack, keys, new PublishHold(Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC))), keys, new AuditLog(lead.id(), "lead", Clock.fixed(NOW, ZoneOffset.UTC)), lead);
    }

    /** Bodies of the log's lines of a kind. */
    List<String> lines(String kind) {
        return database.inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = :kind").bind("kind", kind).mapTo(String.class).list());
    }

    ExportKeys keys() {
        return keys;
    }

    ExportRow row(LabelledItem item) {
        return new RowMaker(Pseudonyms.of(keys.names(), List.of(item))).row(item, null);
    }

    private static PolicyPack pack() {
        try {
            return PolicyFile.parse("desk", PolicyFile.shipped().text().replaceFirst("(?s)(- id: " + KEPT_HERE + ".*?export: )derived", "$1never"));
        } catch (PolicyFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Admits a picture of random bytes whose name and facts are made of {@code name}. */
    public UUID admit(String name, String source, boolean gold) {
        byte[] picture = new byte[300];
        random.nextBytes(picture);
        return admit(name, source, gold, picture, new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 90));
    }

    UUID admit(String name, String source, boolean gold, byte[] picture, PerceptualHash pdq) {
        ContentHash address = blobs.put(picture);
        ItemFacts facts = new ItemFacts(Optional.of("text of " + name), Optional.of("en"), "*", Optional.of("uploader of " + name),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), gold);
        Source from = new Source(source, name);
        ImageItem item = new ImageItem(Items.idOf(from), from, address, picture.length, "image/jpeg", 40, 30, NOW, NOW.plusSeconds(random.nextInt(1000)), facts);
        PolicyDecision decision = new PolicyDecision(pack.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 1, List.of(), List.of());
        database.transact(tx -> {
            items.add(tx, item, CanonicalJson.write(ProvenanceReport.NONE));
            nearDuplicates.add(tx, address, pdq);
            scores.put(tx, item.id(), List.of(new ModelScore("starter", "1.0.0", "procedural", 0.25, 0.5), new ModelScore("later", "2.0.0", "x", 0.75, 0.5)));
            queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    public Verdict decide(UUID item, String label) {
        return decide(item, self, label, true, VerdictKind.DECIDED, NOW);
    }

    /** Claims the item's open task, whatever lane it is in, and records on it. */
    Verdict decide(UUID item, Member reviewer, String label, boolean sure, VerdictKind kind, Instant at) {
        LeasedTask task = claimAll(reviewer).stream().filter(t -> t.itemId().equals(item)).findFirst().orElseThrow();
        Verdict verdict = record(task, reviewer, label, sure, kind, at);
        database.transact(tx -> queue.releaseAll(tx, reviewer.id()));
        return verdict;
    }

    private Verdict record(LeasedTask task, Member reviewer, String label, boolean sure, VerdictKind kind, Instant at) {
        UUID item = task.itemId();
        Optional<Finding> finding = kind == VerdictKind.DECIDED
                ? Optional.of(new Finding(label, List.of(), pack.label(label).severity(), pack.label(label).defaultAction(), sure, reason(label), Optional.of("note on it")))
                : Optional.empty();
        boolean blind = task.round() > 1;
        Shown shown = new Shown(database.inTransaction(tx -> items.find(tx, item).orElseThrow().sha256()), !blind,
                blind ? List.of() : List.of(new ModelScore("starter", "1.0.0", "procedural", 0.25, 0.5)), List.of("starter@1.0.0"),
                "0".repeat(64), "open", true, List.of(), 800);
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, kind, reviewer.id(), task.epoch(), finding,
                kind == VerdictKind.DECIDED ? Optional.empty() : Optional.of("lead"), pack.ref(), shown, at);
        verdictDesk.record(verdict);
        return verdict;
    }

    /** On the same task as another's verdict, when the lease had passed to them. */
    Verdict late(Verdict recorded, Member reviewer, String label) {
        Finding finding = new Finding(label, List.of(), pack.label(label).severity(), pack.label(label).defaultAction(), true, reason(label), Optional.empty());
        Verdict late = new Verdict(UUID.randomUUID(), recorded.taskId(), recorded.itemId(), recorded.round(), 0, VerdictKind.DECIDED, reviewer.id(), recorded.leaseEpoch(),
                Optional.of(finding), Optional.empty(), pack.ref(), recorded.shown(), recorded.at().minusSeconds(60));
        if (verdictDesk.record(late) != VerdictDesk.Outcome.LATE) {
            throw new AssertionError("in time");
        }
        return late;
    }

    private Optional<String> reason(String label) {
        return pack.label(label).rationales().keySet().stream().filter(reason -> pack.label(label).requires(Evidence.RATIONALE)).findFirst();
    }

    /** Decides many at once, each as its entry says. */
    public void decideAll(Map<UUID, String> labels) {
        for (List<LeasedTask> tasks = claimAll(self); !tasks.isEmpty(); tasks = claimAll(self)) {
            tasks.forEach(task -> record(task, self, labels.get(task.itemId()), true, VerdictKind.DECIDED, NOW));
        }
    }

    private List<LeasedTask> claimAll(Member reviewer) {
        return database.inTransaction(tx -> queue.lanes(tx).stream().flatMap(lane -> queue.claim(tx, reviewer.id(), lane.id(), 64).stream()).toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
