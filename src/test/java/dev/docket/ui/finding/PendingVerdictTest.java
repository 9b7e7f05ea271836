package dev.docket.ui.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region.Corner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingVerdictTest {
    private final PendingVerdict pending = new PendingVerdict(strict());
    private final List<Evidence> wanted = new ArrayList<>();

    PendingVerdictTest() {
        pending.onWanted(wanted::add);
    }

    @Test
    void aLabelAloneIsAFindingWithItsDefaults() {
        Finding finding = pending.decided(pending.pack().label("spam_scam"), true).orElseThrow();

        assertThat(finding).isEqualTo(Finding.of("spam_scam", Severity.S1, "remove"));
        assertThat(pending.isPending()).isFalse();
    }

    @Test
    void undisclosedSyntheticLeadsToOriginUnlessTheFileStatesIt() {
        List<Evidence> wanted = new ArrayList<>();
        pending.onWanted(wanted::add);

        assertThat(pending.decided(pending.pack().label("undisclosed_synthetic"), true)).isEmpty();
        assertThat(wanted).containsExactly(Evidence.BASIS);
        assertThat(pending.adviceProperty().get()).isEqualTo("Undisclosed synthetic needs a finding of origin, a reason or a note. Add it, then decide.");
        pending.change(draft -> draft.withOrigin(Optional.of(OriginFinding.AI_SUSPECTED)));
        assertThat(pending.committed(true)).isPresent();

        pending.drop();
        pending.statedProperty().set("AI-generated: stated by signed credentials");
        assertThat(pending.decided(pending.pack().label("undisclosed_synthetic"), true)).isPresent();
        assertThat(pending.decided(pending.pack().label("undisclosed_synthetic"), true).orElseThrow().origin()).as("what a file states is not the reviewer's word").isEmpty();
    }

    @Test
    void whatWasPutTogetherGoesIntoTheFinding() {
        toggle("civic_deception");
        toggle("undisclosed_synthetic");
        pending.severity(Severity.S3);
        pending.change(draft -> draft.withAction(Optional.of("remove")).withOrigin(Optional.of(OriginFinding.AI_CONFIRMED))
                .withPlaces(List.of("DE")).withMarks(List.of(Mark.box(0.1, 0.2, 0.3, 0.4), Mark.box(0, 0, 1, 1).of("undisclosed_synthetic")))
                .withReason(Optional.of("r_speech"), Map.of(), Optional.of("Third copy")));

        Finding finding = pending.committed(false).orElseThrow();

        assertThat(finding.label()).isEqualTo("civic_deception");
        assertThat(finding.additional()).containsExactly("undisclosed_synthetic");
        assertThat(finding.severity()).isEqualTo(Severity.S3);
        assertThat(finding.action()).isEqualTo("remove");
        assertThat(finding.sure()).isFalse();
        assertThat(finding.origin()).contains(OriginFinding.AI_CONFIRMED);
        assertThat(finding.jurisdictions()).containsExactly("DE");
        assertThat(finding.rationale()).contains("r_speech");
        assertThat(finding.note()).contains("Third copy");
        assertThat(finding.regions()).extracting(region -> region.label()).containsExactly("civic_deception", "undisclosed_synthetic");
        assertThat(finding.regions().getFirst().outline()).containsExactly(new Corner(0.1, 0.2), new Corner(0.3, 0.4));
    }

    @Test
    void theKeyOfALabelMakesItThePrimaryOneOfWhatIsPending() {
        toggle("undisclosed_synthetic");

        Finding finding = pending.decided(pending.pack().label("civic_deception"), true).orElseThrow();

        assertThat(finding.label()).isEqualTo("civic_deception");
        assertThat(finding.additional()).containsExactly("undisclosed_synthetic");
    }

    @Test
    void whatWasTakenBackIsThereAgainAndItsLabelGivesWayToAnother() {
        Finding before = Finding.of("civic_deception", Severity.S3, "add_context").withAdditional(List.of("likeness"))
                .withRegions(List.of(Mark.box(0.1, 0.2, 0.3, 0.4).region(List.of("civic_deception")))).withRationale("r_speech", Map.of()).withNote(Optional.of("Third copy"));
        pending.recall(Draft.of(before, pending.pack()));
        assertThat(pending.committed(true)).contains(before);

        assertThat(pending.decided(pending.pack().label("spam_scam"), true)).as("a reason of the other label fell away, which has to be seen").isEmpty();
        assertThat(pending.committed(true).orElseThrow()).satisfies(other -> {
            assertThat(other.label()).isEqualTo("spam_scam");
            assertThat(other.additional()).containsExactly("likeness");
            assertThat(other.regions()).extracting(region -> region.label()).containsExactly("spam_scam");
            assertThat(other.note()).contains("Third copy");
            assertThat(other.rationale()).isEmpty();
        });
        assertThat(Draft.of(Finding.of("benign", Severity.S0, "allow"), pending.pack()).isEmpty()).as("a label with its defaults").isTrue();
    }

    @Test
    void aLabelThatNeedsMoreBecomesPendingAndLeadsToWhatIsMissing() {
        assertThat(pending.decided(pending.pack().label("hate_symbols"), true)).isEmpty();

        assertThat(pending.adviceProperty().get()).isEqualTo("Hate symbols needs a region drawn on the picture. Add it, then decide.");
        assertThat(wanted).containsExactly(Evidence.REGION);
        pending.change(draft -> draft.withMarks(List.of(Mark.box(0.4, 0.4, 0.6, 0.6))));
        assertThat(pending.adviceProperty().get()).isEmpty();
        assertThat(pending.committed(true).orElseThrow().regions()).hasSize(1);
    }

    @Test
    void passingItOnNeedsNoProof() {
        toggle("hate_symbols");
        pending.change(draft -> draft.withAction(Optional.of("escalate")));

        assertThat(pending.committed(true)).isPresent();
    }

    @Test
    void aSeverityTheLabelNeverHasIsNotTaken() {
        toggle("spam_scam");

        pending.severity(Severity.S4);

        assertThat(pending.draftProperty().get().severity()).isEmpty();
        assertThat(pending.adviceProperty().get()).isEqualTo("Spam or scam is S1 to S2, never S4");
    }

    @Test
    void whatTheNewLabelDoesNotAllowFallsAwayAndIsNotCommittedUnseen() {
        pending.severity(Severity.S3);

        assertThat(pending.decided(pending.pack().label("spam_scam"), true)).isEmpty();

        assertThat(pending.draftProperty().get().severity()).isEmpty();
        assertThat(pending.adviceProperty().get()).startsWith("What Spam or scam does not allow was taken out");
        assertThat(pending.committed(true)).isPresent();
    }

    @Test
    void withoutALabelNothingIsCommitted() {
        pending.change(draft -> draft.withOrigin(Optional.of(OriginFinding.NOT_AI)));

        assertThat(pending.committed(true)).isEmpty();

        assertThat(pending.adviceProperty().get()).startsWith("Choose a label first");
    }

    private void toggle(String label) {
        pending.toggle(pending.pack().label(label));
    }

    /** The shipped pack, where a symbol of hate has to be pointed at. */
    private static PolicyPack strict() {
        try {
            return PolicyFile.parse("strict.yaml", PolicyFile.shipped().text().replaceFirst("(?s)(id: hate_symbols.*?evidence: \\{region: )\\w+", "$1required"));
        } catch (PolicyFormatException e) {
            throw new AssertionError(e);
        }
    }
}
