package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.docket.provenance.KeptReport;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.Reports;
import dev.docket.provenance.Tools;
import dev.docket.storage.CanonicalJson;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.nio.file.Path;
import java.util.List;
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

/** What somebody with a login could try with the reports on provenance, past Docket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportProbesTest {
    private static final Tools TOOLS = new Tools(Optional.of("v 1"), Optional.empty(), List.of("metadata@1"));
    private static final String JSON = CanonicalJson.write(ProvenanceReport.NONE);
    private static final String REPORT = """
            insert into provenance_report (report_id, item_id, body_sha256, body, detectors, checked_at)
            values (gen_random_uuid(), '%s', %s, '{"mine":1}', '', now())""";
    private static final String ITS_HASH = "sha256(convert_to('{\"mine\":1}', 'UTF8'))";

    @TempDir
    private static Path folder;
    private final Reports reports = new Reports();
    private SharedRoom room;
    private Member auditor;
    private UUID item;
    private UUID elsewhere;

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        auditor = room.shared.add("A-01", Role.AUDITOR);
        item = room.file(1);
        String other = SharedRoom.PACK.lanes().stream().map(lane -> lane.id()).filter(id -> !id.equals("general")).findFirst().orElseThrow();
        elsewhere = room.file(2, other, Room.hash(2));
        room.shared.owner.transact(tx -> {
            tx.execute("delete from lane_grant");
            new dev.docket.team.Logins().grant(tx, "R-02", "general");
        });
        List.of(item, elsewhere).forEach(id -> room.feed.database.transact(tx -> reports.add(tx, id, JSON, TOOLS, SharedRoom.START)));
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
                probe(anna, "a reviewer writes a report", REPORT.formatted(item, ITS_HASH)),
                probe(anna, "a reviewer rewrites a report", "update provenance_report set body = '{}'"),
                probe(anna, "a reviewer takes a report away", "delete from provenance_report"),
                probe(anna, "a reviewer reads the reports of other lanes", "select * from provenance_report where item_id = '" + elsewhere + "'"),
                probe(lead, "a lead rewrites a report", "update provenance_report set body = '{}'"),
                probe(lead, "a lead dates a report back", "update provenance_report set checked_at = checked_at - interval '1 day'"),
                probe(lead, "a lead files a report under another hash", REPORT.formatted(item, "'\\x00'")),
                probe(lead, "a lead takes a report away", "delete from provenance_report"),
                probe(lead, "a lead empties the reports", "truncate provenance_report"),
                probe(lead, "a lead changes what an item says of its origin past its reports", "update item set provenance_json = '{\"mine\":2}' where item_id = '" + item + "'"),
                probe(lead, "a lead empties what an item says of its origin", "update item set provenance_json = '{}' where item_id = '" + decided() + "'"),
                probe(room.feed.member, "an intake rewrites a report", "update provenance_report set body = '{}'"),
                probe(room.feed.member, "an intake takes a report away", "delete from provenance_report"),
                probe(auditor, "an auditor writes a report", REPORT.formatted(item, ITS_HASH)));
    }

    /** A probe that nothing could let through would prove nothing. */
    @Test
    void aLeadPutsAFurtherReportOnRecordAndAReviewerReadsIt() throws Exception {
        UUID checked = room.file(3);
        room.feed.database.transact(tx -> reports.add(tx, checked, JSON, TOOLS, SharedRoom.START));
        String found = JSON.replace("\"gps\":false", "\"gps\":true");

        boolean replaced = room.lead.database.inTransaction(tx -> reports.replace(tx, checked, found, TOOLS, SharedRoom.START.plusSeconds(60)));

        assertThat(replaced).isTrue();
        List<KeptReport> seen = room.anna.database.inTransaction(tx -> reports.of(tx, checked));
        assertThat(seen).hasSize(2).last().satisfies(last -> assertThat(last.hash()).isEqualTo(Reports.hash(found)));
        assertThat(Probe.tried(room, auditor, "select * from provenance_report")).startsWith("let through");
    }

    @Test
    void notItsOwnerEitherRewritesAReport() {
        for (String statement : List.of("update provenance_report set body = '{}'", "delete from provenance_report", "truncate provenance_report")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> room.shared.owner.transact(tx -> tx.execute(statement)))).as(statement).hasStackTraceContaining("Not permitted");
        }
    }

    @Test
    void aQuarantineTakesTheReportsWithIt() throws Exception {
        UUID bad = room.file(4);
        room.feed.database.transact(tx -> reports.add(tx, bad, JSON, TOOLS, SharedRoom.START));

        room.anna.desk.record(room.anna.event(room.anna.claim(bad).orElseThrow(), VerdictKind.QUARANTINED, "suspected"));

        assertThat(Probe.tried(room, auditor, "select * from provenance_report where item_id = '" + bad + "'")).isEqualTo("found nothing");
    }

    private UUID decided() {
        UUID of = room.file(5);
        room.feed.database.transact(tx -> reports.replace(tx, of, JSON, TOOLS, SharedRoom.START));
        return of;
    }

    private DynamicTest probe(Member who, String name, String statement) {
        return dynamicTest(name, () -> assertThat(Probe.tried(room, who, statement)).matches("(?s)refused .*|found nothing"));
    }
}
