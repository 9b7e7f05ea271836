package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    private Path folder;

    @Test
    void aFailedTransactionLeavesNothing() {
        try (Database database = Database.openEmbedded(folder, KEY)) {
            assertThatThrownBy(() -> database.transact(tx -> {
                addWriter(tx, "gone");
                throw new IllegalStateException("no");
            })).hasMessage("no");

            assertThat(writers(database)).isZero();
        }
    }

    @Test
    void whatWasStoredIsThereAfterReopeningAndUnreadableOnTheDisk() throws Exception {
        try (Database database = Database.openEmbedded(folder, KEY)) {
            database.transact(tx -> addWriter(tx, "marker-of-this-test"));
        }

        try (Database database = Database.openEmbedded(folder, KEY)) {
            assertThat(writers(database)).isEqualTo(1);
        }
        assertThat(new String(Files.readAllBytes(folder.resolve("docket.mv.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("marker-of-this-test");
    }

    @Test
    void aWrongKeyIsToldInWords() {
        Database.openEmbedded(folder, KEY).close();
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThatThrownBy(() -> Database.openEmbedded(folder, other)).isInstanceOf(StorageException.class)
                .hasMessageContaining("The key of the profile does not open " + folder).hasMessageContaining("--profile");
    }

    @Test
    void aMigrationThatWasKilledHalfwayIsDoneAgainFromTheStart() throws Exception {
        OldDatabase.at(folder, "1", "insert into audit_writer values (random_uuid(), 'kept', 0, X'00')");
        OldDatabase.killedAfter(folder, "alter table review_task add column stage varchar(12)", "drop table audit_writer");

        try (Database database = Database.openEmbedded(folder, KEY)) {
            assertThat(writers(database)).isEqualTo(1);
        }
        assertThat(names(folder)).containsExactly("docket.mv.db");
    }

    @Test
    void aDatabaseThatWasOnlyHalfMadeIsMadeAnew() throws Exception {
        OldDatabase.at(folder, "1", "drop table audit_writer", "drop table \"flyway_schema_history\"");
        Files.createFile(folder.resolve("being-made"));

        try (Database database = Database.openEmbedded(folder, KEY)) {
            assertThat(writers(database)).isZero();
        }
        assertThat(names(folder)).containsExactly("docket.mv.db");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        try (Database database = Database.openEmbedded(folder, KEY)) {
            database.transact(tx -> tx.execute("""
                    insert into "flyway_schema_history" select 99, '99', "description", "type", 'V99__later.sql', "checksum", "installed_by",
                           "installed_on", "execution_time", "success" from "flyway_schema_history" where "version" = '1'"""));
        }

        assertThatThrownBy(() -> Database.openEmbedded(folder, KEY)).isInstanceOf(StorageException.class)
                .hasMessageContaining("made by a newer Docket (schema 99)");
    }

    @Test
    void aPathThatWouldSmuggleInSettingsIsRefused() {
        assertThatThrownBy(() -> Database.openEmbedded(folder.resolve("x;INIT=drop table item"), KEY))
                .isInstanceOf(StorageException.class).hasMessageContaining("semicolon");
    }

    @Test
    void timesKeepTheirMicrosecondsThroughTheHourThatAutumnRepeats() {
        Instant time = Instant.parse("2026-10-25T01:30:00.123456Z");
        try (Database database = Database.openEmbedded(folder, KEY)) {
            Instant back = database.inTransaction(tx -> tx.createQuery("select cast(:t as timestamp with time zone)")
                    .bind("t", time).mapTo(Instant.class).one());

            assertThat(back).isEqualTo(time);
        }
    }

    @Test
    void twoThatWaitForEachOtherAreToldToTryAgain() {
        try (Database database = Database.openEmbedded(folder, KEY)) {
            database.transact(tx -> {
                addWriter(tx, "one");
                addWriter(tx, "two");
            });
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);

            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<?>> work = Stream.of(List.of("one", "two"), List.of("two", "one")).<Future<?>>map(order -> threads.submit(() ->
                        database.transact(tx -> {
                            lock(tx, order.get(0));
                            meet(bothHoldOne);
                            lock(tx, order.get(1));
                        }))).toList();

                assertThat(work.stream().map(DatabaseTest::failure).filter(Objects::nonNull).toList()).hasSize(1).allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(StorageException.class).hasMessageContaining("Try again"));
            }
        }
    }

    private static void lock(Handle tx, String name) {
        tx.createQuery("select name from audit_writer where name = :name for update").bind("name", name).mapTo(String.class).one();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable failure(Future<?> work) {
        try {
            work.get();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void noAcknowledgedCommitIsLostToAKill() throws Exception {
        long acknowledged = 0;
        for (int kill = 1; kill <= 3; kill++) {
            Path acknowledgements = folder.resolve("acknowledged" + kill);
            Process writer = ChildJvm.start(CommitForever.class, folder.toString(), acknowledgements.toString());
            while (lines(acknowledgements) < 150L * kill && writer.isAlive()) {
                Thread.sleep(5);
            }
            writer.destroyForcibly().waitFor();
            acknowledged += lines(acknowledgements);

            try (Database database = Database.openEmbedded(folder, KEY)) {
                // the kill may fall between a commit and its line: more may be there, never fewer
                assertThat(lines(acknowledgements)).isGreaterThanOrEqualTo(150L * kill);
                assertThat(writers(database)).isGreaterThanOrEqualTo(acknowledged);
                acknowledged = writers(database);
            }
        }
    }

    private static long lines(Path acknowledgements) throws IOException {
        return Files.exists(acknowledgements) ? Files.size(acknowledgements) : 0;
    }

    private static void addWriter(Handle tx, String name) {
        tx.createUpdate("insert into audit_writer (writer_id, name, next_seq, head_hash) values (:id, :name, 0, :hash)").bind("id", UUID.randomUUID()).bind("name", name)
                .bind("hash", ContentHash.of(new byte[0])).execute();
    }

    private static long writers(Database database) {
        return database.inTransaction(tx -> tx.createQuery("select count(*) from audit_writer").mapTo(Long.class).one());
    }

    /** Commits one row after another and writes one byte to a file after each. */
    static final class CommitForever {
        private CommitForever() {}

        public static void main(String[] args) throws IOException {
            try (Database database = Database.openEmbedded(Path.of(args[0]), KEY); OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
                while (!Thread.currentThread().isInterrupted()) {
                    database.transact(tx -> addWriter(tx, "row"));
                    out.write('c');
                }
            }
        }
    }
}
