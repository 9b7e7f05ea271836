package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.desk.Desk;
import dev.docket.export.Selection;
import dev.docket.export.Splits;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.WrongFlags;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.NoHold;
import dev.docket.storage.CanonicalJson;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A desk with the sample queue learns from its first hundred verdicts; prints the curve. */
class SampleCurveTest {
    private static final Path SAMPLES = Path.of(System.getProperty("docket.home", "."), "sample-data");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path profile;

    private final Map<UUID, String> truth = new HashMap<>();

    @Test
    void aHundredVerdictsRaiseHeldOutAveragePrecisionByFifteenHundredthsAndShowThePlantedBias() throws Exception {
        try (Desk desk = Desk.open(NoHold.in(profile), CLOCK)) {
            desk.intake.admitAll(IntakeSources.open(SAMPLES.resolve("queue.jsonl"), IntakeSources.Format.AUTO, "", CLOCK), Progress.NONE);
            readTruth();
            decide(desk, 100);

            KnownTruthCurve.Curve curve = desk.knownTruthCurve.measure(truth, List.of(0, 20, 40, 60, 80, 100), Progress.NONE);

            System.out.println("Held-out mean average precision, " + curve.heldOut() + " items; at 0: " + curve.startsFrom());
            curve.points().forEach(p -> System.out.println(p.verdicts() + " verdicts, " + p.trainedOn() + " trained on: "
                    + p.meanPrecision().text() + " " + p.labels()));
            System.out.println("What came with the items (" + curve.fedIs() + "): " + curve.fed().text());
            List<SourceRates.Rates> rates = SourceRates.of(
                    desk.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES), desk.policy.pack(), Bootstrap.DEFAULT);
            rates.forEach(scorer -> scorer.rows().forEach(row -> System.out.println(
                    scorer.scorer() + " " + row.group() + " n=" + row.items() + " " + row.rate().text() + " difference " + row.difference().text())));
            assertThat(rates).filteredOn(r -> r.scorer().startsWith("sample-vendor")).flatExtracting(SourceRates.Rates::rows)
                    .filteredOn(WrongFlags.Row::differs).extracting(WrongFlags.Row::group).containsExactly("upload-scan");
            assertThat(curve.rise().orElseThrow()).isGreaterThanOrEqualTo(0.15);
        }
    }

    private void readTruth() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("queue.jsonl"))) {
            JsonNode item = CanonicalJson.MAPPER.readTree(line);
            sources.put(item.get("id").asString(), item.get("source").asString());
        }
        for (String line : Files.readAllLines(SAMPLES.resolve("truth.jsonl"))) {
            JsonNode known = CanonicalJson.MAPPER.readTree(line);
            String id = known.get("id").asString();
            truth.put(Items.idOf(new Source(sources.get(id), id)), known.get("label").asString());
        }
    }

    /** Always the most urgent waiting item of all lanes. */
    private void decide(Desk desk, int n) {
        for (int made = 0; made < n; made++) {
            List<LeasedTask> heads = new ArrayList<>();
            for (Lane lane : desk.database.inTransaction(desk.queue::lanes)) {
                heads.addAll(desk.database.inTransaction(tx -> desk.queue.claim(tx, desk.self.id(), lane.id(), 1)));
            }
            LeasedTask first = heads.stream().min(Comparator.comparingInt(LeasedTask::priority).thenComparing(t -> t.taskId().toString())).orElseThrow();
            desk.database.transact(tx -> desk.queue.release(tx, desk.self.id(),
                    heads.stream().filter(t -> t != first).map(LeasedTask::taskId).toList()));
            desk.verdictDesk.record(verdict(desk, first, CLOCK.instant().plusSeconds(made)));
        }
    }

    private Verdict verdict(Desk desk, LeasedTask task, Instant at) {
        ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow();
        PolicyPack.Label label = desk.policy.pack().label(truth.get(task.itemId()));
        Finding finding = new Finding(label.id(), List.of(), label.severity(), label.defaultAction(), true, Optional.empty(), Optional.of("by its looks"));
        List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, item.id()));
        Shown shown = new Shown(item.sha256(), true, scores, scores.stream().map(StandingScores::name).distinct().toList(), "0".repeat(64), "open", true, List.of(), 1500);
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                Optional.of(finding), Optional.empty(), desk.policy.pack().ref(), shown, at);
    }
}
