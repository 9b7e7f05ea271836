package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** What a team's people could try at their own logins with sets that need a second signature. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetProbesTest {
    private static final String ASK = "insert into set_request (request_id, name, ordered, asked_by, asked_at) values ('%s', 'flags', 'what', '%s', now())";
    private static final String SIGN = "insert into set_answer (request_id, approved, signed_by, signed_at) values ('%s', true, '%s', now())";
    private static final String SET = "insert into decision_set (set_id, manifest, folder, written_by, written_at, name, version, ordered, request)"
            + " values ('%s', '\\x07', 'x', '%s', now(), '%s', 1, '%s', %s)";

    private static final String PACK = "insert into pack_request (request_id, pack_id, version, sha256, body, based_on, model, model_label, threshold_was, threshold, asked_by, asked_at)"
            + " values ('%s', 'p', '1.1.0', '\\x0%d', 'text', '\\x00', 'm', 'l', 0.5, 0.6, '%s', now())";
    private static final String SIGN_PACK = "insert into pack_answer (request_id, approved, signed_by, signed_at) values ('%s', true, '%s', now())";
    private static final String PUT = "insert into policy_pack (pack_id, version, sha256, body) values ('p', '1.1.0', '\\x0%d', 'text')";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member second;
    private UUID open;
    private UUID signed;
    private UUID waiting;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        second = room.shared.add("L-02", Role.LEAD);
        open = UUID.randomUUID();
        signed = UUID.randomUUID();
        waiting = UUID.randomUUID();
        room.shared.owner.transact(tx -> {
            tx.execute(ASK.formatted(open, room.lead.id()));
            tx.execute(ASK.formatted(signed, room.lead.id()));
            tx.execute(ASK.formatted(waiting, room.lead.id()));
            tx.execute(SIGN.formatted(signed, second.id()));
            tx.execute(PACK.formatted(open, 1, room.lead.id()));
            tx.execute(PACK.formatted(signed, 2, room.lead.id()));
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
                probe(anna, "a reviewer reads what was asked for", "select * from set_request"),
                probe(anna, "a reviewer signs", SIGN.formatted(open, room.anna.id())),
                probe(lead, "a lead asks in another lead's name", ASK.formatted(UUID.randomUUID(), second.id())),
                probe(lead, "a lead signs what they asked for", SIGN.formatted(open, room.lead.id())),
                probe(lead, "a lead signs in another lead's name", SIGN.formatted(open, second.id())),
                probe(lead, "a lead takes back what was signed", "delete from set_answer"),
                probe(lead, "a lead changes what was signed", "update set_request set ordered = 'other'"),
                probe(anna, "a reviewer reads what packs were asked for", "select * from pack_request"),
                probe(lead, "a lead asks for a pack in another lead's name", PACK.formatted(UUID.randomUUID(), 3, second.id())),
                probe(lead, "a lead signs the pack they asked for", SIGN_PACK.formatted(open, room.lead.id())),
                probe(lead, "a lead signs a pack in another lead's name", SIGN_PACK.formatted(open, second.id())),
                probe(lead, "a lead changes what pack was asked for", "update pack_request set body = 'other'"),
                probe(lead, "a lead writes a set of that name without a signature", SET.formatted(UUID.randomUUID(), room.lead.id(), "flags", "what", "null")),
                probe(lead, "a lead writes a set on an open request", SET.formatted(UUID.randomUUID(), room.lead.id(), "flags", "what", "'" + open + "'")),
                probe(lead, "a lead writes another set than was signed", SET.formatted(UUID.randomUUID(), room.lead.id(), "flags", "other", "'" + signed + "'")));
    }

    /** Probes that nothing could let through would prove nothing. */
    @Test
    void whatWasSignedIsWrittenAndAnotherLeadSigns() throws Exception {
        assertThat(Probe.tried(room, second, SIGN.formatted(waiting, second.id()))).startsWith("let through");
        assertThat(Probe.tried(room, room.lead.member, SET.formatted(UUID.randomUUID(), room.lead.id(), "flags", "what", "'" + signed + "'"))).startsWith("let through");
        assertThat(Probe.tried(room, room.lead.member, SET.formatted(UUID.randomUUID(), room.lead.id(), "free", "what", "null"))).startsWith("let through");
    }

    @Test
    void aPackThatWasAskedForIsPutInForceByNobodyBeforeItIsSigned() throws Exception {
        assertThatThrownBy(() -> room.shared.owner.transact(tx -> tx.execute(PUT.formatted(2)))).hasMessageContaining("once a second one has signed it");
        assertThat(Probe.tried(room, second, SIGN_PACK.formatted(signed, second.id()))).startsWith("let through");

        room.shared.owner.transact(tx -> tx.execute(PUT.formatted(2)));
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> assertThat(Probe.tried(room, who, statement)).matches("(?s)refused .*|found nothing"));
    }
}
