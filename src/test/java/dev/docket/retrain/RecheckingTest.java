package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.Reports;
import dev.docket.provenance.c2pa.Signed;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.MissingEvidence;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose trust list is changed after it has taken images in. */
class RecheckingTest {
    @TempDir
    private Path folder;
    private Path profile;

    @BeforeEach
    void takeInUnderNoList() throws Exception {
        profile = Files.createDirectories(folder.resolve("desk"));
        Path images = Files.createDirectories(folder.resolve("images"));
        for (String name : List.of("ai.jpg", "edited.jpg", "remote.jpg")) {
            Files.write(images.resolve(name), Signed.file(name));
        }
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            desk.intake.admitAll(IntakeSources.open(images, IntakeSources.Format.AUTO, "test", Signed.LATER), Progress.NONE);
            assertThat(desk.rechecking.due()).isEmpty();
        }
    }

    private void chooseAList() throws Exception {
        Files.write(profile.resolve("trust.pem"), Signed.file("anchors.pem"));
        Files.writeString(profile.resolve("settings.json"), "{\"trustList\": \"trust.pem\"}");
    }

    @Test
    void aNewListMakesNewReportsBesideTheOldOnesAndVerdictsPointToTheirs() throws Exception {
        ContentHash judgedOn;
        UUID item;
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            LeasedTask task = credentialled(desk);
            item = task.itemId();
            judgedOn = of(desk, item).getLast().hash();
            decide(desk, task, "benign", judgedOn);
        }
        chooseAList();

        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            assertThat(desk.rechecking.due()).hasSize(3).contains(item);
            assertThat(desk.rechecking.run(Progress.NONE)).isEqualTo(new Rechecking.Outcome(3, 2, 0));

            List<KeptReport> reports = of(desk, item);
            assertThat(reports).extracting(r -> r.report().c2pa().state()).containsExactly(State.INTACT, State.TRUSTED);
            assertThat(reports.getFirst().tools().trustList()).isEmpty();
            assertThat(reports.getLast().tools().trustList()).isEqualTo(desk.credentials.check().trustList()).isPresent();
            assertThat(reports.getFirst().hash()).isEqualTo(judgedOn);
            List<Verdict> history = desk.database.inTransaction(tx -> desk.verdicts.history(tx, item));
            assertThat(history).singleElement().satisfies(verdict -> assertThat(verdict.shown().provenanceHash()).isEqualTo(judgedOn.hex()));
            assertThat(desk.rechecking.due()).isEmpty();
        }
    }

    @Test
    void oneThatIsStoppedGoesOnWhenTheDeskOpensAgain() throws Exception {
        chooseAList();
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            List<UUID> due = desk.rechecking.due();
            assertThat(desk.rechecking.run(due.subList(0, 1), Progress.NONE).items()).isEqualTo(1);
            assertThatThrownBy(() -> desk.rechecking.run(stopped())).isInstanceOf(StoppedException.class);
        }

        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            assertThat(desk.rechecking.run(Progress.NONE).items()).isEqualTo(2);
            assertThat(desk.rechecking.due()).isEmpty();
        }
    }

    @Test
    void whatAKilledRunPutOnRecordIsRankedByTheNextOne() throws Exception {
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            UUID item = credentialled(desk).itemId();
            ProvenanceReport before = of(desk, item).getLast().report();
            ProvenanceReport disputed = new ProvenanceReport(before.c2pa(), List.of(new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "ComfyUI", "prompt"),
                    new Signal("exif", Strength.HINT, Origin.CAMERA, "Canon EOS", "EXIF names a camera")), List.of(), List.of(), List.of(), false).compared();
            int rank = rank(desk, item);
            desk.database.inTransaction(tx -> new Reports().replace(tx, item, CanonicalJson.write(disputed), desk.provenance.tools(), Signed.LATER.instant()));

            assertThat(desk.rechecking.due()).isEmpty();
            desk.rechecking.run(Progress.NONE);

            assertThat(rank(desk, item)).isNotEqualTo(rank);
            long lines = rescored(desk);
            desk.rechecking.run(Progress.NONE);
            assertThat(rescored(desk)).as("once").isEqualTo(lines).isPositive();
        }
    }

    private static int rank(Desk desk, UUID item) {
        return desk.database.inTransaction(tx -> desk.policies.of(tx, item)).orElseThrow().queuePriority();
    }

    private static long rescored(Desk desk) {
        return desk.database.inTransaction(tx -> tx.createQuery("select count(*) from audit_entry where kind = 'ITEMS_RESCORED'").mapTo(Long.class).one());
    }

    @Test
    void aPictureThatIsGoneIsCountedAndTheOthersAreChecked() throws Exception {
        chooseAList();
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            UUID first = desk.rechecking.due().getFirst();
            ContentHash picture = desk.database.inTransaction(tx -> desk.items.find(tx, first)).orElseThrow().sha256();
            desk.blobs.delete(picture);

            Rechecking.Outcome outcome = desk.rechecking.run(Progress.NONE);

            assertThat(outcome.items()).isEqualTo(2);
            assertThat(outcome.unreadable()).isEqualTo(1);
        }
    }

    @Test
    void whatTheReportOnTheScreenStatesIsEvidenceAndAnotherReportIsNone() throws Exception {
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            List<LeasedTask> all = desk.database.inTransaction(tx -> desk.queue.lanes(tx).stream().flatMap(lane -> desk.queue.claim(tx, desk.self.id(), lane.id(), 8).stream()).toList());
            LeasedTask task = all.stream().filter(t -> of(desk, t.itemId()).getLast().report().disclosesAi()).findFirst().orElseThrow();
            ContentHash shown = of(desk, task.itemId()).getLast().hash();

            assertThatThrownBy(() -> decide(desk, task, "undisclosed_synthetic", ContentHash.of(new byte[] {1}))).isInstanceOf(MissingEvidence.class);
            decide(desk, task, "undisclosed_synthetic", shown);

            List<Verdict> history = desk.database.inTransaction(tx -> desk.verdicts.history(tx, task.itemId()));
            assertThat(history).singleElement().satisfies(verdict -> assertThat(verdict.finding().orElseThrow().label()).isEqualTo("undisclosed_synthetic"));
        }
    }

    private static Progress stopped() {
        return new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }

    private static List<KeptReport> of(Desk desk, UUID item) {
        return desk.database.inTransaction(tx -> new Reports().of(tx, item));
    }

    private static LeasedTask credentialled(Desk desk) {
        return desk.database.inTransaction(tx -> desk.queue.lanes(tx).stream().flatMap(lane -> desk.queue.claim(tx, desk.self.id(), lane.id(), 8).stream()).toList()).stream()
                .filter(task -> of(desk, task.itemId()).getLast().report().c2pa().state() == State.INTACT).findFirst().orElseThrow();
    }

    private static void decide(Desk desk, LeasedTask task, String named, ContentHash report) {
        var label = desk.policy.pack().label(named);
        ContentHash picture = desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow().sha256();
        Shown shown = new Shown(picture, true, List.of(), List.of(), report.hex(), "off", true, List.of(), 900);
        desk.verdictDesk.record(new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                Optional.of(Finding.of(label.id(), label.severity(), label.defaultAction())), Optional.empty(), desk.policy.pack().ref(), shown, Signed.LATER.instant()));
    }
}
