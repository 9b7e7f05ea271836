package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.Recorded;
import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.provenance.ProvenanceReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConceptMapTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final List<String> LABELS = PACK.labels().stream().map(Label::id).toList();
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String HEAD = "map: {id: mine, version: 1.0.0}\nconcepts:\n";

    @Test
    void theShippedMapIsForTheShippedPackAndEveryVendor() throws Exception {
        ConceptMap shipped = ConceptMapFile.shipped();
        assertThat(ConceptMapFile.parse("shipped", shipped.text(), Optional.of(LABELS))).isEqualTo(shipped);
        assertThat(shipped.concepts()).extracting(ConceptMap.Concept::vendor).contains(Vendor.values());
        assertThat(shipped.rules(PACK)).hasSameSizeAs(shipped.concepts());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatAVendorSeesIsSuspectedAndItsUnknownConceptsAreTold(Vendor vendor) throws Exception {
        ConceptMap map = ConceptMapFile.shipped();
        Policy policy = new Policy(PACK, map);
        List<ModelScore> scores = map.kept(vendor.read(Recorded.json(Recorded.of(vendor)))).stream().map(kept -> kept.score().asModelScore(kept.threshold())).toList();
        PolicyDecision decision = policy.decide(scores, ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW);
        assertThat(decision.suspected()).contains("graphic_violence");
        assertThat(decision.reasons()).anyMatch(reason -> reason.contains("read by vendor-concepts@1.0.0") && reason.contains(vendor.word() + "/"));
        List<String> unread = policy.unread(scores).stream().map(ModelScore::label).toList();
        switch (vendor) {
            case CLARIFAI -> assertThat(unread).containsExactly("paper hats");
            case REKOGNITION -> assertThat(unread).containsExactly("Confetti");
            case HIVE -> assertThat(unread).containsExactly("yes_paper_hats");
            case SIGHTENGINE -> assertThat(unread).contains("gore.classes.skull").doesNotContain("nudity.none", "gore.prob");
            case AZURE, OPENAI -> assertThat(unread).isEmpty();
        }
        assertThat(decision.reasons().stream().filter(reason -> reason.contains("the policy has no rule for it")).count())
                .isEqualTo(policy.unread(scores).stream().filter(ModelScore::over).count());
    }

    @Test
    void withoutAMapNoConceptIsReadAndAllAreTold() throws Exception {
        Policy policy = new Policy(PACK);
        List<ModelScore> scores = Vendor.CLARIFAI.read(Recorded.json(Recorded.CLARIFAI)).stream().map(score -> score.asModelScore(0.5)).toList();
        assertThat(policy.decide(scores, ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW).suspected()).isEmpty();
        assertThat(policy.unread(scores)).hasSize(3);
    }

    @Test
    void theEntryForAModelGoesBeforeTheOneForItsVendor() throws Exception {
        ConceptMap map = map("""
                  - {vendor: clarifai, concept: gore, label: graphic_violence, weight: 0.5}
                  - {vendor: clarifai, model: own-model, concept: gore, label: self_harm, weight: 0.5, review: 0.9}
                """);
        VendorScore score = new VendorScore(Vendor.CLARIFAI, "own-model", "1", "concepts", "gore", 0.8, 0.8);
        assertThat(map.of(score)).get().extracting(ConceptMap.Concept::label).isEqualTo(Optional.of("self_harm"));
        assertThat(map.read(score).threshold()).isEqualTo(0.9);
        assertThat(new ScoreRules(List.of(), map.rules(PACK)).of(map.read(score))).get().extracting(PolicyPack.ScoreRule::label).isEqualTo("self_harm");
    }

    @Test
    void aPacksOwnRuleGoesBeforeTheMaps() throws Exception {
        ConceptMap map = map("  - {vendor: hive, concept: very_bloody, label: self_harm, weight: 1}\n");
        ScoreRules rules = new ScoreRules(List.of(new PolicyPack.ScoreRule("hive/*", "very_bloody", "graphic_violence", 0.2, Optional.empty(), "")), map.rules(PACK));
        assertThat(rules.of(new ModelScore("hive/visual_moderation", "1", "very_bloody", 0.9, 0.5))).get().extracting(PolicyPack.ScoreRule::label).isEqualTo("graphic_violence");
    }

    @Test
    void anEntryForALabelThatThePackHasNotIsUnknownThere() throws Exception {
        ConceptMap map = ConceptMapFile.parse("m", HEAD + "  - {vendor: hive, concept: very_bloody, label: bloodshed, weight: 1}\n", Optional.empty());
        assertThat(map.rules(PACK)).isEmpty();
        assertThat(new Policy(PACK, map).unread(List.of(new ModelScore("hive/visual_moderation", "1", "very_bloody", 0.9, 0.5)))).hasSize(1);
    }

    @Test
    void aCalibrationIsPlattsAndKeepsTheRawScore() throws Exception {
        ConceptMap map = map("  - {vendor: rekognition, concept: Violence, label: graphic_violence, weight: 1, calibration: {slope: 0.5, intercept: -1}}\n");
        VendorScore calibrated = map.calibrated(new VendorScore(Vendor.REKOGNITION, "moderation-labels", "7.0", "Violence", "Violence", 80, 0.8));
        // logit(4/5) is ln 4, half of it ln 2: 1 / (1 + exp(1 - ln 2))
        assertThat(calibrated.calibrated()).isCloseTo(1 / (1 + Math.E / 2), within(1e-12));
        assertThat(calibrated.raw()).isEqualTo(80);
        ConceptMap.Platt platt = new ConceptMap.Platt(2, 1);
        assertThat(platt.of(0)).isBetween(0.0, 1e-9);
        assertThat(platt.of(1)).isBetween(1 - 1e-9, 1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {vendor: clarify, concept: gore, label: graphic_violence, weight: 1}                 | 3: concepts[0].vendor: no vendor 'clarify'; did you mean 'clarifai'?
            {vendor: clarifai, concept: gore, label: graphic_violense, weight: 1}                | 3: concepts[0].label: no label of the policy 'graphic_violense'; did you mean 'graphic_violence'?
            {vendor: clarifai, concept: gore, label: graphic_violence}                           | 3: concepts[0].weight: is missing
            {vendor: clarifai, concept: gore, label: graphic_violence, weight: 2}                | 3: concepts[0].weight: is not a number from 0 to 1
            {vendor: clarifai, label: graphic_violence, weight: 1}                               | 3: concepts[0].concept: is missing
            {vendor: clarifai, concept: gore, review: 0.5}                                       | 3: concepts[0].review: says when a person looks
            {vendor: clarifai, concept: "g*", label: graphic_violence, weight: 1}                | 3: concepts[0].concept: stands for several concepts
            {vendor: clarifai, concept: gore, label: self_harm, weight: 1, calibration: {slope: -1, intercept: 0}} | 3: concepts[0].calibration.slope: is not a number
            {vendor: clarifai, concept: gore, lable: graphic_violence}                           | 3: concepts[0].lable: is not a field Docket knows
            """)
    void whatIsWrongIsToldByLineAndField(String entry, String message) {
        assertThatThrownBy(() -> map("  - " + entry + "\n")).isInstanceOf(PolicyFormatException.class).hasMessageContaining("m:" + message);
    }

    @Test
    void aConceptStandsOnce() {
        assertThatThrownBy(() -> map("  - {vendor: hive, concept: gun}\n  - {vendor: hive, concept: gun}\n"))
                .hasMessageContaining("m:4: concepts[1].concept: 'gun' of hive stands here twice; first on line 3");
    }

    private static ConceptMap map(String entries) throws PolicyFormatException {
        return ConceptMapFile.parse("m", HEAD + entries, Optional.of(LABELS));
    }
}
