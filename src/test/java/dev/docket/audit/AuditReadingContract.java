package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.seal.SealerKey;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.Forger;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The log as people read it, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditReadingContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final UUID ITEM = UUID.fromString("02d8b61f-0000-4000-8000-000000000001");
    private static final UUID FEED = UUID.fromString("77aa0000-0000-4000-8000-000000000003");

    private Database database;
    private SealerKey key;
    private SealerKey foreign;
    private Member anna;
    private Member ben;
    private final AuditReading reading = new AuditReading((tx, least, most) -> ITEM.compareTo(least) >= 0 && ITEM.compareTo(most) <= 0 ? List.of(ITEM) : List.of(), 10);

    abstract Database open();

    @BeforeAll
    void openDatabase(@TempDir Path keys) throws IOException {
        database = open();
        key = SealerKey.make(keys.resolve("key.p12"), "docket-audit", "a long enough one".toCharArray(), CLOCK);
        foreign = SealerKey.make(keys.resolve("foreign.p12"), "docket-audit", "a long enough one".toCharArray(), CLOCK);
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
        anna = database.inTransaction(tx -> new Team().add(tx, "R-02", Role.REVIEWER));
        ben = database.inTransaction(tx -> new Team().add(tx, "R-03", Role.REVIEWER));
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void pagesGoThroughTheWholeLogNewestFirst() {
        fill(40);

        List<LoggedEntry> all = all(AuditFilter.ALL, 7);
        assertThat(all).hasSize(40).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo((a, b) -> b.recordedAt().compareTo(a.recordedAt()));
        assertThat(all.stream().filter(each -> each.entry().writer().equals(anna.id())).map(each -> each.entry().seq()).toList()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(all(AuditFilter.ALL, 40)).isEqualTo(all);
    }

    @Test
    void aPersonTheirKindAndWordsOfABodyNarrowIt() {
        fill(40);

        assertThat(all(AuditFilter.ALL.withPerson(Optional.of(ben.id())), 3)).hasSize(13).allMatch(each -> each.writer().person().equals(Optional.of(ben.id())));
        assertThat(all(AuditFilter.ALL.withKind(Optional.of(AuditKind.ITEM_ADMITTED)), 5)).hasSize(13).allMatch(each -> each.writer().name().equals("intake"));
        assertThat(all(AuditFilter.ALL.withPerson(Optional.of(ben.id())).withKind(Optional.of(AuditKind.ITEM_ADMITTED)), 5)).isEmpty();
        assertThat(all(AuditFilter.ALL.withWords("\"N\":17}"), 5)).singleElement().satisfies(each -> assertThat(each.entry().body()).isEqualTo("{\"n\":17}"));
        assertThat(all(AuditFilter.ALL.withWords("100%"), 5)).isEmpty();
        assertThat(all(AuditFilter.ALL.withWords("intake"), 5)).hasSize(13);
        assertThat(all(AuditFilter.ALL.withPerson(Optional.of(UUID.randomUUID())), 5)).isEmpty();
    }

    @Test
    void theKindOfAnEarlierVersionIsTheSameKind() {
        database.transact(tx -> {
            new AuditLog(FEED, "intake", CLOCK).append(tx, AuditKind.ITEM_ADMITTED.former(), Optional.empty(), Map.of("n", 1));
            new AuditLog(FEED, "intake", CLOCK).append(tx, AuditKind.ITEM_ADMITTED, Map.of("n", 2));
        });

        assertThat(all(AuditFilter.ALL.withKind(Optional.of(AuditKind.ITEM_ADMITTED)), 1)).hasSize(2);
    }

    @Test
    void anEntryIsFoundByItsNameAnItemByItsIdAndAHashByItsBeginning() {
        fill(30);
        database.transact(tx -> new AuditLog(anna.id(), "desk", CLOCK).append(tx, AuditKind.VERDICT_DECIDED, ITEM, Map.of("item", ITEM.toString(), "label", "benign")));
        LoggedEntry some = all(AuditFilter.ALL, 50).get(20);

        assertThat(all(AuditFilter.ALL.withWords(some.label()), 5)).containsExactly(some);
        assertThat(all(AuditFilter.ALL.withWords("02d8-b61f"), 5)).singleElement().satisfies(each -> {
            assertThat(each.item()).contains(ITEM);
            assertThat(each.field("label")).contains("benign");
        });
        assertThat(all(AuditFilter.ALL.withWords(some.entry().leaf().hex().substring(0, 12)), 5)).containsExactly(some);
        assertThat(all(AuditFilter.ALL.withWords(some.entry().leaf().hex()), 5)).containsExactly(some);
    }

    @Test
    void aTimeNarrowsIt() {
        fill(20);
        List<LoggedEntry> all = all(AuditFilter.ALL, 50);
        Instant from = all.get(12).recordedAt();
        Instant until = all.get(5).recordedAt();

        assertThat(all(AuditFilter.ALL.within(Optional.of(from), Optional.of(until)), 4)).isEqualTo(all.stream()
                .filter(each -> !each.recordedAt().isBefore(from) && each.recordedAt().isBefore(until)).toList());
    }

    @Test
    void aPageThatFindsNothingSaysHowFarItLooked() {
        fill(35);

        AuditPage page = database.inTransaction(tx -> reading.page(tx, AuditFilter.ALL.withWords("\"n\":3}"), Optional.empty(), 5));
        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).contains(all(AuditFilter.ALL, 50).get(9).place());
    }

    @Test
    void everySealedEntryIsProvedAgainstTheNewestCheckpointAcrossTiles() {
        long[] sizes = {1, 5, 1023, 1024, 1025, 2048, 2500};
        long there = 0;
        for (long size : sizes) {
            append(anna.id(), size - there);
            there = size;
            new Sealer(key).seal(database).orElseThrow();
        }
        append(anna.id(), 1);

        for (long seq : new long[] {0, 1, 4, 1022, 1023, 1024, 2047, 2048, 2499}) {
            Evidence evidence = evidence(seq, key);
            assertThat(evidence.isProved()).as("entry %d", seq).isTrue();
            assertThat(evidence.proof().orElseThrow().newest().size()).isEqualTo(2500);
            assertThat(evidence.proof().orElseThrow().first().size()).isEqualTo(LongSize.above(sizes, seq));
        }
        assertThat(evidence(2500, key)).satisfies(last -> {
            assertThat(last.proof()).isEmpty();
            assertThat(last.isProved()).isFalse();
            assertThat(last.isBroken()).isFalse();
        });
        assertThat(evidence(7, foreign)).satisfies(unsigned -> {
            assertThat(unsigned.isProved()).isFalse();
            assertThat(unsigned.proof().orElseThrow().included()).isTrue();
        });
        assertThat(database.<Integer>inTransaction(tx -> tx.createQuery("select count(*) from audit_tile").mapTo(Integer.class).one())).isEqualTo(2);
        Forger.in(database, tx -> tx.execute("delete from audit_tile where tile = 0"));
        assertThat(evidence(2000, key).isProved()).as("a tile that an earlier version did not keep").isTrue();
    }

    /** Sizes of checkpoints. */
    private static final class LongSize {
        static long above(long[] sizes, long leaf) {
            return java.util.Arrays.stream(sizes).filter(size -> size > leaf).findFirst().orElseThrow();
        }
    }

    @Test
    void aForgedEntryIsBrokenAndSoIsOneWhosePlaceWasTaken() {
        append(anna.id(), 5);
        new Sealer(key).seal(database);
        Forger.in(database, tx -> tx.execute("update audit_entry set body_json = '{\"n\":9}' where writer_seq = 2"));
        assertThat(evidence(2, key)).satisfies(changed -> {
            assertThat(changed.intact()).isFalse();
            assertThat(changed.isBroken()).isTrue();
        });
        assertThat(evidence(3, key).isProved()).isTrue();

        Forger.in(database, tx -> tx.execute("delete from audit_entry where writer_seq = 3"));
        assertThat(evidence(4, key)).satisfies(next -> {
            assertThat(next.follows()).isFalse();
            assertThat(next.isBroken()).isTrue();
        });
    }

    @Test
    void aSummarySaysHowMuchIsSealedAndCheckpointsAreToldByTime() {
        assertThat(database.inTransaction(LogSummary::of)).isEqualTo(LogSummary.EMPTY);
        append(anna.id(), 5);
        new Sealer(key).seal(database);
        append(ben.id(), 2);

        LogSummary summary = database.inTransaction(LogSummary::of);
        assertThat(summary.entries()).isEqualTo(7);
        assertThat(summary.writers()).isEqualTo(2);
        assertThat(summary.unsealed()).isEqualTo(2);
        assertThat(summary.newest().orElseThrow().claimedBy().orElseThrow()).isEqualTo(key.open().text().split("\\+")[0] + "+" + key.open().text().split("\\+")[1]);
        assertThat(database.<List<Sealing>>inTransaction(tx -> LogSummary.checkpoints(tx, summary.since().orElseThrow(), Optional.empty(), 10))).hasSize(1);
        assertThat(database.<List<Sealing>>inTransaction(tx -> LogSummary.checkpoints(tx, summary.since().orElseThrow(), summary.since(), 10))).isEmpty();
    }

    private Evidence evidence(long seq, SealerKey known) {
        return database.inTransaction(tx -> Evidence.of(tx, anna.id(), seq, List.of(known.open()))).orElseThrow();
    }

    private List<LoggedEntry> all(AuditFilter filter, int page) {
        List<LoggedEntry> all = new ArrayList<>();
        Optional<AuditPage.Place> after = Optional.empty();
        do {
            Optional<AuditPage.Place> from = after;
            AuditPage next = database.inTransaction(tx -> reading.page(tx, filter, from, page));
            assertThat(next.entries()).hasSizeLessThanOrEqualTo(page);
            all.addAll(next.entries());
            after = next.next();
        } while (after.isPresent());
        return all;
    }

    /** In turn anna, ben and the feed. */
    private void fill(int entries) {
        List<AuditLog> logs = List.of(new AuditLog(anna.id(), "desk", CLOCK), new AuditLog(ben.id(), "desk", CLOCK), new AuditLog(FEED, "intake", CLOCK));
        for (int i = 0; i < entries; i++) {
            int number = i;
            database.transact(tx -> logs.get(number % 3).append(tx, number % 3 == 2 ? AuditKind.ITEM_ADMITTED : AuditKind.VERDICT_DECIDED, Map.of("n", number)));
        }
    }

    private void append(UUID writer, long entries) {
        AuditLog log = new AuditLog(writer, "desk", CLOCK);
        database.transact(tx -> log.appendAll(tx, IntStream.range(0, (int) entries).mapToObj(i -> new AuditLog.Line(AuditKind.VERDICT_DECIDED, new UUID(4, i), Map.of("n", i))).toList()));
    }
}
