package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LabelRuleTest {

    @Test
    void oneVoteCounts() {
        LabelRule.Resolved label = resolve(List.of(vote(1, "benign", false))).orElseThrow();

        assertThat(label.finding().label()).isEqualTo("benign");
        assertThat(label.shares()).containsEntry("benign", 1.0);
        assertThat(label.agreement()).isEqualTo(1);
    }

    @Test
    void aSureVoteOutweighsAnUnsureOne() {
        LabelRule.Resolved label = resolve(List.of(vote(1, "benign", false), vote(2, "spam_scam", true))).orElseThrow();

        assertThat(label.finding().label()).isEqualTo("spam_scam");
        assertThat(label.shares().get("spam_scam")).isEqualTo(2 / 3.0);
        assertThat(label.agreement()).isEqualTo(0.5);
        assertThat(label.adjudicated()).isFalse();
    }

    @Test
    void aTieLeavesItOpen() {
        assertThat(resolve(List.of(vote(1, "benign", true), vote(2, "spam_scam", true)))).isEmpty();
    }

    @Test
    void theAdjudicatorEndsADisagreement() {
        LabelRule.Resolved label = resolve(List.of(vote(1, "benign", true), vote(2, "spam_scam", true), vote(3, "civic_deception", true))).orElseThrow();

        assertThat(label.finding().label()).isEqualTo("civic_deception");
        assertThat(label.adjudicated()).isTrue();
        assertThat(label.deciding().round()).isEqualTo(3);
    }

    @Test
    void everyRuleKnowsATieInItsOwnWay() {
        List<Verdict> tie = List.of(vote(1, "benign", true), vote(2, "spam_scam", true));

        assertThat(resolve(Resolution.SINGLE, tie).orElseThrow().finding().label()).isEqualTo("benign");
        assertThat(resolve(Resolution.SOFT, tie).orElseThrow().finding().label()).isEqualTo("spam_scam");
        assertThat(resolve(Resolution.SOFT, tie).orElseThrow().shares()).isEqualTo(Map.of("benign", 0.5, "spam_scam", 0.5));
        assertThat(resolve(Resolution.ADJUDICATED, tie)).isEmpty();
        assertThat(resolve(Resolution.DAWID_SKENE, tie)).isEmpty();
    }

    @Test
    void aSettlingLookCountsUnderEveryRule() {
        List<Verdict> settled = List.of(vote(1, "benign", true), vote(2, "spam_scam", true), vote(3, "civic_deception", true));

        assertThat(Resolution.values()).allSatisfy(rule -> {
            assertThat(resolve(rule, settled).orElseThrow().finding().label()).isEqualTo("civic_deception");
            assertThat(resolve(rule, settled).orElseThrow().adjudicated()).isTrue();
        });
    }

    @Test
    void thePosteriorBeatsTheTieOnlyWithALabelThatSomebodyGave() {
        List<Verdict> tie = List.of(vote(1, "benign", true), vote(2, "spam_scam", true));

        assertThat(likeliest(tie, Map.of("benign", 0.9, "spam_scam", 0.1))).contains("benign");
        assertThat(likeliest(tie, Map.of("benign", 0.1, "spam_scam", 0.1, "civic_deception", 0.8))).isEmpty();
    }

    private static Optional<String> likeliest(List<Verdict> votes, Map<String, Double> posterior) {
        LabelRule rule = new LabelRule(Resolution.DAWID_SKENE, Map.of(new UUID(3, 3), new TreeMap<>(posterior)));
        return rule.resolve(new UUID(3, 3), votes, Set.of()).map(label -> label.finding().label());
    }

    private static Optional<LabelRule.Resolved> resolve(List<Verdict> votes) {
        return resolve(Resolution.MAJORITY, votes);
    }

    private static Optional<LabelRule.Resolved> resolve(Resolution rule, List<Verdict> votes) {
        return new LabelRule(rule, Map.of()).resolve(new UUID(3, 3), votes, Set.of(new UUID(2, 3)));
    }

    private static Verdict vote(int round, String label, boolean sure) {
        Finding finding = new Finding(label, List.of(), Severity.S0, "allow", sure, Optional.empty(), Optional.empty());
        Shown shown = new Shown(ContentHash.of(new byte[0]), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 1);
        return new Verdict(new UUID(1, round), new UUID(2, round), new UUID(3, 3), round, 0, VerdictKind.DECIDED, new UUID(4, round), 1,
                Optional.of(finding), Optional.empty(), SampleSet.PACK, shown, SampleSet.DAY.plusSeconds(round));
    }
}
