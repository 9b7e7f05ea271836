package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditVerifier;
import dev.docket.classify.ModelScore;
import dev.docket.cli.DocketCommand;
import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Selection;
import dev.docket.export.Splits;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.retrain.RetrainingRun;
import dev.docket.settings.NoHold;
import dev.docket.storage.CanonicalJson;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The data's path, walked by some of the sample images: admitted, half of them decided, exported, learned from, and those still waiting scored anew. */
class OneImageWalkTest {
    private static final Path TRUTH = Path.of(System.getProperty("docket.home", "."), "sample-data", "truth.jsonl");
    private static final int SAMPLES = 100;
    /** Damaged on purpose. */
    private static final int REFUSED = 3;

    @TempDir
    Path folder;

    @Test
    void anImageIsAdmittedDecidedExportedLearnedFromAndTheNextOneScoredByIt() throws Exception {
        try (Desk desk = Desk.open(NoHold.in(folder.resolve("profile")), Clock.systemUTC())) {
            assertThat(desk.intake.admitAll(IntakeSources.open(SomeSamples.in(folder.resolve("samples"), SAMPLES), IntakeSources.Format.AUTO, "sample", desk.clock), Progress.NONE).added()).isEqualTo(SAMPLES - REFUSED);
            Map<String, String> truth = truth();

            LeasedTask first = decideSome(desk, truth);

            assertThat(desk.verdictDesk.record(verdict(desk, first, truth, 0))).as("nobody decides twice").isNotEqualTo(VerdictDesk.Outcome.ACCEPTED);
            exported(desk);
            RetrainingRun.Outcome trained = desk.retraining.run(Progress.NONE);
            UUID waiting = waiting(desk);
            List<ModelScore> before = desk.database.inTransaction(tx -> desk.scores.of(tx, waiting));
            desk.promotion.promote(trained.candidate(), desk.self, Optional.of("a walk"));
            desk.rescoring.run(Progress.NONE);

            assertThat(before).extracting(ModelScore::model).doesNotContain(RetrainingRun.ID);
            List<ModelScore> after = desk.database.inTransaction(tx -> desk.scores.of(tx, waiting));
            assertThat(after).extracting(ModelScore::model).contains(RetrainingRun.ID);
            assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
        }
    }

    private LeasedTask decideSome(Desk desk, Map<String, String> truth) {
        LeasedTask first = null;
        int made = 0;
        for (Lane lane : desk.database.inTransaction(desk.queue::lanes)) {
            int share = (int) Math.ceilDiv(lane.waiting(), 2);
            for (int left = share; left > 0; left -= 4) {
                int wanted = Math.min(4, left);
                for (LeasedTask task : desk.database.inTransaction(tx -> desk.queue.claim(tx, desk.self.id(), lane.id(), wanted))) {
                    assertThat(desk.verdictDesk.record(verdict(desk, task, truth, 0))).isEqualTo(VerdictDesk.Outcome.ACCEPTED);
                    first = first == null ? task : first;
                    made++;
                }
            }
        }
        assertThat(made).isGreaterThanOrEqualTo((SAMPLES - REFUSED) / 2);
        return first;
    }

    private static Verdict verdict(Desk desk, LeasedTask task, Map<String, String> truth, int revision) {
        var item = desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow();
        List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, item.id()));
        Label label = desk.policy.pack().label(truth.get(item.source().externalId()));
        Finding finding = new Finding(label.id(), List.of(), label.severity(), label.defaultAction(), true, Optional.empty(), Optional.of("by its looks"));
        Shown shown = new Shown(item.sha256(), true, scores, scores.stream().map(s -> s.model() + "@" + s.version()).distinct().toList(),
                "0".repeat(64), label.display(), true, List.of(), 1200);
        return new Verdict(UUID.randomUUID(), task.taskId(), item.id(), task.round(), revision, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                Optional.of(finding), Optional.empty(), desk.policy.pack().ref(), shown, desk.clock.instant());
    }

    private void exported(Desk desk) throws Exception {
        DecisionSet set = desk.exports.preview(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES);
        ExportDesk.Written written = desk.exports.write(set, EnumSet.allOf(Format.class), folder.resolve("set"), Progress.NONE);

        assertThat(DecisionSetVerifier.verify(written.folder()).findings()).isEmpty();
        assertThat(DocketCommand.run("export", "verify", written.folder().toString())).isZero();
    }

    private static UUID waiting(Desk desk) {
        return desk.database.inTransaction(tx -> tx.createQuery("select item_id from review_task where state = 0 order by item_id limit 1").mapTo(UUID.class).one());
    }

    private static Map<String, String> truth() throws Exception {
        Map<String, String> truth = new HashMap<>();
        try (Stream<String> lines = Files.lines(TRUTH)) {
            lines.map(line -> CanonicalJson.read(line, JsonNode.class)).forEach(line -> truth.put(line.get("id").stringValue(), line.get("label").stringValue()));
        }
        return truth;
    }
}
