package dev.docket.retrain.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportMode;
import dev.docket.export.LabelledItem;
import dev.docket.export.Selection;
import dev.docket.export.Split;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.metrics.fairness.FairnessReport.Difference;
import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.retrain.GroupBy;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskFairnessTest {

    @Test
    void devicesAreWhatTheFeedSaysAndNothingElse() {
        ImageItem item = new ImageItem(new UUID(1, 1), new Source("feed", "1"), ContentHash.of(new byte[0]), 1, "image/png", 1, 1, Instant.EPOCH, Instant.EPOCH, ItemFacts.NONE);
        ImageItem said = new ImageItem(new UUID(1, 1), new Source("feed", "1"), ContentHash.of(new byte[0]), 1, "image/png", 1, 1, Instant.EPOCH, Instant.EPOCH, ItemFacts.NONE.on(Optional.of("android-app")));

        assertThat(GroupBy.DEVICE.of(item)).isEqualTo(GroupBy.UNKNOWN);
        assertThat(GroupBy.DEVICE.of(said)).isEqualTo("android-app");
        assertThat(GroupBy.named("device")).contains(GroupBy.DEVICE);
    }

    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final String HARM = "undisclosed_synthetic";
    private static final Instant DAY = Instant.parse("2026-11-03T12:00:00Z");
    private static final PackRef REF = new PackRef("default", "1.0.0", ContentHash.of(new byte[] {1}));

    @Test
    void aPlantedBiasAgainstOneFeedIsFoundAndTheOthersStayQuiet() {
        int found = 0;
        int quiet = 0;
        for (int seed = 0; seed < 40; seed++) {
            Study study = model(items(seed, 2000, 0.15), GroupBy.SOURCE);
            List<Difference> told = study.found();
            found += told.stream().anyMatch(d -> d.group().equals("feed-C") && d.figure().equals("equal_opportunity_difference")
                    && !d.difference().interval().orElseThrow().contains(0) && d.difference().figure().number().orElseThrow() < 0) ? 1 : 0;
            quiet += told.stream().allMatch(d -> d.group().equals("feed-C")) ? 1 : 0;
        }

        assertThat(found).as("seeds of 40 in which the planted bias is found").isGreaterThanOrEqualTo(36);
        assertThat(quiet).as("seeds of 40 in which no other group is accused").isGreaterThanOrEqualTo(38);
    }

    @Test
    void withoutABiasNobodyIsAccused() {
        int quiet = 0;
        for (int seed = 100; seed < 140; seed++) {
            List<LabelledItem> items = items(seed, 1000, 0);
            quiet += model(items, GroupBy.SOURCE).found().isEmpty() && model(items, GroupBy.LANGUAGE).found().isEmpty() ? 1 : 0;
        }

        assertThat(quiet).as("seeds of 40 without any finding").isGreaterThanOrEqualTo(38);
    }

    @Test
    void theReferenceIsTheGroupInTheMiddleSoThatTheOddOneCannotBeIt() {
        assertThat(model(items(1, 1000, 0.4), GroupBy.SOURCE).report().reference()).isNotEqualTo("feed-C");
    }

    @Test
    void smallGroupsHaveACountAndNoFigure() {
        Study study = model(items(1, 80, 0), GroupBy.SOURCE);

        assertThat(study.differences()).allSatisfy(d -> assertThat(d.difference().figure().number()).isEmpty());
        assertThat(CanonicalJson.write(study.json())).contains("fewer than 30 say nothing");
    }

    @Test
    void ofVerdictsWithNothingBesideThemOnlyRatesAreCompared() {
        Study study = studies(items(1, 400, 0), GroupBy.SOURCE).getFirst();

        assertThat(study.subject()).isEqualTo(DeskFairness.VERDICTS);
        assertThat(study.differences()).extracting(Difference::figure).containsOnly("statistical_parity_difference");
        assertThat(CanonicalJson.write(study.json())).doesNotContain("true_positive").doesNotContain("theil").doesNotContain("reweighing");
        assertThat(study.moderation().get("feed-A").medianHours().figure().number().orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(study.moderation().get("feed-A").changed().figure().whyUndefined().orElseThrow()).contains("looked at more than once");
    }

    @Test
    void firstVerdictsAreHeldAgainstWhatCountedInTheEnd() {
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            boolean harsh = i % 4 == 0;
            // every other innocent item of the second feed was first restricted
            items.add(item(i, i < 80 ? "mild" : "stern", i < 80 || !harsh ? List.of("benign", "benign") : List.of(HARM, "benign"), 0));
        }

        Study study = studies(items, GroupBy.SOURCE).stream().filter(s -> s.subject().equals(DeskFairness.FIRST_VERDICTS)).findFirst().orElseThrow();

        assertThat(study.moderation().get("stern").changed().figure().number()).hasValue(0.25);
        assertThat(study.moderation().get("mild").changed().figure().number()).hasValue(0);
        assertThat(study.found()).extracting(Difference::figure).contains("equal_opportunity_difference");
    }

    @Test
    void groupsAreWhatTheFeedSays() {
        ImageItem item = item(1, "feed-A", List.of("benign"), 0).item();
        ImageItem silent = new ImageItem(item.id(), item.source(), item.sha256(), 1, "image/png", 1, 1, DAY, DAY, ItemFacts.NONE);

        assertThat(GroupBy.LOCALE.of(item)).isEqualTo("de-AT");
        assertThat(GroupBy.LANGUAGE.of(item)).isEqualTo("de");
        assertThat(GroupBy.COHORT.of(item)).isEqualTo("account under 30 days");
        assertThat(GroupBy.COHORT.of(silent)).isEqualTo(GroupBy.UNKNOWN);
        assertThat(GroupBy.named("media-type")).contains(GroupBy.MEDIA_TYPE);
        assertThat(GroupBy.named("skin")).isEmpty();
    }

    @Test
    void aQuestionAboutOneLabelLooksAtItsFlagsAlone() {
        DeskFairness.Question question = new DeskFairness.Question(GroupBy.SOURCE, Optional.of("feed@3"), Optional.of("spam_scam"), Optional.empty(), 30);

        assertThat(new DeskFairness(PACK).of(set(items(1, 400, 0)), question)).isEmpty();
    }

    private static Study model(List<LabelledItem> items, GroupBy by) {
        return studies(items, by).stream().filter(study -> study.subject().equals("feed@3")).findFirst().orElseThrow();
    }

    private static List<Study> studies(List<LabelledItem> items, GroupBy by) {
        return new DeskFairness(PACK).of(set(items), DeskFairness.Question.of(by));
    }

    private static DecisionSet set(List<LabelledItem> items) {
        return new DecisionSet(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES, items, new TreeMap<>(), Optional.empty(), REF);
    }

    /** Of four feeds, 40 % harmful; the model flags 85 % of those and 10 % of the others, of feed-C more. */
    private static List<LabelledItem> items(int seed, int n, double bias) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String feed = "feed-" + "ABCD".charAt(i % 4);
            boolean harmful = random.nextDouble() < 0.4;
            double rate = harmful ? 0.85 : 0.1 + (feed.equals("feed-C") ? bias : 0);
            items.add(item(i, feed, List.of(harmful ? HARM : "benign"), random.nextDouble() < rate ? 1 : 0));
        }
        return items;
    }

    /** @param labels of the verdicts, the last of which counts */
    private static LabelledItem item(int i, String feed, List<String> labels, double score) {
        ContentHash address = ContentHash.of(new byte[] {(byte) i, (byte) (i >> 8)});
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.of(i % 3 == 0 ? "en-GB" : "de-AT"), "*", Optional.of("u" + i), Optional.of(10), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);
        ImageItem item = new ImageItem(new UUID(9, i), new Source(feed, "item-" + i), address, 1, "image/jpeg", 16, 12, DAY, DAY, facts);
        Shown shown = new Shown(address, true, List.of(), List.of(), Shown.HIDDEN, "open", true, List.of(), 1500);
        List<Verdict> votes = new ArrayList<>();
        for (int v = 0; v < labels.size(); v++) {
            PolicyPack.Label label = PACK.label(labels.get(v));
            Finding finding = new Finding(label.id(), List.of(), label.severity(), label.defaultAction(), true, Optional.empty(), Optional.of("by its looks"));
            votes.add(new Verdict(new UUID(7 + v, i), new UUID(1, i), item.id(), v + 1, 0, VerdictKind.DECIDED, new UUID(5, v), 1,
                    Optional.of(finding), Optional.empty(), REF, shown, DAY.plusSeconds(7200)));
        }
        return new LabelledItem(item, "general", Optional.empty(), address, votes.getLast(), votes, new TreeMap<>(), 1, Set.of(),
                List.of(new ModelScore("feed", "3", HARM, score, 0.5)), List.of(), ExportMode.FULL, true, Split.TRAIN);
    }
}
