package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditVerifier;
import dev.docket.export.Splits.Grouping;
import dev.docket.hash.PerceptualHash;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Region;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDeskTest {
    @TempDir
    private Path folder;
    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void decidedItemsAreInTheSetAndTheRestIsCounted() throws Exception {
        desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.decide(desk.admit("b", "news-desk", false), "spam_scam");
        desk.decide(desk.admit("c", "news-desk", false), SmallDesk.KEPT_HERE);
        desk.decide(desk.admit("d", "news-desk", true), "benign");
        desk.admit("e", "news-desk", false);

        DecisionSet set = desk.exports.preview(Selection.ALL, Grouping.NEAR_DUPLICATES);

        assertThat(set.items()).extracting(LabelledItem::label).containsExactlyInAnyOrder("benign", "spam_scam");
        assertThat(set.leftOut()).isEqualTo(Map.of(LeftOut.UNDECIDED, 1L, LeftOut.KEPT_HERE, 1L, LeftOut.QUALITY_CHECK, 1L));
        assertThat(set.items().getFirst().lane()).isEqualTo("general");
    }

    @Test
    void goldItemsStandInASplitOfTheirOwnWhenAskedFor() throws Exception {
        desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.decide(desk.admit("gold", "news-desk", true), "benign");

        DecisionSet set = desk.exports.preview(Selection.parse("gold=yes"), Grouping.NEAR_DUPLICATES);

        assertThat(set.items()).hasSize(2).filteredOn(i -> i.split() == Split.GOLD).extracting(i -> i.item().facts().gold()).containsExactly(true);
    }

    @Test
    void whatATakenBackVerdictSaidIsGone() throws Exception {
        Verdict verdict = desk.decide(desk.admit("a", "news-desk", false), "spam_scam");
        desk.verdictDesk.undo(verdict);

        DecisionSet set = desk.exports.preview(Selection.ALL, Grouping.NEAR_DUPLICATES);

        assertThat(set.isEmpty()).isTrue();
        assertThat(set.emptiedBy()).contains("nothing is decided yet");
    }

    @Test
    void anEmptySetNamesTheConditionThatRemovedTheLastItem() throws Exception {
        desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.admit("b", "other-feed", false);

        assertThat(preview("label=spam_scam").emptiedBy()).contains("label=spam_scam");
        assertThat(preview("source=other-feed label=spam_scam").emptiedBy()).contains("source=other-feed");
        assertThat(preview("source=news-desk decided<2026-01-01").emptiedBy()).contains("decided<=2025-12-31");
        assertThat(preview("source=news-desk label=benign decided=2026-11-20 lane=general pack=" + desk.pack.ref().name()).emptiedBy()).isEmpty();
        assertThatThrownBy(() -> preview("source=nowhere")).isInstanceOf(SelectionException.class)
                .hasMessage("source: there is no 'nowhere'; there are news-desk, other-feed");
    }

    @Test
    void anUnsureVoteOfAnEarlierVersionGivesWayToASureSecondOne() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, "benign", false, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.other, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW.plus(Duration.ofDays(1)));
        asAnEarlierVersionStoredThem();

        LabelledItem labelled = preview("").items().getFirst();

        assertThat(labelled.label()).isEqualTo("spam_scam");
        assertThat(labelled.votes()).hasSize(2);
        assertThat(labelled.shares()).containsKeys("benign", "spam_scam");
        assertThat(RowMaker.day(labelled.deciding())).hasToString("2026-11-21");
        assertThat(labelled.scores()).extracting(s -> s.model()).containsExactly("starter");
    }

    @Test
    void oneVoteForALabelThatMayNotLeaveKeepsTheItemHere() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, SmallDesk.KEPT_HERE, false, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.other, "benign", true, VerdictKind.DECIDED, SmallDesk.NOW);
        asAnEarlierVersionStoredThem();

        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.KEPT_HERE, 1L));
    }

    @Test
    void twoFindingsThatDifferWaitForAThirdPersonWhoseWordThenCounts() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, "benign", false, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.other, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW);
        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.DISAGREEMENT, 1L));

        desk.decide(item, desk.third, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW);

        LabelledItem labelled = preview("").items().getFirst();
        assertThat(labelled.label()).isEqualTo("spam_scam");
        assertThat(labelled.adjudicated()).isTrue();
        assertThat(labelled.votes()).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.DISAGREED, VerdictKind.ADJUDICATED);
    }

    @Test
    void whatIsLeftGreyLeavesWithNobodysLabel() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, "benign", false, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.other, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.third, "", true, VerdictKind.ADJUDICATED, SmallDesk.NOW);

        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.GREY, 1L));
    }

    @Test
    void anAppealedDecisionStaysUntilTheHearingAndLeavesCorrected() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, "spam_scam");
        desk.appeals.lodge(item, Appeals.Source.UPLOADER, "It is my own shop", desk.self.id());
        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.APPEALED, 1L));

        desk.decide(item, desk.other, "benign", true, VerdictKind.DECIDED, SmallDesk.NOW);

        DecisionSet set = preview("");
        assertThat(set.items()).extracting(LabelledItem::label).containsExactly("benign");
        ExportRow row = desk.row(set.items().getFirst());
        assertThat(row.finalState()).isEqualTo("overturned");
        assertThat(row.votes()).extracting(ExportRow.Vote::stage).containsExactly("first", "appeal");
    }

    @Test
    void whatIsStillHeldStaysHereAndLeavesLater() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, "benign", true, VerdictKind.DECIDED, SmallDesk.NOW.minusSeconds(59));
        ExportDesk patient = desk.exports(new PublishHold(Duration.ofSeconds(60), Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC)));
        ExportDesk later = desk.exports(new PublishHold(Duration.ofSeconds(60), Clock.fixed(SmallDesk.NOW.plusSeconds(1), ZoneOffset.UTC)));

        assertThat(patient.preview(Selection.ALL, Grouping.NEAR_DUPLICATES).leftOut()).isEqualTo(Map.of(LeftOut.HELD, 1L));
        assertThat(later.preview(Selection.ALL, Grouping.NEAR_DUPLICATES).items()).hasSize(1);
    }

    @Test
    void aRowTellsWhereWhyAndHowItWasSeen() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        Verdict blind = desk.decide(item, "benign");
        Finding changed = Finding.of("privacy_doxxing", Severity.S2, "remove").withOrigin(OriginFinding.NOT_AI)
                .withRationale("r_ids", Map.of("what", "documents")).withRegions(List.of(Region.box("privacy_doxxing", 0.25, 0, 0.5, 1)));
        desk.database.transact(tx -> tx.createUpdate("update verdict_event set shown_json = replace(shown_json, '\"scoresVisible\":true', '\"scoresVisible\":false')").execute());
        assertThat(desk.verdictDesk.revise(blind.changed(UUID.randomUUID(), changed, blind.shown(), SmallDesk.NOW))).isTrue();

        ExportRow row = desk.row(preview("").items().getFirst());

        assertThat(row).extracting(ExportRow::origin, ExportRow::rationale, ExportRow::finalState, ExportRow::seen)
                .containsExactly("not_ai", "r_ids", "decided", "full");
        assertThat(row.regions()).containsExactly(new ExportRow.Place("privacy_doxxing", "box", List.of(List.of(0.25, 0.0), List.of(0.5, 1.0))));
        assertThat(row.votes()).singleElement().extracting(ExportRow.Vote::label, ExportRow.Vote::blindLabel, ExportRow.Vote::mode)
                .containsExactly("privacy_doxxing", "benign", "assisted");
        assertThat(CanonicalJson.write(row)).doesNotContain("documents");
    }

    private void asAnEarlierVersionStoredThem() {
        desk.database.transact(tx -> tx.execute("update verdict_event set kind = 'DECIDED', about = null where kind in ('AGREED', 'DISAGREED')"));
    }

    @Test
    void theStricterOfThePackDecidedUnderAndThePackInForceCounts() throws Exception {
        PolicyPack older = PolicyFile.parse("older", desk.pack.text().replace("version: 1.0.0", "version: 0.9.0")
                .replaceFirst("(?s)(- id: spam_scam.*?export: )full", "$1never"));
        desk.database.transact(tx -> new Policies().keep(tx, older));
        UUID item = desk.admit("a", "news-desk", false);
        Verdict verdict = desk.decide(item, "spam_scam");
        desk.decide(desk.admit("b", "news-desk", false), "spam_scam");
        desk.database.transact(tx -> tx.createUpdate("update verdict_event set pack_version = '0.9.0', pack_sha256 = :hash where verdict_id = :id")
                .bind("hash", older.ref().sha256()).bind("id", verdict.id()).execute());

        assertThat(preview("").items()).hasSize(1);
        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.KEPT_HERE, 1L));
        assertThat(preview("pack=0.9.0").emptiedBy()).contains(LeftOut.KEPT_HERE.sentence());
    }

    @Test
    void anEscalatedItemWaitsForTheLeadWhoseWordThenCounts() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(item, desk.self, "benign", false, VerdictKind.DECIDED, SmallDesk.NOW);
        desk.decide(item, desk.other, "", true, VerdictKind.ESCALATED, SmallDesk.NOW);

        assertThat(preview("").leftOut()).isEqualTo(Map.of(LeftOut.ESCALATED, 1L));

        desk.decide(item, desk.self, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW);
        LabelledItem labelled = preview("").items().getFirst();
        assertThat(labelled.label()).isEqualTo("spam_scam");
        assertThat(labelled.adjudicated()).isTrue();
    }

    @Test
    void picturesThatLookAlikeShareTheirSplit() throws Exception {
        for (int i = 0; i < 12; i++) {
            PerceptualHash hash = new PerceptualHash(0x123456789abcdefL * i, ~i, i * 77L, -i, 90);
            desk.decide(desk.admit("a" + i, "news-desk", false, ("picture " + i).getBytes(), hash), "benign");
            desk.decide(desk.admit("b" + i, "news-desk", false, ("its copy " + i).getBytes(), new PerceptualHash(hash.w0() ^ 7, hash.w1(), hash.w2(), hash.w3(), 90)), "benign");
        }

        desk.exports.write(preview(""), Format.ALL, folder.resolve("set"), Progress.NONE);

        assertThat(preview("").items()).extracting(LabelledItem::group).hasSize(24);
        assertThat(preview("").items().stream().map(LabelledItem::group).distinct().count()).isLessThanOrEqualTo(12);
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).findings()).isEmpty();
    }

    @Test
    void nothingOfAQuarantinedItemLeaves() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.decide(desk.admit("fine" + i, "news-desk", false), "benign");
        }
        PerceptualHash hash = new PerceptualHash(1, 2, 3, 4, 90);
        byte[] picture = "the pixels nobody may see".getBytes();
        UUID first = desk.admit("withheld", "news-desk", false, picture, hash);
        UUID alike = desk.admit("withheld-again", "news-desk", false, picture, hash);
        UUID near = desk.admit("near", "news-desk", false, "not the same".getBytes(), new PerceptualHash(1, 2, 3, 5, 90));
        desk.decide(alike, "benign");
        desk.decide(near, "benign");
        desk.decide(first, desk.self, "", true, VerdictKind.QUARANTINED, SmallDesk.NOW);

        desk.exports.write(preview(""), Format.ALL, folder.resolve("set"), Progress.NONE);

        List<String> traces = List.of(ContentHash.of(picture).hex(), hash.hex(), "the pixels nobody may see", first.toString(), alike.toString(), "withheld");
        SetFolderTest.bytes(folder.resolve("set")).forEach((path, content) -> {
            assertThat(path).doesNotContain(traces);
            assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain(traces);
        });
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).rows()).isEqualTo(6);
    }

    @Test
    void anItemQuarantinedDuringTheExportStopsIt() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        desk.decide(desk.admit("b", "news-desk", false), "benign");
        desk.decide(item, "benign");
        DecisionSet set = preview("");
        desk.database.transact(tx -> desk.items.quarantine(tx, item));

        assertThatThrownBy(() -> desk.exports.write(set, Format.ALL, folder.resolve("set"), Progress.NONE))
                .isInstanceOf(IOException.class).hasMessageContaining("withdrawn while it was written");

        assertThat(folder.resolve("set")).doesNotExist();
        assertThat(auditBodies()).isEmpty();
    }

    @Test
    void anExportIsInTheAuditLogUnderItsManifestHash() throws Exception {
        desk.decide(desk.admit("a", "news-desk", false), "benign");

        ExportDesk.Written written = desk.exports.write(preview(""), Format.ALL, folder.resolve("set"), Progress.NONE);

        assertThat(auditBodies()).singleElement().asString().contains(written.manifestHash().hex());
        assertThat(new AuditVerifier().verify(desk.database).firstBad()).isEmpty();
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).manifestHash()).contains(written.manifestHash());
    }

    @Test
    void theManifestIsKnownBeforeAnythingIsWritten() throws Exception {
        desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.decide(desk.admit("b", "news-desk", false), "ncii");

        Manifest named = desk.exports.manifest(preview(""), Format.ALL);

        assertThat(desk.exports.write(preview(""), Format.ALL, folder.resolve("set"), Progress.NONE).manifestHash()).isEqualTo(named.hash());
        assertThat(named.counts().hashOnly()).isEqualTo(1);
    }

    private DecisionSet preview(String where) throws SelectionException {
        return desk.exports.preview(Selection.parse(where), Grouping.NEAR_DUPLICATES);
    }

    private List<String> auditBodies() {
        return desk.database.inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = 'SET_EXPORTED'").mapTo(String.class).list());
    }
}
