package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.classify.ModelScore;
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
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.FolderBlobStore;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A lead and two reviewers who decide items of real stores, with a clock that goes when it is told to. */
public final class StatementRoom {
    public static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final ModelScore SCORE = new ModelScore("starter", "1.0.0", "overlay", 0.8, 0.5);

    public final PolicyPack pack;
    final Database database;
    final ReviewQueue queue = new ReviewQueue();
    final Items items = new Items();
    public final VerdictDesk desk;
    public final Appeals appeals;
    public final Propagation propagation;
    final StatementDesk statements;
    public final Member lead;
    public final Member ben;
    public final Member carla;
    private final NearDuplicates nearDuplicates = new NearDuplicates();
    private Instant now = START;

    public StatementRoom(Database database, Path folder) {
        this(database, folder, PolicyFile.shipped());
    }

    public StatementRoom(Database database, Path folder, PolicyPack pack) {
        this.pack = pack;
        this.database = database;
        EmptyTables.in(database);
        InstantSource told = () -> now;
        Clock clock = told.withZone(ZoneOffset.UTC);
        Team team = new Team();
        lead = database.inTransaction(tx -> team.add(tx, "L-01", Role.LEAD));
        ben = database.inTransaction(tx -> team.add(tx, "R-02", Role.REVIEWER));
        carla = database.inTransaction(tx -> team.add(tx, "R-03", Role.REVIEWER));
        database.transact(tx -> queue.openLanes(tx, pack));
        database.transact(tx -> new Policies().keep(tx, pack));
        AuditLog audit = new AuditLog(new UUID(1, 1), "desk", clock);
        PublishHold hold = new PublishHold(Duration.ofSeconds(60), clock);
        desk = new VerdictDesk(database, queue, items, new FolderBlobStore(folder, new byte[32]), pack, audit, clock);
        appeals = new Appeals(database, queue, items, pack, audit, clock);
        propagation = new Propagation(database, queue, items, nearDuplicates, pack, audit, hold);
        statements = new StatementDesk(database, items, new Verdicts(), new Policies(), pack, hold, audit, lead);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public static ItemFacts facts(String place, String locale) {
        return new ItemFacts(Optional.of("posted by anna@example.org"), Optional.ofNullable(locale), place, Optional.of("u-1"), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), false);
    }

    public UUID file(int number) {
        return file(number, number, facts("DE", "de"));
    }

    /** @param picture items with the same show the same picture */
    public UUID file(int number, int picture, ItemFacts facts) {
        byte[] bytes = ("picture " + picture).getBytes(StandardCharsets.UTF_8);
        Source source = new Source("feed", "item-" + number);
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(bytes), bytes.length, "image/png", 64, 48, now.minusSeconds(7200), now.minusSeconds(30), facts);
        PolicyDecision decision = new PolicyDecision(pack.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0, Optional.empty(), 1, List.of(), List.of());
        database.transact(tx -> {
            items.add(tx, item, "{}");
            long seed = picture * 0x9E3779B97F4A7C15L;
            nearDuplicates.add(tx, item.sha256(), new PerceptualHash(seed, ~seed, seed * 31, seed * 17, 100));
            queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    public Finding finding(String label) {
        return Finding.of(label, pack.label(label).severity(), pack.label(label).defaultAction());
    }

    public Verdict decide(Member who, UUID item, Finding finding) {
        return record(who, item, VerdictKind.DECIDED, Optional.of(finding), Optional.empty());
    }

    Verdict record(Member who, UUID item, VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        LeasedTask task = database.inTransaction(tx -> {
            List<LeasedTask> all = queue.lanes(tx).stream().flatMap(lane -> queue.claim(tx, who.id(), lane.id(), 64).stream()).toList();
            LeasedTask mine = all.stream().filter(each -> each.itemId().equals(item)).findFirst().orElseThrow();
            queue.release(tx, who.id(), all.stream().map(LeasedTask::taskId).filter(id -> !id.equals(mine.taskId())).toList());
            return mine;
        });
        Shown shown = new Shown(ContentHash.of(new byte[0]), true, List.of(SCORE), List.of("starter@1.0.0"), "0".repeat(64), "open", true, List.of(), 900,
                Optional.of(Shown.Mode.ASSISTED), List.of(), Optional.empty());
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, kind, who.id(), task.epoch(), finding, reason, pack.ref(), shown, now);
        assertThat(desk.record(verdict)).isEqualTo(VerdictDesk.Outcome.ACCEPTED);
        return verdict;
    }

    /** An hour later, past every hold. */
    Batch read() throws FaultyStatementsException {
        return read(Optional.empty());
    }

    Batch read(Optional<LocalDate> since) throws FaultyStatementsException {
        pass(Duration.ofHours(1));
        return statements.read(since, Progress.NONE);
    }

    Batch write(Path target) throws Exception {
        Batch batch = read();
        statements.write(batch, target, Progress.NONE);
        return batch;
    }
}
