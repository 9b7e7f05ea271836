package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditLog;
import dev.docket.policy.PackApprovals.Change;
import dev.docket.policy.PackApprovals.Request;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackApprovalsTest {
    private static final Change CHANGE = new Change("desk-head", "spam_scam", .5, .62);

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private final PolicyPack pack = PolicyFile.shipped();
    private Database database;
    private PackApprovals mine;

    @BeforeEach
    void open() {
        database = Database.openEmbedded(folder, new byte[32]);
        mine = of(database.inTransaction(new Team()::self));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onADeskOfOneLeadNobodyCouldSign() {
        assertThat(mine.possible()).isFalse();
        assertThatThrownBy(() -> mine.ask(pack, CHANGE)).hasMessageContaining("this desk has one lead");
    }

    @Test
    void aPackIsPutInForceOnceASecondLeadHasSignedThatVeryText() throws Exception {
        PackApprovals second = of(lead("L-02"));
        PolicyPack wanted = PackThreshold.set(pack, "desk-head", "spam_scam", .62);
        assertThat(PackApprovals.refusal(database, wanted.ref())).as("nobody asked for it").isEmpty();

        Request request = mine.ask(pack, CHANGE);
        assertThat(request.pack()).isEqualTo(wanted.ref());
        assertThat(PackApprovals.refusal(database, wanted.ref())).hasValueSatisfying(why -> assertThat(why).contains("no second lead has signed it yet"));
        assertThatThrownBy(() -> mine.text(request.id())).hasMessageContaining("No second lead has signed it yet");
        assertThatThrownBy(() -> mine.answer(request.id(), true)).hasMessageContaining("asked for this pack yourself");
        assertThatThrownBy(() -> second.ask(pack, new Change("desk-head", "spam_scam", .5, .7))).hasMessageContaining("which waits");

        assertThat(second.answer(request.id(), true).signed()).isTrue();

        assertThat(mine.text(request.id())).isEqualTo(wanted.text());
        assertThat(PackApprovals.refusal(database, wanted.ref())).isEmpty();
        assertThatThrownBy(() -> second.answer(request.id(), false)).hasMessageContaining("L-02 has signed it already");
        assertThat(lines("POLICY_APPROVED")).singleElement().asString().contains("\"by\":\"L-02\"").contains(wanted.ref().sha256().hex());
    }

    @Test
    void whatWasRefusedIsNotPutInForceAndMakesRoomForAnotherChange() throws Exception {
        PackApprovals second = of(lead("L-02"));
        Request request = mine.ask(pack, CHANGE);

        second.answer(request.id(), false);

        assertThat(PackApprovals.refusal(database, request.pack())).hasValueSatisfying(why -> assertThat(why).contains("L-02 refused it"));
        assertThat(mine.ask(pack, new Change("desk-head", "spam_scam", .5, .55)).answer()).isEmpty();
        assertThatThrownBy(() -> mine.ask(pack, new Change("desk-head", "spam_scam", .5, .5))).hasMessageContaining("already");
    }

    private PackApprovals of(Member member) {
        return new PackApprovals(database, new AuditLog(member.id(), member.pseudonym(), clock), member);
    }

    private Member lead(String pseudonym) {
        return database.inTransaction(tx -> new Team().add(tx, pseudonym, Role.LEAD));
    }

    private List<String> lines(String kind) {
        return database.inTransaction(tx -> tx.select("select body_json from audit_entry where kind = ?", kind).mapTo(String.class).list());
    }
}
