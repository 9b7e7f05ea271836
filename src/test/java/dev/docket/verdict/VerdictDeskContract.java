package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.FormerLines;
import dev.docket.item.HandOver;
import dev.docket.item.HandOvers;
import dev.docket.item.Items;
import dev.docket.item.SampleItems;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.SamplePolicy;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.Forger;
import dev.docket.storage.FolderBlobStore;
import dev.docket.verdict.VerdictDesk.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What recording a verdict promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VerdictDeskContract {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private Database database;
    private BlobStore blobs;
    private VerdictDesk desk;
    private final Items items = new Items();
    private final ReviewQueue queue = new ReviewQueue();
    private final Verdicts verdicts = new Verdicts();
    private final AuditLog audit = new AuditLog(UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001"), "desk", CLOCK);

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void openDesk() {
        EmptyTables.in(database);
        database.transact(tx -> SamplePolicy.open(tx, queue));
        blobs = new FolderBlobStore(folder, new byte[32]);
        desk = new VerdictDesk(database, queue, items, blobs, PACK, audit, CLOCK);
    }

    @Test
    void aSkipForOnesOwnSakeIsNeverAnEvent() {
        file(1);
        Verdict skip = event(ANNA, claim(ANNA, "spam"), VerdictKind.SKIPPED, VerdictDesk.WELLBEING);

        assertThatThrownBy(() -> desk.record(skip)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not recorded");
    }

    @Test
    void aVerdictIsReadBackAsItWasRecorded() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), true);

        assertThat(desk.record(verdict)).isEqualTo(Outcome.ACCEPTED);

        assertThat(history(1)).containsExactly(verdict);
        assertThat(current()).containsExactly(verdict);
        assertThat(database.<Optional<Verdict>>inTransaction(tx -> verdicts.find(tx, verdict.id()))).contains(verdict);
        assertThat(lane("spam")).extracting(Lane::waiting, Lane::leased).containsExactly(0L, 0L);
        assertThatTheLogIsSound(1);
    }

    @Test
    void aReplayedVerdictChangesNothing() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), false);
        desk.record(verdict);

        assertThat(desk.record(verdict)).isEqualTo(Outcome.DUPLICATE);

        assertThat(history(1)).hasSize(1);
        assertThat(lane("second-opinion").waiting()).isEqualTo(1);
        assertThatTheLogIsSound(1);
    }

    @Test
    void aVerdictSentByManyThreadsAtOnceIsRecordedOnce() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), true);

        List<Outcome> outcomes = IntStream.range(0, 8).parallel().mapToObj(_ -> desk.record(verdict)).sorted().toList();

        assertThat(outcomes).startsWith(Outcome.ACCEPTED).endsWith(Outcome.DUPLICATE).doesNotContain(Outcome.LATE);
        assertThat(outcomes).filteredOn(Outcome.ACCEPTED::equals).hasSize(1);
        assertThatTheLogIsSound(1);
    }

    @Test
    void aVerdictThatComesAfterItsLeaseIsKeptButDoesNotCount() {
        file(1);
        LeasedTask annas = claim(ANNA, "spam");
        lapse(annas);
        LeasedTask bens = claim(BEN, "spam");
        Verdict late = decided(ANNA, annas, true);

        assertThat(desk.record(late)).isEqualTo(Outcome.LATE);
        assertThat(desk.record(late)).isEqualTo(Outcome.LATE);
        Verdict good = decided(BEN, bens, true);
        assertThat(desk.record(good)).isEqualTo(Outcome.ACCEPTED);

        assertThat(current()).containsExactly(good);
        assertThat(desk.late(item(1))).containsExactly(late);
        assertThatTheLogIsSound(2);
    }

    @Test
    void aVerdictOnAnotherItemThanItsTaskHasIsABugAndChangesNothing() {
        file(1);
        file(2);
        LeasedTask task = claim(ANNA, "spam");
        Verdict verdict = decided(ANNA, task, true);
        Verdict mixedUp = new Verdict(verdict.id(), verdict.taskId(), UUID.randomUUID(), 1, 0, VerdictKind.DECIDED, ANNA, verdict.leaseEpoch(),
                verdict.finding(), verdict.reason(), verdict.pack(), verdict.shown(), verdict.at());

        assertThatThrownBy(() -> desk.record(mixedUp)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("round 1 of item");

        assertThat(desk.record(verdict)).isEqualTo(Outcome.ACCEPTED);
        assertThatTheLogIsSound(1);
    }

    @Test
    void aFindingWithoutWhatItsLabelRequiresIsNotRecorded() throws PolicyFormatException {
        file(1);
        LeasedTask task = claim(ANNA, "spam");
        PolicyPack strict = PolicyFile.parse("strict", PACK.text().replaceFirst("region: recommended", "region: required"));
        VerdictDesk strictDesk = new VerdictDesk(database, queue, items, blobs, strict, audit, CLOCK);
        Finding bare = Finding.of("hate_symbols", Severity.S2, "remove");
        Finding whole = bare.withRegions(List.of(Region.box("hate_symbols", 0.1, 0.1, 0.4, 0.3)));

        assertThatThrownBy(() -> strictDesk.record(under(strict, task, bare))).isInstanceOf(MissingEvidence.class)
                .hasMessage("Hate symbols needs a region drawn on the picture. Add it and decide again.");
        assertThat(history(1)).isEmpty();
        assertThat(strictDesk.record(under(strict, task, whole))).isEqualTo(Outcome.ACCEPTED);
        assertThat(current()).extracting(v -> v.finding().orElseThrow()).containsExactly(whole);
        assertThatTheLogIsSound(1);
    }

    @Test
    void aFindingUnderAnEarlierPackIsTakenAsItWasMade() {
        file(1);

        assertThat(desk.record(decided(ANNA, claim(ANNA, "spam"), true))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void regionsAndFilledInWordsGoWithAQuarantineAndTheLogStaysSound() {
        file(1);
        LeasedTask task = claim(ANNA, "spam");
        Verdict verdict = under(PACK, task, Finding.of("privacy_doxxing", Severity.S2, "remove").withSure(false)
                .withRationale("r_ids", Map.of("what", "number plates")).withRegions(List.of(Region.box("privacy_doxxing", 0, 0, 1, 1))));
        desk.record(verdict);
        assertThatTheLogIsSound(1);

        desk.record(event(BEN, claim(BEN, "second-opinion"), VerdictKind.QUARANTINED, "minors_safety"));

        assertThat(database.<String>inTransaction(tx -> tx.createQuery("select finding_json from verdict_event where finding_json is not null")
                .mapTo(String.class).one())).doesNotContain("outline", "plates").contains("privacy_doxxing");
        assertThatTheLogIsSound(3);
    }

    @Test
    void aRegionMovedInTheDatabaseIsFound() {
        file(1);
        Verdict verdict = under(PACK, claim(ANNA, "spam"), Finding.of("hate_symbols", Severity.S2, "remove")
                .withRegions(List.of(Region.box("hate_symbols", 0.25, 0.25, 0.5, 0.5))));
        desk.record(verdict);
        assertThatTheLogIsSound(1);
        Forger.in(database, tx -> tx.execute("update verdict_event set finding_json = replace(finding_json, '0.25', '0.35')"));

        assertThat(firstBad()).contains("verdict " + verdict.id() + ": differs from its line in the log (details_sha256)");
    }

    @Test
    void anUndoneVerdictDoesNotCountAndCanBeMadeAnew() {
        file(1);
        Verdict first = decided(ANNA, claim(ANNA, "spam"), true);
        desk.record(first);

        LeasedTask again = desk.undo(first).orElseThrow();
        assertThat(current()).isEmpty();
        assertThat(lane("spam").leased()).isEqualTo(1);
        Verdict second = decided(ANNA, again, true);
        assertThat(desk.record(second)).isEqualTo(Outcome.ACCEPTED);

        assertThat(history(1)).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED);
        assertThat(history(1)).extracting(Verdict::revision).containsExactly(0, 1, 2);
        assertThat(current()).containsExactly(second.revised(2));
        assertThat(desk.record(first)).as("an old key press sent again").isEqualTo(Outcome.DUPLICATE);
        assertThatTheLogIsSound(3);
    }

    @Test
    void undoingTwiceIsUndoingOnce() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), true);
        desk.record(verdict);

        LeasedTask once = desk.undo(verdict).orElseThrow();

        assertThat(desk.undo(verdict)).contains(once);
        assertThat(history(1)).hasSize(2);
        desk.record(decided(ANNA, once, true));
        assertThat(desk.undo(verdict)).as("a later decision stands").isEmpty();
    }

    @Test
    void undoingManyTimesAndDecidingAgainKeepsEveryEvent() {
        file(1);
        LeasedTask task = claim(ANNA, "spam");
        for (int turn = 0; turn < 5; turn++) {
            Verdict verdict = decided(ANNA, task, false);
            assertThat(desk.record(verdict)).isEqualTo(Outcome.ACCEPTED);
            assertThat(lane("second-opinion").waiting()).isEqualTo(1);
            task = desk.undo(verdict).orElseThrow();
            assertThat(lane("second-opinion").waiting()).isZero();
        }

        assertThat(history(1)).hasSize(10).extracting(Verdict::revision).containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
        assertThatTheLogIsSound(10);
    }

    @Test
    void nobodyUndoesAnothersVerdictOrOneThatIsNotRecorded() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), true);
        assertThat(desk.undo(verdict)).as("not recorded").isEmpty();
        desk.record(verdict);
        Verdict asBen = new Verdict(verdict.id(), verdict.taskId(), verdict.itemId(), 1, 0, VerdictKind.DECIDED, BEN, verdict.leaseEpoch(),
                verdict.finding(), verdict.reason(), verdict.pack(), verdict.shown(), verdict.at());

        assertThat(desk.undo(asBen)).isEmpty();
        assertThat(current()).containsExactly(verdict);
    }

    @Test
    void anUnsureVerdictIsShownToSomebodyElseUnlessItIsUndone() {
        file(1);
        Verdict unsure = decided(ANNA, claim(ANNA, "spam"), false);
        desk.record(unsure);
        assertThat(waitingFor(ANNA, "second-opinion")).isZero();
        assertThat(waitingFor(BEN, "second-opinion")).isEqualTo(1);

        LeasedTask bens = claim(BEN, "second-opinion");
        desk.undo(unsure).orElseThrow();

        assertThat(desk.record(decided(BEN, bens, true))).as("withdrawn under Ben's hands").isEqualTo(Outcome.LATE);
        assertThat(lane("second-opinion").waiting()).isZero();
        assertThatTheLogIsSound(3);
    }

    @Test
    void anUnsureVerdictStandsOnceSomebodyElseHasDecided() {
        file(1);
        Verdict unsure = decided(ANNA, claim(ANNA, "spam"), false);
        desk.record(unsure);
        Verdict second = decided(BEN, claim(BEN, "second-opinion"), true);
        desk.record(second);

        assertThat(desk.undo(unsure)).isEmpty();
        assertThat(current()).containsExactlyInAnyOrder(unsure, second.named(VerdictKind.AGREED, Optional.of(unsure.id())));
        assertThat(second.round()).isEqualTo(2);
    }

    @Test
    void aSkippedItemComesBackLastAndItsSkipCanBeUndone() {
        file(1);
        file(2);
        LeasedTask task = claim(ANNA, "spam");
        Verdict skip = event(ANNA, task, VerdictKind.SKIPPED, "not my language");

        assertThat(desk.record(skip)).isEqualTo(Outcome.ACCEPTED);
        assertThat(claim(ANNA, "spam").itemId()).isNotEqualTo(task.itemId());

        LeasedTask again = desk.undo(skip).orElseThrow();
        assertThat(again.taskId()).isEqualTo(task.taskId());
        assertThat(again.priority()).isEqualTo(task.priority());
        assertThat(desk.record(decided(ANNA, again, true))).isEqualTo(Outcome.ACCEPTED);
        assertThatTheLogIsSound(3);
    }

    @Test
    void aSkipCannotBeUndoneOnceSomebodyElseHasTheItem() {
        file(1);
        Verdict skip = event(ANNA, claim(ANNA, "spam"), VerdictKind.SKIPPED, "later");
        desk.record(skip);
        Verdict bens = decided(BEN, claim(BEN, "spam"), true);
        assertThat(desk.undo(skip)).isEmpty();
        desk.record(bens);

        assertThat(desk.undo(skip)).isEmpty();
        assertThat(current()).containsExactly(bens.revised(1));
    }

    @Test
    void anEscalatedItemGoesToTheLeadUnlessItIsUndone() {
        file(1);
        Verdict up = event(ANNA, claim(ANNA, "spam"), VerdictKind.ESCALATED, "legal");
        desk.record(up);
        assertThat(lane("ladder-legal").waiting()).isEqualTo(1);

        LeasedTask again = desk.undo(up).orElseThrow();
        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).as("an empty ladder is not shown").noneMatch(lane -> lane.key().equals("ladder-legal"));

        desk.record(event(ANNA, again, VerdictKind.ESCALATED, "lead"));
        LeasedTask leads = claim(ANNA, "escalated");
        assertThat(leads.round()).isEqualTo(2);
        assertThat(desk.record(decided(ANNA, leads, true))).isEqualTo(Outcome.ACCEPTED);
        assertThat(current()).extracting(Verdict::round).containsExactly(2);
        assertThatTheLogIsSound(4);
    }

    @Test
    void aQuarantinedItemIsGoneWithItsPictureItsNotesAndItsLikes() throws IOException {
        ContentHash picture = blobs.put(SampleItems.picture(7));
        database.transact(tx -> List.of(1, 2, 3).forEach(n -> {
            items.add(tx, SampleItems.item(n, 7), "{}");
            queue.enqueue(tx, item(n), SamplePolicy.review("spam", n));
        }));
        LeasedTask third = claim(ANNA, "spam");
        desk.record(decided(ANNA, third, true, "a note about what is seen"));
        LeasedTask second = claim(ANNA, "spam");
        LeasedTask held = claim(BEN, "spam");

        assertThat(desk.record(event(ANNA, second, VerdictKind.QUARANTINED, "minors_safety"))).isEqualTo(Outcome.ACCEPTED);

        assertThat(blobs.get(picture)).isEmpty();
        assertThat(current()).isEmpty();
        database.transact(tx -> {
            assertThat(items.ids(tx)).isEmpty();
            assertThat(tx.createQuery("select finding_json from verdict_event where finding_json is not null").mapTo(String.class).list())
                    .hasSize(1).allSatisfy(finding -> assertThat(finding).doesNotContain("what is seen"));
        });
        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).allSatisfy(lane -> assertThat(lane.waiting() + lane.leased()).isZero());
        assertThat(desk.record(decided(BEN, held, true, "another note"))).isEqualTo(Outcome.LATE);
        assertThat(database.<String>inTransaction(tx -> tx.createQuery("select body_json from verdict_late").mapTo(String.class).one()))
                .doesNotContain("another note");
        assertThatTheLogIsSound(6);
        List<HandOver> records = database.inTransaction(new HandOvers()::all);
        assertThat(records).extracting(HandOver::item).containsExactlyInAnyOrder(item(1), item(2), item(3));
        assertThat(records).extracting(HandOver::number).isSorted().doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> {
            assertThat(record.picture()).isEqualTo(picture);
            assertThat(record.grounds().person()).contains(ANNA);
            assertThat(record.grounds().reason()).isEqualTo("minors_safety");
            assertThat(record.handed()).isEmpty();
        });
    }

    @Test
    void aRecordIsHandedOverOnceAndTheLogSaysSo() {
        file(1);
        desk.record(event(ANNA, claim(ANNA, "spam"), VerdictKind.QUARANTINED, "minors_safety"));
        HandOvers records = new HandOvers();
        HandOver waiting = database.<HandOver>inTransaction(tx -> records.of(tx, item(1)).orElseThrow());
        HandOverDesk handing = new HandOverDesk(database, records, audit, CLOCK);

        assertThat(handing.handedOver(waiting, "CT-2026/0815", ANNA)).isTrue();
        assertThat(handing.handedOver(waiting, "CT-2", BEN)).isFalse();
        assertThatThrownBy(() -> handing.handedOver(waiting, "they said it is fine", ANNA)).isInstanceOf(IllegalArgumentException.class);

        HandOver handed = database.<List<HandOver>>inTransaction(tx -> records.find(tx, item(1).toString().substring(0, 8))).getFirst();
        assertThat(handed.handed()).map(HandOver.Handed::reference).contains("CT-2026/0815");
        assertThat(database.<String>inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = 'ITEM_HANDED_OVER'").mapTo(String.class).one()))
                .contains("CT-2026/0815", item(1).toString());
        assertThatTheLogIsSound(3);
    }

    @Test
    void aQuarantineCannotBeUndone() {
        file(1);
        Verdict quarantined = event(ANNA, claim(ANNA, "spam"), VerdictKind.QUARANTINED, "minors_safety");
        desk.record(quarantined);

        assertThat(desk.undo(quarantined)).isEmpty();
    }

    @Test
    void aQuarantineTakesEffectEvenWhenItComesLate() throws IOException {
        ContentHash picture = blobs.put(SampleItems.picture(1));
        file(1);
        LeasedTask task = claim(ANNA, "spam");
        lapse(task);
        claim(BEN, "spam");

        assertThat(desk.record(event(ANNA, task, VerdictKind.QUARANTINED, "minors_safety"))).isEqualTo(Outcome.LATE);

        assertThat(blobs.contains(picture)).isFalse();
        assertThat(database.<List<UUID>>inTransaction(items::ids)).isEmpty();
    }

    @Test
    void bytesThatAKilledProcessLeftOfAQuarantineGoAtTheNextStart() throws IOException {
        ContentHash picture = blobs.put(SampleItems.picture(1));
        file(1);
        database.transact(tx -> items.quarantine(tx, item(1)));

        new VerdictDesk(database, queue, items, blobs, PACK, audit, CLOCK);

        assertThat(blobs.contains(picture)).isFalse();
    }

    @Test
    void eventsThatAnEarlierVersionLoggedUnderOtherNamesAreSound() {
        file(1);
        Verdict former = decided(ANNA, claim(ANNA, "spam"), true);
        database.transact(tx -> {
            queue.close(tx, ANNA, former.taskId(), former.leaseEpoch());
            VerdictRow.insert(tx, former);
            FormerLines.append(audit, tx, AuditKind.VERDICT_DECIDED, former.id(), VerdictBody.of(former));
        });
        assertThatTheLogIsSound(1);

        Forger.in(database, tx -> tx.execute("delete from verdict_event"));

        assertThat(firstBad()).contains("verdict " + former.id() + ": is in the log, but gone from the verdicts");
    }

    @Test
    void aLabelChangedInTheDatabaseIsFound() {
        Verdict verdict = oneVerdict();
        Forger.in(database, tx -> tx.execute("update verdict_event set finding_json = replace(finding_json, 'spam_scam', 'benign')"));

        assertThat(firstBad()).contains("verdict " + verdict.id() + ": differs from its line in the log (finding_sha256)");
    }

    @Test
    void aNoteChangedInTheDatabaseIsFound() {
        Verdict verdict = oneVerdict();
        Forger.in(database, tx -> tx.execute("update verdict_event set finding_json = replace(finding_json, 'some note', 'other note')"));

        assertThat(firstBad()).contains("verdict " + verdict.id() + ": differs from its line in the log (note_sha256)");
    }

    @Test
    void aVerdictDeletedFromTheDatabaseIsFound() {
        Verdict verdict = oneVerdict();
        Forger.in(database, tx -> tx.execute("delete from verdict_event"));

        assertThat(firstBad()).contains("verdict " + verdict.id() + ": is in the log, but gone from the verdicts");
    }

    @Test
    void aVerdictPutInBehindTheLogsBackIsFound() {
        Verdict verdict = oneVerdict();
        UUID forged = UUID.randomUUID();
        database.transact(tx -> VerdictRow.insert(tx, new Verdict(forged, verdict.taskId(), verdict.itemId(), 1, 1, VerdictKind.SKIPPED, ANNA, 9,
                Optional.empty(), Optional.of("x"), verdict.pack(), verdict.shown(), NOW)));

        assertThat(firstBad()).contains("verdict " + forged + ": has no line in the log");
    }

    @Test
    void aReviewersOwnDayIsCounted() {
        file(1);
        file(2);
        Verdict one = decided(ANNA, claim(ANNA, "spam"), true);
        desk.record(one);
        Verdict two = decided(ANNA, claim(ANNA, "spam"), true);
        desk.record(two);
        desk.undo(two);

        database.transact(tx -> {
            assertThat(verdicts.decidedSince(tx, ANNA, NOW.minusSeconds(1))).isEqualTo(1);
            assertThat(verdicts.decidedSince(tx, ANNA, NOW.plusSeconds(1))).isZero();
            assertThat(verdicts.decidedSince(tx, BEN, NOW.minusSeconds(1))).isZero();
            assertThat(verdicts.recent(tx, ANNA, 10)).hasSize(3);
            assertThat(verdicts.recent(tx, ANNA, 1)).extracting(Verdict::kind).containsExactly(VerdictKind.UNDONE);
        });
    }

    private Verdict oneVerdict() {
        file(1);
        Verdict verdict = decided(ANNA, claim(ANNA, "spam"), true, "some note");
        desk.record(verdict);
        assertThatTheLogIsSound(1);
        return verdict;
    }

    private void assertThatTheLogIsSound(long entries) {
        AuditVerifier.Outcome outcome = new AuditVerifier(new VerdictAudit()).verify(database);
        assertThat(outcome.firstBad()).isEmpty();
        assertThat(outcome.entries()).isEqualTo(entries);
    }

    private Optional<String> firstBad() {
        return new AuditVerifier(new VerdictAudit()).verify(database).firstBad();
    }

    private void file(int number) {
        database.transact(tx -> queue.enqueue(tx, SampleItems.add(tx, number), SamplePolicy.review("spam", 10)));
    }

    private static UUID item(int number) {
        return SampleItems.item(number).id();
    }

    private LeasedTask claim(UUID reviewer, String lane) {
        int id = lane(lane).id();
        return database.<List<LeasedTask>>inTransaction(tx -> queue.claim(tx, reviewer, id, 1)).getFirst();
    }

    private void lapse(LeasedTask task) {
        database.transact(tx -> tx.createUpdate("update review_task set lease_until = current_timestamp - interval '1' hour where task_id = :task")
                .bind("task", task.taskId()).execute());
        database.transact(queue::reap);
    }

    private Lane lane(String key) {
        return database.inTransaction(queue::lanes).stream().filter(lane -> lane.key().equals(key)).findFirst().orElseThrow();
    }

    private long waitingFor(UUID reviewer, String key) {
        return database.inTransaction(tx -> queue.lanes(tx, reviewer)).stream().filter(lane -> lane.key().equals(key)).findFirst().orElseThrow().waiting();
    }

    private List<Verdict> history(int number) {
        return database.inTransaction(tx -> verdicts.history(tx, item(number)));
    }

    private List<Verdict> current() {
        return database.inTransaction(verdicts::current);
    }

    private static Verdict decided(UUID reviewer, LeasedTask task, boolean sure) {
        return decided(reviewer, task, sure, "");
    }

    private static Verdict decided(UUID reviewer, LeasedTask task, boolean sure, String note) {
        Finding finding = new Finding("spam_scam", List.of("ip_concern"), Severity.S1, "remove", sure, Optional.of("policy 3.1"),
                Optional.of(note).filter(text -> !text.isEmpty()));
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, reviewer, task.epoch(),
                Optional.of(finding), Optional.empty(), SamplePolicy.REF, SampleShown.of(task.itemId()), NOW);
    }

    /** Anna's sure decision under the pack. */
    private static Verdict under(PolicyPack pack, LeasedTask task, Finding finding) {
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, ANNA, task.epoch(),
                Optional.of(finding), Optional.empty(), pack.ref(), SampleShown.of(task.itemId()), NOW);
    }

    private static Verdict event(UUID reviewer, LeasedTask task, VerdictKind kind, String reason) {
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, reviewer, task.epoch(),
                Optional.empty(), Optional.of(reason), SamplePolicy.REF, SampleShown.of(task.itemId()), NOW);
    }
}
