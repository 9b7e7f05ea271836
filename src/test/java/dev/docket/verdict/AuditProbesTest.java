package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.docket.queue.LeasedTask;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What those who read the log, seal it, or may do neither could try on it past Docket; and what an auditor's window reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditProbesTest {
    private static final String TILE = "insert into audit_tile (tile, root) values (%d, decode(repeat('ab', 32), 'hex'))";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member auditor;
    private Member admin;
    private Member sealer;
    private Member export;
    private LeasedTask held;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        auditor = room.shared.add("A-01", Role.AUDITOR);
        admin = room.shared.add("M-01", Role.ADMIN);
        sealer = room.shared.add("S-01", Role.SEALER);
        export = room.shared.add("E-01", Role.EXPORT);
        room.anna.decide(room.file(1), Room.finding("benign"));
        UUID inHand = room.file(2);
        held = room.ben.claim(inHand).orElseThrow();
        room.shared.owner.transact(tx -> {
            tx.execute(TILE.formatted(0));
            tx.execute("insert into audit_checkpoint (tree_size, root, note) values (1, '\\x00', 'signed')");
            tx.execute("insert into audit_run (first_leaf, writer_id, first_seq, entries) select 0, writer_id, 0, 1 from audit_writer order by writer_id limit 1");
            tx.execute("insert into image_key (sha256, data_key) select sha256, '\\x00' from item where state = 0");
        });
    }

    @AfterAll
    void closeTheRoom() {
        room.close();
    }

    @TestFactory
    Stream<DynamicTest> whatSomebodyTriesOnTheSealsIsRefused() {
        Map<String, Member> everybody = Map.of("a reviewer", room.anna.member, "a lead", room.lead.member, "an admin", admin, "an auditor", auditor, "an intake", room.feed.member, "an export", export);
        return Stream.concat(everybody.entrySet().stream().flatMap(who -> Stream.of(
                        probe(who.getValue(), who.getKey() + " puts a tile into the tree", TILE.formatted(1)),
                        probe(who.getValue(), who.getKey() + " changes a tile", "update audit_tile set root = '\\x00'"),
                        probe(who.getValue(), who.getKey() + " deletes the tiles", "delete from audit_tile"),
                        probe(who.getValue(), who.getKey() + " changes a checkpoint", "update audit_checkpoint set note = 'mine'"),
                        probe(who.getValue(), who.getKey() + " deletes a run", "delete from audit_run"))),
                Stream.of(probe(sealer, "a sealer changes a tile", "update audit_tile set root = '\\x00'"),
                        probe(sealer, "a sealer deletes the tiles", "delete from audit_tile"),
                        probe(sealer, "a sealer empties the tiles", "truncate audit_tile"),
                        probe(room.anna.member, "a reviewer reads the tiles", "select * from audit_tile"),
                        probe(room.feed.member, "an intake reads the tiles", "select * from audit_tile")));
    }

    @TestFactory
    Stream<DynamicTest> nobodyAppendsToSomebodyElsesChainByTheFunctionForIt() {
        String append = "select * from docket_append('desk', '" + room.ben.id() + "', now(), 'X', null, '{}', '', '', '')";
        return Stream.of(room.anna.member, room.lead.member, admin, auditor, sealer, export, room.feed.member).map(who -> probe(who, who.pseudonym() + " appends to another's chain", append));
    }

    @TestFactory
    Stream<DynamicTest> whoOnlyReadsChangesNothing() {
        return Stream.of(auditor, admin).flatMap(who -> Stream.of(
                probe(who, who.pseudonym() + " takes a task", "update review_task set state = 1, lease_owner = '" + who.id() + "', lease_epoch = lease_epoch + 1, lease_until = now() + interval '60 seconds' where state = 0"),
                probe(who, who.pseudonym() + " gives back what somebody holds", "update review_task set state = 0, lease_owner = null, lease_until = null where task_id = '" + held.taskId() + "'"),
                probe(who, who.pseudonym() + " changes a verdict", "update verdict_event set finding_json = '{}'"),
                probe(who, who.pseudonym() + " says something", "insert into item_comment (comment_id, item_id, author_id, words, written_at) select gen_random_uuid(), item_id, '" + who.id() + "', 'x', now() from item limit 1"),
                probe(who, who.pseudonym() + " changes an item", "update item set uploader = 'x'"),
                probe(who, who.pseudonym() + " reads the keys of pictures", "select * from image_key"),
                probe(who, who.pseudonym() + " clears a deadline", "delete from task_clock"),
                probe(who, who.pseudonym() + " withdraws a hand-over", "delete from hand_over")));
    }

    @TestFactory
    Stream<DynamicTest> whatTheAuditScreenReadsIsThere() {
        return List.of("audit_entry", "audit_writer", "audit_run", "audit_checkpoint", "audit_tile", "principal", "item", "review_task", "verdict_event", "lane").stream()
                .flatMap(table -> Stream.of(auditor, admin, room.lead.member).map(who -> dynamicTest(who.pseudonym() + " reads " + table, () ->
                        // of people everybody sees the pseudonym alone
                        assertThat(outcome(who, "select " + (table.equals("principal") ? "pseudonym" : "*") + " from " + table)).startsWith("let through"))));
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> assertThat(outcome(who, statement)).matches("(?s)refused .*|found nothing"));
    }

    /** Nothing of it stays. */
    private String outcome(Member who, String sql) throws SQLException {
        try (Connection connection = room.shared.source(who).getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                boolean rows = statement.execute(sql);
                return (rows ? statement.getResultSet().next() : statement.getUpdateCount() > 0) ? "let through" : "found nothing";
            } catch (SQLException e) {
                return (e.getSQLState().equals("42501") ? "refused " : "failed ") + e.getSQLState() + " " + e.getMessage();
            } finally {
                connection.rollback();
            }
        }
    }
}
