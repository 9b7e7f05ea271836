package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.docket.team.Member;
import dev.docket.team.Role;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with a login could try with erasures and legal holds, past Docket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureProbesTest {
    private static final String STONE = """
            insert into erasure (erasure_id, item_id, parts, cause, reason, basis, erased_by, erased_at)
            values (gen_random_uuid(), '%s', '%s', 'REQUEST', 'r', 'b', '%s', now())""";
    private static final String HOLD = """
            insert into legal_hold (hold_id, item_id, reference, placed_by, placed_at) values (gen_random_uuid(), '%s', 'case-2', '%s', now())""";
    private static final String SET = "insert into decision_set (set_id, manifest, folder, written_by, written_at) values ('%s', '\\x00', 'x', '%s', now())";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member admin;
    private Member auditor;
    private UUID held;
    private UUID decided;
    private UUID erased;
    private UUID set;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        admin = room.shared.add("M-01", Role.ADMIN);
        auditor = room.shared.add("A-01", Role.AUDITOR);
        held = room.file(1);
        decided = room.file(2);
        erased = room.file(3);
        room.anna.decide(decided, Room.finding("benign").withNote(Optional.of("a note")));
        room.anna.decide(erased, Room.finding("benign").withNote(Optional.of("another note")));
        set = UUID.randomUUID();
        room.shared.owner.transact(tx -> {
            tx.execute(HOLD.formatted(held, room.lead.id()));
            tx.execute(STONE.formatted(erased, "text notes", room.lead.id()));
            tx.execute("update item set external_id = 'erased ' || item_id, uploader = null, provenance_json = '{}' where item_id = ?", erased);
            tx.execute("update verdict_event set finding_json = (finding_json::jsonb - 'note')::text where item_id = ?", erased);
            tx.execute(SET.formatted(set, room.lead.id()));
            tx.execute("insert into image_key (sha256, data_key) select sha256, '\\x00' from item");
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
        Member feed = room.feed.member;
        String me = room.lead.id().toString();
        return Stream.of(
                probe(anna, "a reviewer erases", STONE.formatted(decided, "picture text notes", room.anna.id())),
                probe(anna, "a reviewer erases in a lead's name", STONE.formatted(decided, "notes", me)),
                probe(anna, "a reviewer takes their note back", "update verdict_event set finding_json = (finding_json::jsonb - 'note')::text where item_id = '" + decided + "'"),
                probe(anna, "a reviewer places a hold", HOLD.formatted(decided, room.anna.id())),
                probe(anna, "a reviewer lifts a hold", "update legal_hold set lifted_by = '%s', lifted_at = now()".formatted(room.anna.id())),
                probe(anna, "a reviewer reads the holds", "select * from legal_hold"),
                probe(anna, "a reviewer reads which sets were written", "select * from decision_set"),
                probe(anna, "a reviewer reads what is yet to be deleted", "select * from erased_picture"),
                probe(anna, "a reviewer has a picture deleted", "insert into erased_picture (sha256) select sha256 from item"),
                probe(anna, "a reviewer deletes a key", "delete from image_key"),
                probe(anna, "a reviewer deletes what is known of a picture", "delete from image_blob"),
                probe(anna, "a reviewer exports in a lead's name", SET.formatted(UUID.randomUUID(), me)),
                probe(anna, "a reviewer puts an item into somebody's set", "insert into decision_set_item (set_id, item_id, name) values ('%s', '%s', 'x')".formatted(set, decided)),
                probe(lead, "a lead erases in somebody else's name", STONE.formatted(decided, "notes", room.anna.id())),
                probe(lead, "a lead erases and does not log it", STONE.formatted(decided, "notes", me)),
                probe(lead, "a lead erases what is on hold", STONE.formatted(held, "picture text notes", me)),
                probe(lead, "a lead erases an item that there is not", STONE.formatted(UUID.randomUUID(), "notes", me)),
                probe(lead, "a lead erases something else", STONE.formatted(decided, "verdicts", me)),
                probe(lead, "a lead takes a note away without a tombstone", "update verdict_event set finding_json = (finding_json::jsonb - 'note')::text where item_id = '" + decided + "'"),
                probe(lead, "a lead changes a label under a tombstone", "update verdict_event set finding_json = replace(finding_json, 'benign', 'spam') where item_id = '" + erased + "'"),
                probe(lead, "a lead changes what was on screen", "update verdict_event set shown_json = '{}' where item_id = '" + erased + "'"),
                probe(lead, "a lead takes a picture from its item", "update item set state = 8, sha256 = null where item_id = '" + decided + "'"),
                probe(lead, "a lead takes the picture under an old tombstone", "update item set state = 8, sha256 = null where item_id = '" + erased + "'"),
                probe(lead, "a lead deletes a key that an item needs", "delete from image_key"),
                probe(lead, "a lead deletes what is known of a picture", "delete from image_blob"),
                probe(lead, "a lead deletes a tombstone", "delete from erasure"),
                probe(lead, "a lead rewrites a tombstone", "update erasure set basis = 'c'"),
                probe(lead, "a lead places a hold and does not log it", HOLD.formatted(decided, me)),
                probe(lead, "a lead lifts a hold and does not log it", "update legal_hold set lifted_by = '%s', lifted_at = now()".formatted(me)),
                probe(lead, "a lead lifts a hold in somebody else's name", "update legal_hold set lifted_by = '%s', lifted_at = now()".formatted(room.anna.id())),
                probe(lead, "a lead moves a hold to another item", "update legal_hold set item_id = '" + decided + "'"),
                probe(lead, "a lead deletes a hold", "delete from legal_hold"),
                probe(lead, "a lead takes an item out of a set", "delete from decision_set_item"),
                probe(lead, "a lead rewrites which sets were written", "update decision_set set folder = 'elsewhere'"),
                probe(feed, "an intake erases", STONE.formatted(decided, "picture text notes", room.feed.id())),
                probe(feed, "an intake takes a picture from its item", "update item set state = 8, sha256 = null where item_id = '" + decided + "'"),
                probe(feed, "an intake lifts a hold", "update legal_hold set lifted_by = '%s', lifted_at = now()".formatted(room.feed.id())),
                probe(admin, "an admin erases", STONE.formatted(decided, "picture text notes", admin.id())),
                probe(admin, "an admin lifts a hold", "update legal_hold set lifted_by = '%s', lifted_at = now()".formatted(admin.id())),
                probe(auditor, "an auditor erases", STONE.formatted(decided, "notes", auditor.id())),
                probe(auditor, "an auditor places a hold", HOLD.formatted(decided, auditor.id())));
    }

    /** A probe that nothing could let through would prove nothing. */
    @Test
    void withoutTheRefereeTheseComeThrough() throws SQLException {
        try (SharedRoom unguarded = new SharedRoom(folder)) {
            UUID item = unguarded.file(1);
            unguarded.shared.owner.transact(tx -> {
                tx.execute(HOLD.formatted(item, unguarded.lead.id()));
                tx.execute("drop trigger docket_erasure_guard on erasure");
                tx.execute("drop trigger docket_erasure_logged on erasure");
            });

            assertThat(Probe.tried(unguarded, unguarded.lead.member, STONE.formatted(item, "notes", unguarded.lead.id()))).startsWith("let through");
        }
    }

    @Test
    void whoJudgedItSeesThatItWasErasedAndNothingOfIt() throws SQLException {
        assertThat(Probe.tried(room, room.anna.member, "select 1 from erasure where item_id = '" + erased + "'")).startsWith("let through");
        assertThat(Probe.tried(room, room.ben.member, "select 1 from erasure where item_id = '" + erased + "'")).isEqualTo("found nothing");
        assertThat(Probe.tried(room, room.anna.member, "select 1 from verdict_event where item_id = '" + erased + "' and (finding_json like '%note that%' or finding_json like '%another note%')"))
                .isEqualTo("found nothing");
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> {
            String outcome = Probe.tried(room, who, statement);
            assertThat(outcome).matches("(?s)refused .*|found nothing");
        });
    }
}
