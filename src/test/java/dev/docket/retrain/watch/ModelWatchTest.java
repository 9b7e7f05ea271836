package dev.docket.retrain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportMode;
import dev.docket.export.LabelledItem;
import dev.docket.export.Selection;
import dev.docket.export.Split;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWatchTest {
    static final String HARM = "undisclosed_synthetic";
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final PackRef REF = new PackRef("default", "1.0.0", ContentHash.of(new byte[] {1}));
    private static final Instant DAY = Instant.parse("2026-11-03T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatComesInAndHasMovedForTwoWindowsIsAnAlarm() {
        Watched still = watched(390, 0, List.of());
        assertThat(still.drift().newest().orElseThrow().window()).isEqualTo(130);
        assertThat(still.drift().alarming()).isFalse();
        assertThat(still.alerts()).isEmpty();
    }

    @Test
    void aShiftOfTheNewerTwoThirdsIsTold() {
        Watched moved = watched(390, 0.3, List.of());

        assertThat(moved.drift().alarming()).isTrue();
        assertThat(moved.alerts()).extracting(Watched.Alert::sentence).singleElement().asString().contains("model@1 is shown has moved, two windows running");
        assertThat(CanonicalJson.write(moved.json())).contains("\"drifted\":true").contains("has been drawn at random yet");
    }

    @Test
    void underThreeWindowsNothingIsSaidOfDrift() {
        assertThat(watched(299, 0.3, List.of()).drift().newest()).isEmpty();
    }

    @Test
    void flagsThatPeopleOverrideAndScoresThatDoNotComeTrueAreTold() {
        List<LabelledItem> decided = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            // flagged at 0.9, and one of five is what it was flagged for
            decided.add(decided(i, i % 5 == 0 ? HARM : "benign", 0.9));
        }

        Watched watched = watched(3, 0, decided);

        assertThat(watched.items()).isEqualTo(100);
        assertThat(watched.overridden().figure().number()).hasValue(0.8);
        assertThat(watched.reliability().ece().figure().number().orElseThrow()).isBetween(0.69, 0.71);
        assertThat(watched.alerts()).hasSize(2).extracting(Watched.Alert::cause).containsExactly(Watched.Cause.CALIBRATION, Watched.Cause.OVERRIDES);
        assertThat(watched.alerts()).anySatisfy(alert -> assertThat(alert.sentence()).contains("do not come true")).anySatisfy(alert -> assertThat(alert.sentence()).contains("are overridden"));
        assertThat(watched.history()).singleElement().satisfies(week -> {
            assertThat(week.monday()).isEqualTo("2026-11-02");
            assertThat(week.items()).isEqualTo(100);
            assertThat(week.overridden()).isEqualTo(watched.overridden());
            assertThat(week.ece()).isEqualTo(watched.reliability().ece().figure());
        });
    }

    /** @param shift of the scores of all but the first third */
    private Watched watched(int items, double shift, List<LabelledItem> decided) {
        try (Database database = Database.openEmbedded(folder.resolve("d" + items + shift + decided.size()), new byte[32])) {
            SplittableRandom random = new SplittableRandom(4);
            Items stored = new Items();
            Scores scores = new Scores();
            database.transact(tx -> {
                for (int i = 0; i < items; i++) {
                    ImageItem item = item(i);
                    stored.add(tx, item, CanonicalJson.write(ProvenanceReport.NONE));
                    double more = i < items / 3 ? 0 : shift;
                    scores.add(tx, item.id(), List.of(score(HARM, 0.6 * random.nextDouble() + more), score("other", random.nextDouble())));
                }
            });
            Map<String, Double> thresholds = new LinkedHashMap<>();
            thresholds.put(HARM, 0.5);
            thresholds.put("other", 0.5);
            ModelVersion version = new ModelVersion("model", "1", Stage.ACTIVE, REF.sha256(), thresholds, Optional.empty(), Optional.empty(),
                    new ModelCard("", "", "", List.of(), List.of(), List.of(), ""), DAY);
            return new ModelWatch(database, PACK).of(version, new DecisionSet(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES, decided, new TreeMap<>(), Optional.empty(), REF));
        }
    }

    private static ModelScore score(String label, double score) {
        return new ModelScore("model", "1", label, score, 0.5);
    }

    private static ImageItem item(int i) {
        Source source = new Source("feed", "item-" + i);
        return new ImageItem(Items.idOf(source), source, ContentHash.of(new byte[] {(byte) i, (byte) (i >> 8)}), 1, "image/jpeg", 16, 12, DAY, DAY.plusSeconds(i), ItemFacts.NONE);
    }

    static LabelledItem decided(int i, String label, double score) {
        PolicyPack.Label known = PACK.label(label);
        ImageItem item = item(i);
        Finding finding = new Finding(label, List.of(), known.severity(), known.defaultAction(), true, Optional.empty(), Optional.of("by its looks"));
        Shown shown = new Shown(item.sha256(), true, List.of(), List.of(), Shown.HIDDEN, "open", true, List.of(), 1500);
        Verdict verdict = new Verdict(new UUID(7, i), new UUID(1, i), item.id(), 1, 0, VerdictKind.DECIDED, new UUID(5, 1), 1, Optional.of(finding), Optional.empty(), REF, shown, DAY);
        return new LabelledItem(item, "general", Optional.empty(), item.sha256(), verdict, List.of(verdict), new TreeMap<>(), 1, Set.of(), List.of(score(HARM, score)), List.of(),
                ExportMode.FULL, true, Split.TRAIN);
    }
}
