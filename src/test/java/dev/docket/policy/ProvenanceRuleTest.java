package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyDecision.PriorityPart;
import dev.docket.provenance.Contradiction.Kind;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.ProvenanceReport.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvenanceRuleTest {
    private static final Signal LABEL = new Signal("label", Strength.DISCLOSURE, Origin.AI_GENERATED, "Google AI", "");
    private static final Signal COMFY = new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "ComfyUI", "");
    private static final Signal CANON = new Signal("exif", Strength.HINT, Origin.CAMERA, "Canon EOS R5", "");

    @ParameterizedTest
    @EnumSource(State.class)
    void aRuleAsksForStatesOfTheCredentials(State state) {
        assertThat(rule(List.of(State.INVALID, State.UNREADABLE), Optional.empty(), List.of(), List.of()).holds(report(state)))
                .isEqualTo(state == State.INVALID || state == State.UNREADABLE);
    }

    @Test
    void aRuleAsksWhetherAiIsDisclosed() {
        ProvenanceRule disclosed = rule(List.of(), Optional.of(true), List.of(), List.of());
        ProvenanceRule hidden = rule(List.of(), Optional.of(false), List.of(), List.of());

        assertThat(disclosed.holds(report(State.NONE, LABEL))).isTrue();
        assertThat(disclosed.holds(report(State.NONE, COMFY))).isFalse();
        assertThat(hidden.holds(report(State.NONE, COMFY))).isTrue();
        assertThat(hidden.holds(report(State.NONE, LABEL))).isFalse();
    }

    @Test
    void aRuleAsksForWatermarksOtherThanOurOwn() {
        ProvenanceRule found = rule(List.of(), Optional.empty(), List.of("detected"), List.of());
        ProvenanceRule none = rule(List.of(), Optional.empty(), List.of("possible", "none"), List.of());

        assertThat(found.holds(marked("open", MarkState.DETECTED))).isTrue();
        assertThat(found.holds(marked("docket", MarkState.DETECTED))).isFalse();
        assertThat(none.holds(marked("docket", MarkState.DETECTED))).isTrue();
        assertThat(none.holds(marked("open", MarkState.POSSIBLE))).isTrue();
        assertThat(none.holds(marked("open", MarkState.DETECTED))).isFalse();
    }

    @Test
    void allConditionsOfARuleHaveToHold() {
        ProvenanceRule both = rule(List.of(State.INVALID), Optional.of(false), List.of(), List.of());

        assertThat(both.holds(report(State.INVALID))).isTrue();
        assertThat(both.holds(report(State.INVALID, LABEL))).isFalse();
        assertThat(both.holds(report(State.INTACT))).isFalse();
    }

    @Test
    void aContradictionRaisesThePriorityIsSuspectedByItsRuleAndToldWithBothFacts() {
        Policy policy = new Policy(PolicyFile.shipped());
        ProvenanceReport torn = report(State.NONE, COMFY, CANON);
        ProvenanceReport plain = report(State.NONE, COMFY);

        PolicyDecision decision = policy.decide(List.of(), torn, List.of(), ItemFacts.NONE, Instant.EPOCH);
        PolicyDecision without = policy.decide(List.of(), plain, List.of(), ItemFacts.NONE, Instant.EPOCH);

        assertThat(decision.parts()).contains(new PriorityPart("Sources disagree", 1.2));
        assertThat(decision.priority()).isGreaterThan(without.priority() + 1.1);
        assertThat(decision.reasons()).contains(
                "Provenance: sources disagree (it is said to be from a camera and from a generator)",
                "Sources disagree: EXIF (Canon EOS R5) says a camera took it, generator metadata (ComfyUI) says AI made it.");
        assertThat(decision.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aRuleSaysInWordsWhatItAsksFor() {
        assertThat(rule(List.of(State.INVALID, State.EXPIRED), Optional.of(false), List.of("detected"), List.of(Kind.MAKERS)).sentence())
                .isEqualTo("Provenance: credentials altered or invalid or expired or revoked, no AI disclosure in the file, watermark detected, sources disagree (why)");
    }

    private static ProvenanceRule rule(List<State> states, Optional<Boolean> disclosure, List<String> marks, List<Kind> kinds) {
        return new ProvenanceRule(states, disclosure, marks, kinds, "undisclosed_synthetic", .5, "why");
    }

    private static ProvenanceReport report(State state, Signal... signals) {
        return new ProvenanceReport(Credentials.of(state, List.of()), List.of(signals), List.of(), List.of(), List.of(), false).compared();
    }

    private static ProvenanceReport marked(String detector, MarkState state) {
        return new ProvenanceReport(Credentials.NONE, List.of(), List.of(new Watermark(detector, "FLUX", "dwtDct", "f32", 46, 44, 41, 1e-9, 1e-7, state, "")),
                List.of(), List.of(), false);
    }
}
