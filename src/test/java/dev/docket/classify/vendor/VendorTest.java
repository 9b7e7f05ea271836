package dev.docket.classify.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every vendor's answer is read into the one shape; what is malformed is told by its field. */
class VendorTest {

    @Test
    void clarifaisConceptsAreScores() throws Exception {
        assertThat(Vendor.CLARIFAI.read(Recorded.json(Recorded.CLARIFAI))).containsExactly(
                score(Vendor.CLARIFAI, "moderation-recognition", "aa8be956dbaa4b7a858826a84253cab9", "concepts", "safe", 0.03125, 0.03125),
                score(Vendor.CLARIFAI, "moderation-recognition", "aa8be956dbaa4b7a858826a84253cab9", "concepts", "gore", 0.875, 0.875),
                score(Vendor.CLARIFAI, "moderation-recognition", "aa8be956dbaa4b7a858826a84253cab9", "concepts", "paper hats", 0.5, 0.5));
    }

    @Test
    void rekognitionsConfidenceIsAPercentageAndItsTopLabelsAreTheirOwnHead() throws Exception {
        assertThat(Vendor.REKOGNITION.read(Recorded.json(Recorded.REKOGNITION))).containsExactly(
                score(Vendor.REKOGNITION, "moderation-labels", "7.0", "Violence", "Violence", 99.5, 0.995),
                score(Vendor.REKOGNITION, "moderation-labels", "7.0", "Violence", "Graphic Violence", 75, 0.75),
                score(Vendor.REKOGNITION, "moderation-labels", "7.0", "Graphic Violence", "Confetti", 62.5, 0.625));
    }

    @Test
    void azuresSeverityIsAGradeOfSix() throws Exception {
        assertThat(Vendor.AZURE.read(Recorded.json(Recorded.AZURE))).contains(
                score(Vendor.AZURE, "content-safety-image", VendorScore.UNSTATED, "categoriesAnalysis", "SelfHarm", 2, 2 / 6.0),
                score(Vendor.AZURE, "content-safety-image", VendorScore.UNSTATED, "categoriesAnalysis", "Violence", 6, 1)).hasSize(4);
    }

    @Test
    void hivesClassesOfBothVersionsAreRead() throws Exception {
        assertThat(Vendor.HIVE.read(Recorded.json(Recorded.HIVE))).contains(
                score(Vendor.HIVE, "visual_moderation", "1", "classes", "very_bloody", 0.9375, 0.9375)).hasSize(3);
        assertThat(Vendor.HIVE.read(Recorded.json(Recorded.HIVE_V3))).as("of two frames the higher").containsExactly(
                score(Vendor.HIVE, "visual-moderation", "3", "classes", "very_bloody", 0.5, 0.5));
    }

    @Test
    void sightenginesNumbersAreScoresUnderTheirPath() throws Exception {
        List<VendorScore> scores = Vendor.SIGHTENGINE.read(Recorded.json(Recorded.SIGHTENGINE));
        assertThat(scores).extracting(VendorScore::label).containsExactly(
                "nudity.sexual_activity", "nudity.suggestive_classes.bikini", "nudity.suggestive_classes.cleavage_categories.very_revealing", "nudity.none",
                "gore.prob", "gore.classes.very_bloody", "gore.classes.skull", "gore.type.animated", "gore.type.fake", "gore.type.real", "type.ai_generated");
        assertThat(scores).contains(score(Vendor.SIGHTENGINE, "check", VendorScore.UNSTATED, "gore", "gore.prob", 0.875, 0.875));
    }

