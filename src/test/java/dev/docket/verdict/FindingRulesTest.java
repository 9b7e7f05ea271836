package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
    private static final Finding HATE = Finding.of("hate_symbols", Severity.S2, "remove");
    private static final Region SIGN = Region.box("hate_symbols", 0.1, 0.1, 0.2, 0.2);
    private final FindingRules strict = new FindingRules(strict());

    @Test
    void aFindingWithAllThatIsRequiredIsAccepted() {
        Finding whole = HATE.withRegions(List.of(SIGN)).withRationale("r_symbol", Map.of()).withOrigin(OriginFinding.UNKNOWN).withNote(Optional.of("on the flag"));

        assertThat(strict.missing(whole)).isEmpty();
        assertThatCode(() -> strict.check(whole)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() {
        assertThatThrownBy(() -> strict.check(HATE)).isInstanceOf(MissingEvidence.class).hasMessage(
                "Hate symbols needs a region drawn on the picture, and a reason from the list, and a finding of origin, and a note. Add them and decide again.");
        assertThatThrownBy(() -> strict.check(HATE.withRegions(List.of(SIGN)).withRationale("r_symbol", Map.of()).withOrigin(OriginFinding.NOT_AI).withNote(Optional.of(" "))))
                .hasMessage("Hate symbols needs a note. Add it and decide again.");
        assertThat(strict.missing(HATE.withNote(Optional.of("x")))).containsExactly(Evidence.REGION, Evidence.RATIONALE, Evidence.ORIGIN);
    }

    @Test
    void anUnsureFindingNeedsItTooButAskingSomebodyElseNeedsNothing() {
        assertThat(strict.missing(HATE.withSure(false))).isNotEmpty();
        assertThat(strict.missing(HATE.withAction("escalate", List.of()))).isEmpty();
    }

    @Test
    void whatIsOnlyRecommendedIsNotRequired() {
        FindingRules shipped = new FindingRules(PolicyFile.shipped());

        assertThat(shipped.missing(HATE)).isEmpty();
        assertThatCode(() -> shipped.check(HATE)).doesNotThrowAnyException();
    }

    @Test
    void undisclosedSyntheticNeedsSomethingToGoBy() {
        FindingRules shipped = new FindingRules(PolicyFile.shipped());
        Finding bare = Finding.of("undisclosed_synthetic", Severity.S1, "label_ai");

        assertThatThrownBy(() -> shipped.check(bare)).isInstanceOf(MissingEvidence.class)
                .hasMessage("Undisclosed synthetic needs a finding of origin, a reason or a note. Add it and decide again.");
        for (Finding whole : List.of(bare.withOrigin(OriginFinding.AI_SUSPECTED), bare.withRationale("r_judged", Map.of()), bare.withNote(Optional.of("six fingers")))) {
            assertThatCode(() -> shipped.check(whole)).doesNotThrowAnyException();
        }
        assertThatCode(() -> shipped.check(bare, () -> true)).doesNotThrowAnyException();
        assertThat(shipped.missing(bare.withAction("escalate", List.of()))).as("asking somebody else needs no proof").isEmpty();
    }

    @Test
    void whatThePackDoesNotAllowIsRefused() {
        refused(HATE.withSeverity(Severity.S4), "hate_symbols is one of [S1, S2, S3], not S4");
        refused(HATE.withAction("label_ai", List.of()), "not label_ai");
        refused(Finding.of("hats", Severity.S2, "remove"), "No label 'hats' in default-synthetic-media@1.0.0");
        refused(HATE.withAdditional(List.of("hats")), "No label 'hats'");
        refused(HATE.withAdditional(List.of("hate_symbols")), "stands in the finding twice");
        refused(HATE.withRegions(List.of(Region.box("spam_scam", 0, 0, 1, 1))), "A region shows 'spam_scam'");
        refused(HATE.withAction("geo_restrict", List.of("Germany")), "'Germany' is not an ISO 3166 code");
        refused(HATE.withRationale("r_ids", Map.of()), "No reason 'r_ids' of label hate_symbols");
        refused(HATE.withRationale("r_symbol", Map.of("what", "x")), "The reason has no place for 'what'");
        refused(Finding.of("privacy_doxxing", Severity.S2, "remove").withRationale("r_ids", Map.of()), "Fill in 'what'");
        refused(Finding.of("minors_safety", Severity.S4, "quarantine"), "is quarantined, not decided");
    }

    private static void refused(Finding finding, String message) {
        assertThatThrownBy(() -> new FindingRules(PolicyFile.shipped()).check(finding))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static PolicyPack strict() {
        try {
            return PolicyFile.parse("strict", PolicyFile.shipped().text()
                    .replaceFirst("evidence: \\{region: recommended}", "evidence: {note: required, region: required, rationale: required, origin: required}"));
        } catch (PolicyFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
