package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.StorageException;
import dev.docket.verdict.VerdictDesk.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    private Path folder;
    private Database database;
    private Room room;
    private Outbox outbox;
    private UUID item;

    @BeforeEach
    void open() throws IOException {
        database = Database.openEmbedded(folder.resolve("database"), KEY);
        room = new Room(database, folder.resolve("images"));
        outbox = new Outbox(journal(), database, room.desk);
        item = room.file(1);
    }

    @AfterEach
    void close() {
        room.assertThatTheLogIsSound();
        database.close();
    }

    @Test
    void aVerdictThatTheDatabaseCouldNotTakeIsRecordedAtTheNextStart() throws IOException {
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));
        database.close();
        assertThatThrownBy(() -> outbox.record(verdict)).isInstanceOf(RuntimeException.class);

        restart();

        assertThat(outbox.replayed()).isEqualTo(new Outbox.Replayed(1, 0, List.of(), Optional.empty()));
        assertThat(room.stored(verdict.id())).isPresent();
        restart();
        assertThat(outbox.replayed().isWorthTelling()).as("told once").isFalse();
        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED);
    }

    @Test
    void aVerdictThatWasRecordedIsNotRecordedAgain() throws IOException {
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));
        assertThat(outbox.record(verdict)).isEqualTo(Outcome.ACCEPTED);
        assertThat(outbox.record(verdict)).isEqualTo(Outcome.DUPLICATE);

        restart();

        assertThat(outbox.replayed()).isEqualTo(new Outbox.Replayed(0, 0, List.of(), Optional.empty()));
        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED);
    }

    @Test
    void aVerdictThatComesTooLateIsKeptAsASecondOpinion() throws IOException {
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));
        database.close();
        assertThatThrownBy(() -> outbox.record(verdict)).isInstanceOf(RuntimeException.class);
        database = Database.openEmbedded(folder.resolve("database"), KEY);
        database.transact(tx -> tx.execute("update review_task set lease_owner = null, lease_until = null, state = 0"));

        restart();

        assertThat(outbox.replayed()).isEqualTo(new Outbox.Replayed(0, 1, List.of(), Optional.empty()));
        restart();
        assertThat(outbox.replayed().isWorthTelling()).isFalse();
        assertThat(room.desk.late(item)).containsExactly(verdict);
    }

    @Test
    void aVerdictThatWasTakenBackStaysTakenBack() throws IOException {
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));
        outbox.record(verdict);
        assertThat(outbox.undo(verdict)).isPresent();

        restart();

        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
    }

    @Test
    void whatTheDeskWillNeverTakeIsNotKept() throws IOException {
        LeasedTask task = room.claim(room.anna, item).orElseThrow();
        Verdict wrong = room.verdict(room.anna, task, Room.finding("benign").withNote(Optional.of("reach me at someone@example.org")));
        assertThatThrownBy(() -> outbox.record(new Verdict(wrong.id(), task.taskId(), UUID.randomUUID(), 1, 0, VerdictKind.DECIDED, room.anna, task.epoch(), wrong.finding(),
                Optional.empty(), Room.PACK.ref(), wrong.shown(), room.now()))).isInstanceOf(IllegalArgumentException.class);

        restart();

        assertThat(outbox.replayed().isWorthTelling()).isFalse();
    }

    @Test
    void nothingGoesToTheDatabaseThatIsNotOnTheDiskFirst() throws IOException {
        Journal full = journal("full");
        Outbox unable = new Outbox(full, database, room.desk);
        full.close();
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));

        assertThatThrownBy(() -> unable.record(verdict)).isInstanceOf(StorageException.class).hasMessageContaining("could not be put on this machine's disk");
        assertThat(room.stored(verdict.id())).isEmpty();
    }

    @Test
    void aDiskThatWasFullAsTheJournalBeganAnewIsUsedAgainOnceThereIsRoom() throws IOException {
        // after a quarantine the journal begins anew, which it does in a file beside it
        Path inTheWay = Files.createDirectory(folder.resolve("journal.new"));
        LeasedTask task = room.claim(room.anna, item).orElseThrow();
        assertThat(outbox.record(new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, VerdictKind.QUARANTINED, room.anna, task.epoch(), Optional.empty(),
                Optional.of("suspected"), Room.PACK.ref(), SampleShown.of(item), room.now()))).as("recorded, whatever becomes of the journal").isEqualTo(Outcome.ACCEPTED);
        Verdict next = decision(2);
        assertThatThrownBy(() -> outbox.record(next)).isInstanceOf(StorageException.class).hasMessageContaining("Make room there and try again");
        assertThat(room.stored(next.id())).isEmpty();
        Files.delete(inTheWay);

        assertThat(outbox.record(next)).isEqualTo(Outcome.ACCEPTED);
        Verdict last = decision(3);
        database.close();
        assertThatThrownBy(() -> outbox.record(last)).isInstanceOf(RuntimeException.class);
        restart();
        assertThat(outbox.replayed()).isEqualTo(new Outbox.Replayed(1, 0, List.of(), Optional.empty()));
    }

    private Verdict decision(int number) {
        return room.verdict(room.anna, room.claim(room.anna, room.file(number)).orElseThrow(), Room.finding("benign"));
    }

    @Test
    void whatWasSaidOfAQuarantinedItemIsNotInTheJournalEither() throws IOException {
        UUID other = room.file(2);
        outbox.record(room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign").withSure(false).withNote(Optional.of("said of it"))));
        outbox.record(room.verdict(room.anna, room.claim(room.anna, other).orElseThrow(), Room.finding("benign").withNote(Optional.of("said of another"))));
        LeasedTask second = room.claim(room.ben, item).orElseThrow();
        outbox.record(new Verdict(UUID.randomUUID(), second.taskId(), item, second.round(), 0, VerdictKind.QUARANTINED, room.ben, second.epoch(), Optional.empty(),
                Optional.of("suspected"), Room.PACK.ref(), SampleShown.of(item), room.now()));

        Path copy = Files.copy(folder.resolve("journal"), folder.resolve("copy"));
        try (Journal read = Journal.open(copy, KEY, "verdicts")) {
            String all = String.join(" ", read.found().stream().map(record -> new String(record, StandardCharsets.UTF_8)).toList());
            assertThat(all).doesNotContain("said of it").contains("said of another");
        }
    }

    @Test
    void theJournalBeginsAnewOnceTheDatabaseHasWhatItHolds() throws IOException {
        for (int number = 10; number < 90; number++) {
            UUID each = room.file(number);
            outbox.record(room.verdict(room.anna, room.claim(room.anna, each).orElseThrow(), Room.finding("benign")));
        }

        assertThat(Files.size(folder.resolve("journal"))).isLessThan(80_000);
        outbox.close();
        assertThat(Files.size(folder.resolve("journal"))).as("nothing is left to be sent").isEqualTo(24);
    }

    /** As after a kill: nothing is closed in good order. */
    private void restart() throws IOException {
        if (!isOpen()) {
            database = Database.openEmbedded(folder.resolve("database"), KEY);
        }
        room = Room.again(room, database, folder.resolve("images"));
        outbox = new Outbox(journal(), database, room.desk);
    }

    private boolean isOpen() {
        try {
            return database.<Integer>inTransaction(tx -> tx.select("select 1").mapTo(Integer.class).one()) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Journal journal() throws IOException {
        return journal("journal");
    }

    private Journal journal(String name) throws IOException {
        return Journal.open(folder.resolve(name), KEY, "verdicts");
    }
}