    @Test
    void openAisCategoriesOfTextAloneAreLeftOut() throws Exception {
        assertThat(Vendor.OPENAI.read(Recorded.json(Recorded.OPENAI))).containsExactly(
                score(Vendor.OPENAI, "moderation", "omni-moderation-2024-09-26", "category_scores", "violence", 0.75, 0.75),
                score(Vendor.OPENAI, "moderation", "omni-moderation-2024-09-26", "category_scores", "violence/graphic", 0.625, 0.625));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLARIFAI    | "value": 0.875                 | "value": "high"               | outputs[0].data.concepts[1].value: a number from 0 to 1 is wanted
            CLARIFAI    | "value": 0.875                 | "value": 1.5                  | outputs[0].data.concepts[1].value: a number from 0 to 1 is wanted
            CLARIFAI    | "name": "gore"                 | "name": 7.5                   | outputs[0].data.concepts[1].name: a text is wanted
            CLARIFAI    | "concepts"                     | "regions"                     | outputs[0].data.concepts: is missing
            CLARIFAI    | "outputs": [{                  | "outputs": [{}, {             | outputs: holds 2 answers; one answer is for one image
            CLARIFAI    | {"code": 10000                 | {"code": 11102                | status: the service answered with an error: 11102 Ok
            REKOGNITION | "Confidence": 75.0             | "Confidence": 175.0           | ModerationLabels[1].Confidence: a number from 0 to 100 is wanted
            REKOGNITION | "ModerationLabels"             | "Labels"                      | ModerationLabels: is missing
            REKOGNITION | {"ModerationLabels"            | {"__type": "ThrottlingException", "ModerationLabels" | __type: the service answered with an error: ThrottlingException
            AZURE       | "severity": 2                  | "severity": 8                 | categoriesAnalysis[1].severity: a number from 0 to 6 is wanted
            AZURE       | {"categoriesAnalysis"          | {"error": {"code": "InvalidRequestBody", "message": "no"}, "categoriesAnalysis" | error: the service answered with an error: InvalidRequestBody no
            HIVE        | "score": 0.9375                | "score": -1                   | status[0].response.output[0].classes[0].score: a number from 0 to 1 is wanted
            HIVE        | "response"                     | "nothing"                     | status[0].status: the service answered with an error: 0 SUCCESS
            HIVE        | "class": "very_bloody"         | "class": ""                   | status[0].response.output[0].classes[0].class: 1 to 120 plain characters are wanted
            SIGHTENGINE | "prob": 0.875                  | "prob": 3                     | gore.prob: a number from 0 to 1 is wanted
            SIGHTENGINE | "success"                      | "failure"                     | status: the service answered with an error: failure
            OPENAI      | "violence": 0.75               | "violence": null              | results[0].category_scores.violence: is missing
            OPENAI      | "category_scores"              | "scores"                      | results[0].category_scores: is missing
            OPENAI      | {"id": "modr-1"                | {"error": {"type": "invalid_request_error", "message": "no image"} | error: the service answered with an error: invalid_request_error no image
            """)
    void whatIsMalformedIsToldByItsField(Vendor vendor, String was, String is, String message) {
        assertThat(Recorded.of(vendor)).contains(was);
        JsonNode broken = Recorded.json(Recorded.of(vendor).replaceFirst(java.util.regex.Pattern.quote(was), java.util.regex.Matcher.quoteReplacement(is)));
        assertThatThrownBy(() -> vendor.read(broken)).isInstanceOf(VendorFormatException.class).hasMessageStartingWith(message);
    }

    /** Every way to leave a node out or put another there: an answer or an exception that names something, never anything else. */
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void noMutationOfAnAnswerBringsAnythingButScoresOrAFault(Vendor vendor) {
        List<JsonNode> others = List.of(Recorded.json("null"), Recorded.json("[]"), Recorded.json("{}"), Recorded.json("-1"), Recorded.json("1e308"),
                Recorded.json("\"\""), Recorded.json("true"), Recorded.json("[[[{}]]]"));
        JsonNode answer = Recorded.json(Recorded.of(vendor));
        int[] tried = {0};
        mutate(answer, answer, others, () -> {
            tried[0]++;
            try {
                assertThat(vendor.read(answer)).allMatch(score -> score.calibrated() >= 0 && score.calibrated() <= 1);
            } catch (VendorFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
        others.forEach(other -> assertThatThrownBy(() -> vendor.read(other)).isInstanceOf(VendorFormatException.class));
        assertThat(tried[0]).isGreaterThan(50);
    }

    @Test
    void anAnswerOfTooManyScoresIsRefused() {
        ObjectNode many = (ObjectNode) Recorded.json(Recorded.AZURE);
        ArrayNode categories = many.putArray("categoriesAnalysis");
        for (int i = 0; i <= Vendor.MOST_SCORES; i++) {
            categories.addObject().put("category", "c" + i).put("severity", 0);
        }
        assertThatThrownBy(() -> Vendor.AZURE.read(many)).isInstanceOf(VendorFormatException.class).hasMessageContaining("at most 500");
    }

    @Test
    void aModelsIdNamesItsVendor() {
        assertThat(Vendor.ofModel("hive/visual_moderation")).contains(Vendor.HIVE);
        assertThat(Vendor.ofModel("forensic-starter")).isEmpty();
        assertThat(Vendor.ofModel("acme/model")).isEmpty();
    }

    private static void mutate(JsonNode whole, JsonNode at, List<JsonNode> others, Runnable tried) {
        if (at instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode was = object.get(name);
                others.forEach(other -> {
                    object.set(name, other);
                    tried.run();
                });
                object.set(name, was);
                mutate(whole, was, others, tried);
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode was = array.get(i);
                int index = i;
                others.forEach(other -> {
                    array.set(index, other);
                    tried.run();
                });
                array.set(i, was);
                mutate(whole, was, others, tried);
            }
        }
    }

    private static VendorScore score(Vendor vendor, String model, String version, String head, String label, double raw, double calibrated) {
        return new VendorScore(vendor, model, version, head, label, raw, calibrated);
    }
}
