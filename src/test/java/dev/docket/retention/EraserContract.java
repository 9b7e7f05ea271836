package dev.docket.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.Source;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstone.Cause;
import dev.docket.item.Tombstone.Part;
import dev.docket.item.Tombstones;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.Forger;
import dev.docket.team.Member;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure takes and what it leaves, on every database; where people log in, as a lead. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EraserContract {
    @TempDir
    static Path folder;
    ErasureRoom room;

    abstract Database owner() throws Exception;

    abstract Database lead();

    abstract Member member();

    @BeforeAll
    void openTheRoom() throws Exception {
        room = new ErasureRoom(owner(), lead(), member(), folder.resolve("images"));
    }

    @AfterEach
    void theLogStillVerifies() {
        assertThat(room.faultOfTheLog()).isEmpty();
    }

    @Test
    void whatWasSaidAndShownIsGoneAndTheRecordStays() throws Exception {
        UUID item = room.file("a");
        Verdict verdict = room.decide(item);
        ContentHash picture = ContentHash.of(ErasureRoom.bytes("a"));
        assertThat(room.everything(item)).contains(picture.hex(), ErasureRoom.NOTE, "posted words", "uploader-a", "provenance of a", "a comment", "post-a");

        Eraser.Outcome outcome = room.eraser.onRequest(item, "subject-request", "gdpr-17.1.a");

        assertThat(outcome.stone()).get().extracting(Tombstone::parts, Tombstone::cause, Tombstone::reason, Tombstone::basis, Tombstone::by)
                .containsExactly(EnumSet.allOf(Part.class), Cause.REQUEST, "subject-request", "gdpr-17.1.a", room.lead.id());
        assertThat(room.told).extracting(Tombstone::item).contains(item);
        assertThat(room.everything(item)).contains("spam_scam", verdict.id().toString(), "subject-request")
                .doesNotContain(picture.hex(), ErasureRoom.NOTE, "posted words", "uploader-a", "somebody reports", "provenance of a", "a comment", "post-a");
        assertThat(room.blobs.get(picture)).isEmpty();
        assertThat(filesOf(picture)).isEmpty();
        assertThat(count("select count(*) from image_key where sha256 = :it", picture)).isZero();
        assertThat(count("select count(*) from image_blob where sha256 = :it", picture)).isZero();
        assertThat(count("select count(*) from erased_picture where sha256 = :it", picture)).as("nothing is left to delete").isZero();
        assertThat(room.database.<List<Verdict>>inTransaction(tx -> new Verdicts().history(tx, item))).as("no screen lists it").isEmpty();
        assertThat(room.database.<Boolean>inTransaction(tx -> room.items.contains(tx, new Source("feed", "post-a")))).as("its feed is not asked for it again").isTrue();
    }

    @Test
    void aSecondErasureFindsNothing() throws Exception {
        UUID item = room.file("twice");
        room.eraser.onRequest(item, "r", "b");

        assertThat(room.eraser.onRequest(item, "r", "b").stone()).isEmpty();
        assertThat(room.eraser.onRequest(UUID.randomUUID(), "r", "b").stone()).isEmpty();
        assertThat(room.database.<List<Tombstone>>inTransaction(tx -> new Tombstones().of(tx, item))).hasSize(1);
    }

    @Test
    void whoHoldsItAtThatMomentIsLateAndNoWordOfTheirsIsKept() throws Exception {
        UUID item = room.file("held");
        LeasedTask task = room.take(item);
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, 1, 0, VerdictKind.DECIDED, room.lead.id(), task.epoch(),
                Optional.of(Finding.of("benign", Severity.S0, "allow").withNote(Optional.of(ErasureRoom.NOTE))), Optional.empty(),
                ErasureRoom.PACK.ref(), Shown.nothing(ContentHash.of(ErasureRoom.bytes("held"))), ErasureRoom.NOW);

        room.eraser.onRequest(item, "r", "b");

        assertThat(room.desk.record(verdict)).isEqualTo(VerdictDesk.Outcome.LATE);
        assertThat(room.everything(item)).contains("benign").doesNotContain(ErasureRoom.NOTE);
    }

    @Test
    void anotherItemOfTheSamePictureKeepsIt() throws Exception {
        UUID one = room.file("one", "shared");
        UUID other = room.file("other", "shared");
        ContentHash picture = ContentHash.of(ErasureRoom.bytes("shared"));

        room.eraser.onRequest(one, "r", "b");

        assertThat(room.blobs.get(picture)).isPresent();
        assertThat(room.everything(one)).doesNotContain(picture.hex());
        assertThat(room.database.<Optional<ImageItem>>inTransaction(tx -> room.items.find(tx, other))).isPresent();

        room.eraser.onRequest(other, "r", "b");

        assertThat(room.blobs.get(picture)).isEmpty();
    }

    @Test
    void aGroupThatWasNamedForItGetsAnotherName() throws Exception {
        var alike = ErasureRoom.hash(4711);
        UUID first = room.file("first", "first of two", false, alike);
        room.file("second", "second of two", false, alike);
        ContentHash name = ContentHash.of(ErasureRoom.bytes("first of two"));
        assertThat(count("select count(*) from image_blob where cluster_id = :it", name)).isEqualTo(2);

        room.eraser.onRequest(first, "r", "b");

        assertThat(count("select count(*) from image_blob where cluster_id = :it", name)).isZero();
        assertThat(count("select count(*) from image_blob where cluster_id = :it", ContentHash.of(ErasureRoom.bytes("second of two")))).isEqualTo(1);
    }

    @Test
    void whatWasErasedMayComeAnewAndIsAnotherItem() throws Exception {
        UUID item = room.file("gone", "comes again");
        room.eraser.onRequest(item, "r", "b");

        UUID anew = room.file("again", "comes again");

        assertThat(room.database.<Optional<ImageItem>>inTransaction(tx -> room.items.find(tx, anew))).isPresent();
        assertThat(room.blobs.get(ContentHash.of(ErasureRoom.bytes("comes again")))).isPresent();
        assertThat(room.database.<List<ContentHash>>inTransaction(tx -> room.items.toErase(tx))).isEmpty();
    }

    @Test
    void aLegalHoldKeepsItAndSaysWhoPlacedIt() throws Exception {
        UUID item = room.file("kept");
        UUID sameFile = room.file("kept too", "kept");
        assertThat(room.holds.place(item, "case-7")).isTrue();
        assertThat(room.holds.place(item, "case-7")).as("once for each case").isFalse();

        Eraser.Outcome refused = room.eraser.onRequest(item, "r", "b");

        assertThat(refused.stone()).isEmpty();
        assertThat(refused.heldBy()).singleElement().satisfies(hold -> {
            assertThat(hold.reference()).isEqualTo("case-7");
            assertThat(hold.by()).isEqualTo(room.lead.id());
        });
        assertThat(room.eraser.onRequest(sameFile, "r", "b").heldBy()).as("nor another item of the same picture").hasSize(1);
        assertThat(room.everything(item)).contains("posted words");

        assertThat(room.holds.lift(item, "case-8")).isFalse();
        assertThat(room.holds.lift(item, "case-7")).isTrue();
        assertThat(room.standing(item)).isEmpty();
    }

    @Test
    void theRuleErasesEachPartWhenItsDaysAreOver() throws Exception {
        UUID settled = room.file("settled");
        UUID open = room.file("open");
        UUID gold = room.file("gold", "gold", true, ErasureRoom.hash(99));
        UUID onHold = room.file("on hold");
        UUID young = room.file("young");
        List.of(settled, gold, onHold, young).forEach(room::decide);
        room.holds.place(onHold, "case-9");
        List.of(settled, open, gold, onHold).forEach(this::age);
        Retention retention = room.retention(keeping("{picture: 400, text: 30, notes: 90}"));

        assertThat(retention.due()).filteredOn(due -> List.of(settled, open, gold, onHold, young).contains(due.item()))
                .singleElement().satisfies(due -> {
                    assertThat(due.item()).isEqualTo(settled);
                    assertThat(due.parts()).containsExactlyInAnyOrder(Part.TEXT, Part.NOTES);
                });
        assertThat(room.everything(settled)).as("a list changes nothing").contains(ErasureRoom.NOTE);

        assertThat(retention.run(Progress.NONE)).extracting(Tombstone::item).contains(settled).doesNotContain(open, gold, onHold, young);

        assertThat(room.everything(settled)).contains("spam_scam", ContentHash.of(ErasureRoom.bytes("settled")).hex(), "general:")
                .doesNotContain(ErasureRoom.NOTE, "posted words", "uploader-", "a comment");
        assertThat(room.database.<Optional<ImageItem>>inTransaction(tx -> room.items.find(tx, settled))).as("it is still there to be seen").isPresent();
        assertThat(retention.run(Progress.NONE)).extracting(Tombstone::item).doesNotContain(settled);

        Retention pictures = room.retention(keeping("{picture: 30, text: 30, notes: 90}"));
        assertThat(pictures.run(Progress.NONE)).extracting(Tombstone::item).contains(settled);
        assertThat(room.everything(settled)).doesNotContain(ContentHash.of(ErasureRoom.bytes("settled")).hex());
    }

    @Test
    void aPackWithoutRulesErasesNothing() {
        assertThat(room.retention(ErasureRoom.PACK).hasRules()).isFalse();
        assertThat(room.retention(ErasureRoom.PACK).due()).isEmpty();
    }

    static PolicyPack keeping(String days) throws PolicyFormatException {
        return PolicyFile.parse("test", ErasureRoom.PACK.text().replaceFirst("(?m)^defaults:\n", "defaults:\n  keep_days: " + days + "\n"));
    }

    /** As if a hundred days had passed since. */
    private void age(UUID item) {
        Forger.in(ownersDatabase(), tx -> {
            tx.execute("update item set received_at = received_at - interval '100' day where item_id = ?", item);
            tx.execute("update verdict_event set recorded_at = recorded_at - interval '100' day where item_id = ?", item);
        });
    }

    abstract Database ownersDatabase();

    private long count(String query, ContentHash it) {
        return ownersDatabase().inTransaction(tx -> tx.createQuery(query).bind("it", it).mapTo(Long.class).one());
    }

    private static List<Path> filesOf(ContentHash picture) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().equals(picture.hex())).toList();
        }
    }
}
