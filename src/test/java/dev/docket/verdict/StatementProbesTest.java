package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.docket.team.Member;
import dev.docket.team.Role;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with a login could try with the log of statements of reasons, past Docket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementProbesTest {
    private static final String STATEMENT = """
            insert into dsa_statement (puid, item_id, grounds_sha256, body_sha256, export_id, written_by, written_at)
            values ('%s', '%s', '\\x01', '\\x02', gen_random_uuid(), '%s', now())""";
    private static final String CHANGE = "insert into dsa_change (puid, step, kind, export_id, written_by, written_at) values ('%s', 0, 'REVERSED', gen_random_uuid(), '%s', now())";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member second;
    private Member auditor;
    private Verdict stated;
    private Verdict unstated;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        second = room.shared.add("L-02", Role.LEAD);
        auditor = room.shared.add("A-01", Role.AUDITOR);
        UUID one = room.file(1);
        UUID other = room.file(2);
        stated = room.ben.decide(one, Room.finding("spam_scam"));
        unstated = room.ben.decide(other, Room.finding("spam_scam"));
        room.shared.owner.transact(tx -> tx.execute(STATEMENT.formatted(stated.id(), one, room.lead.id())));
    }

    @AfterAll
    void closeTheRoom() {
        room.close();
    }

    @TestFactory
    Stream<DynamicTest> whatIsTriedIsRefused() {
        Member anna = room.anna.member;
        Member lead = room.lead.member;
        return Stream.of(
                probe(anna, "a reviewer reads what was stated", "select * from dsa_statement"),
                probe(anna, "a reviewer states a decision", STATEMENT.formatted(unstated.id(), unstated.itemId(), room.anna.id())),
                probe(second, "a lead states a decision in another lead's name", STATEMENT.formatted(unstated.id(), unstated.itemId(), room.lead.id())),
                probe(lead, "a lead states what nobody decided", STATEMENT.formatted(UUID.randomUUID(), unstated.itemId(), room.lead.id())),
                probe(lead, "a lead states a decision on another item", STATEMENT.formatted(unstated.id(), stated.itemId(), room.lead.id())),
                probe(lead, "a lead states a decision twice", STATEMENT.formatted(stated.id(), stated.itemId(), room.lead.id())),
                probe(lead, "a lead changes what was stated", "update dsa_statement set body_sha256 = '\\x03'"),
                probe(lead, "a lead takes a statement out of the log", "delete from dsa_statement"),
                probe(lead, "a lead empties the log", "truncate dsa_statement cascade"),
                probe(second, "a lead reverses in another lead's name", CHANGE.formatted(stated.id(), room.lead.id())),
                probe(lead, "a lead reverses what was never stated", CHANGE.formatted(UUID.randomUUID(), room.lead.id())),
                probe(room.feed.member, "an intake reads what was stated", "select * from dsa_statement"),
                probe(auditor, "an auditor states a decision", STATEMENT.formatted(unstated.id(), unstated.itemId(), auditor.id())));
    }

    /** A probe that nothing could let through would prove nothing. */
    @Test
    void aLeadStatesAndReversesInTheirOwnNameAndAnAuditorReads() throws Exception {
        assertThat(Probe.tried(room, room.lead.member, STATEMENT.formatted(unstated.id(), unstated.itemId(), room.lead.id()))).startsWith("let through");
        assertThat(Probe.tried(room, room.lead.member, CHANGE.formatted(stated.id(), room.lead.id()))).startsWith("let through");
        assertThat(Probe.tried(room, auditor, "select * from dsa_statement")).startsWith("let through");
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> assertThat(Probe.tried(room, who, statement)).matches("(?s)(refused|failed 2350[35]) .*|found nothing"));
    }
}
