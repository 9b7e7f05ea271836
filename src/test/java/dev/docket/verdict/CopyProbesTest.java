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

/** What somebody with a login could try with the register of marked copies, past Docket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyProbesTest {
    private static final String COPY = """
            insert into marked_copy (copy_number, manifest, item_id, recipient, width, height, written_by, written_at)
            values (%d, '\\x%02x', '%s', 'Press office', 300, 300, '%s', now())""";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member second;
    private Member auditor;
    private UUID inSet;
    private UUID other;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        second = room.shared.add("L-02", Role.LEAD);
        auditor = room.shared.add("A-01", Role.AUDITOR);
        inSet = room.file(1);
        other = room.file(2);
        UUID set = UUID.randomUUID();
        room.shared.owner.transact(tx -> {
            tx.execute("insert into decision_set (set_id, manifest, folder, written_by, written_at) values ('%s', '\\x07', 'x', '%s', now())".formatted(set, room.lead.id()));
            tx.execute("insert into decision_set_item (set_id, item_id, name) values ('%s', '%s', 'x')".formatted(set, inSet));
            tx.execute(COPY.formatted(1, 7, inSet, room.lead.id()));
        });
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
                probe(anna, "a reviewer reads to whom copies went", "select * from marked_copy"),
                probe(anna, "a reviewer hands out a copy", COPY.formatted(2, 7, inSet, room.anna.id())),
                probe(second, "a lead hands out a copy in another lead's name", COPY.formatted(2, 7, inSet, room.lead.id())),
                probe(second, "a lead notes a copy of another lead's set", COPY.formatted(2, 7, inSet, second.id())),
                probe(lead, "a lead notes a copy of an item that is not in the set", COPY.formatted(2, 7, other, room.lead.id())),
                probe(lead, "a lead notes a copy of a set that there is not", COPY.formatted(2, 8, inSet, room.lead.id())),
                probe(lead, "a lead puts a copy down to somebody else", "update marked_copy set recipient = 'Somebody else'"),
                probe(lead, "a lead takes a copy out of the register", "delete from marked_copy"),
                probe(lead, "a lead empties the register", "truncate marked_copy"),
                probe(room.feed.member, "an intake reads the register", "select * from marked_copy"),
                probe(auditor, "an auditor notes a copy", COPY.formatted(2, 7, inSet, auditor.id())));
    }

    /** A probe that nothing could let through would prove nothing. */
    @Test
    void aLeadNotesCopiesOfTheirOwnSetAndAnAuditorReadsThem() throws Exception {
        assertThat(Probe.tried(room, room.lead.member, COPY.formatted(3, 7, inSet, room.lead.id()))).startsWith("let through");
        assertThat(Probe.tried(room, auditor, "select * from marked_copy")).startsWith("let through");
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> assertThat(Probe.tried(room, who, statement)).matches("(?s)refused .*|found nothing"));
    }
}
