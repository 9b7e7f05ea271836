package dev.docket.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Covering;
import dev.docket.settings.Covering.From;
import dev.docket.settings.Covering.OfLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OwnCoversTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final Covering POLICY = Covering.DEFAULT.withFrom(From.POLICY);

    @Test
    void whatThePolicyLeavesOpenIsCoveredFromTheSeverityThatIsWanted() {
        assertThat(cover("open", Severity.S1, Covering.DEFAULT).covered()).isFalse();
        assertThat(cover("open", Severity.S2, Covering.DEFAULT).blur()).isEqualTo(60);
        assertThat(cover("open", Severity.S1, Covering.DEFAULT.withFrom(From.S1)).covered()).isTrue();
        assertThat(cover("open", Severity.S4, POLICY).covered()).isFalse();
    }

    @Test
    void aSuspectedLabelIsCoveredAsThePersonWantsIt() {
        Covering strict = POLICY.withLabels(new TreeMap<>(Map.of("self_harm", OfLabel.STRICT, "spam_scam", OfLabel.COVERED)));

        assertThat(cover("open", Severity.S0, strict, "benign").covered()).isFalse();
        assertThat(cover("open", Severity.S0, strict, "spam_scam")).isEqualTo(new DisplayProfile("open", 60, true, "hold", false, true));
        assertThat(cover("open", Severity.S0, strict, "spam_scam", "self_harm")).isEqualTo(new DisplayProfile("open", 100, true, "hold", true, true));
    }

    @Test
    void aLabelCountsFromTheScoreThatIsWantedThoughThePolicyDoesNotSuspectIt() {
        Covering own = POLICY.withLabels(new TreeMap<>(Map.of("self_harm", OfLabel.COVERED)));
        List<ModelScore> scores = List.of(new ModelScore("m", "1", "self_harm", 0.30, 0.60));

        assertThat(OwnCovers.of(PACK, decision("open", Severity.S0), () -> scores, own).covered()).isFalse();
        assertThat(OwnCovers.of(PACK, decision("open", Severity.S0), () -> scores, own.withFromScore(31)).covered()).isFalse();
        assertThat(OwnCovers.of(PACK, decision("open", Severity.S0), () -> scores, own.withFromScore(30)).covered()).isTrue();
    }

    @Test
    void nothingIsEverCoveredLessThanThePolicyCoversIt() {
        for (DisplayProfile profile : PACK.displayProfiles().values()) {
            for (From from : From.values()) {
                for (OfLabel ofLabel : OfLabel.values()) {
                    Covering own = Covering.DEFAULT.withFrom(from).withLabels(new TreeMap<>(Map.of("ncii", ofLabel)));
                    assertThat(cover(profile.id(), Severity.S3, own, "ncii").strictness()).isGreaterThanOrEqualTo(profile.strictness());
                }
            }
        }
        assertThat(cover("of another pack", Severity.S0, POLICY).blur()).isEqualTo(100);
    }

    private static DisplayProfile cover(String display, Severity severity, Covering own, String... suspected) {
        return OwnCovers.of(PACK, decision(display, severity, suspected), List::of, own);
    }

    private static PolicyDecision decision(String display, Severity severity, String... suspected) {
        return new PolicyDecision(PACK.ref(), Disposition.REVIEW, "spam", "EU", List.of(suspected), display, severity, Optional.empty(), 1, List.of(), List.of());
    }
}
