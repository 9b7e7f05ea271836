package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackThresholdTest {
    private final PolicyPack shipped = PolicyFile.shipped();

    @Test
    void aRuleForTheModelGetsTheThresholdAndTheRestStaysAsItIs() {
        PolicyPack after = PackThreshold.set(shipped, "forensic-starter", "overlay", 0.6251);

        assertThat(after.ref().version()).isEqualTo("1.1.0");
        assertThat(changed(after)).containsExactlyInAnyOrder(
                "-  version: 1.0.0            # MAJOR = a label's meaning changed, MINOR = a label was added, PATCH = wording",
                "+  version: 1.1.0            # MAJOR = a label's meaning changed, MINOR = a label was added, PATCH = wording",
                "-  - {model: forensic-starter, model_label: overlay, label: spam_scam, weight: 0.6, reason: a banner or code lies over the picture}",
                "+  - {model: forensic-starter, model_label: overlay, label: spam_scam, weight: 0.6, reason: a banner or code lies over the picture, review: 0.625}");
    }

    @Test
    void aThresholdThatIsThereIsReplaced() {
        PolicyPack once = PackThreshold.set(shipped, "forensic-starter", "overlay", 0.6);
        PolicyPack twice = PackThreshold.set(once, "forensic-starter", "overlay", 0.45);

        assertThat(twice.ref().version()).isEqualTo("1.2.0");
        assertThat(twice.text()).contains("review: 0.450").doesNotContain("review: 0.600");
    }

    @Test
    void aModelThatTheRuleForAllReadsGetsARuleOfItsOwn() {
        PolicyPack after = PackThreshold.set(shipped, "desk-head", "spam_scam", 0.3);

        assertThat(after.scoreRules()).hasSize(shipped.scoreRules().size() + 1);
        assertThat(after.scoreRules().getFirst()).isEqualTo(new PolicyPack.ScoreRule("desk-head", "spam_scam", "spam_scam", 1, java.util.Optional.of(0.3), after.scoreRules().getFirst().reason()));
        assertThat(changed(after)).hasSize(3);
    }

    @Test
    void blockStyleAndLettersBeyondTheBasicPlaneAreKept() throws PolicyFormatException {
        String text = shipped.text().replace("  owner: policy@example.invalid", "  owner: \"\uD83D\uDE00 policy\"")
                .replace("  - {model: forensic-starter, model_label: overlay, label: spam_scam, weight: 0.6, reason: a banner or code lies over the picture}",
                        "  - model: forensic-starter\n    model_label: overlay\n    label: spam_scam\n    weight: 0.6   # a comment\n");

        PolicyPack after = PackThreshold.set(PolicyFile.parse("own.yaml", text), "forensic-starter", "overlay", 0.7);

        assertThat(after.text()).contains("    weight: 0.6\n    review: 0.700   # a comment\n");
    }

    @Test
    void whatNoRuleReadsAndWhatIsNoThresholdIsRefused() {
        assertThatThrownBy(() -> PackThreshold.set(shipped, "desk-head", "no_such_label", 0.5)).hasMessageContaining("No rule of default-synthetic-media@1.0.0 reads no_such_label of desk-head");
        assertThatThrownBy(() -> PackThreshold.set(shipped, "desk-head", "spam_scam", 1.2)).hasMessageContaining("lies in 0..1");
    }

    private List<String> changed(PolicyPack after) {
        return PackChanges.between(shipped.text(), after.text()).stream().filter(line -> line.kind() == PackChanges.Kind.ADDED || line.kind() == PackChanges.Kind.REMOVED)
                .map(line -> (line.kind() == PackChanges.Kind.ADDED ? "+" : "-") + line.text()).toList();
    }
}
