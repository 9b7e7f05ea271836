package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * OpenAI's {@code /v1/moderations}: {@code results[].category_scores {category: score}} with {@code category_applied_input_types}, and
 * {@code model}, which names its version. Source: https://developers.openai.com/api/reference/resources/moderations. Scores lie in 0..1.
 * A category that the answer says was judged on text alone says nothing of the image and is left out.
 */
final class OpenAiAnswer implements AnswerFormat {

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        if (answer.has("error")) {
            AnswerField error = answer.at("error");
            throw error.refused(error.said("type") + " " + error.said("message"));
        }
        String version = answer.at("model").text(VendorScore.VERSION);
        AnswerField result = answer.at("results").only();
        AnswerField categories = result.at("category_scores");
        List<VendorScore> scores = new ArrayList<>();
        for (String category : categories.names()) {
            if (isOfTheImage(result, category)) {
                double score = categories.at(category).number(1);
                if (category.isBlank() || category.length() > VendorScore.LABEL) {
                    throw categories.wrong("a category has 1 to " + VendorScore.LABEL + " characters");
                }
                scores.add(new VendorScore(vendor, "moderation", version, "category_scores", category, score, score));
            }
        }
        return scores;
    }

    private static boolean isOfTheImage(AnswerField result, String category) throws VendorFormatException {
        if (!result.has("category_applied_input_types") || !result.at("category_applied_input_types").has(category)) {
            return true;
        }
        for (AnswerField type : result.at("category_applied_input_types").at(category).each()) {
            if (type.text(40).equals("image")) {
                return true;
            }
        }
        return false;
    }
}
