package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * Azure AI Content Safety's {@code image:analyze}: {@code categoriesAnalysis[] {category, severity}}.
 * Source: https://learn.microsoft.com/en-us/rest/api/contentsafety/image-operations/analyze-image. Severity is one of 0, 2, 4, 6
 * ({@code FourSeverityLevels}, the only output of images): a grade, not a probability, put on 0..1 by its sixth.
 */
final class AzureAnswer implements AnswerFormat {
    private static final double GRAVEST = 6;

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        if (answer.has("error")) {
            AnswerField error = answer.at("error");
            throw error.refused(error.said("code") + " " + error.said("message"));
        }
        List<VendorScore> scores = new ArrayList<>();
        for (AnswerField category : answer.at("categoriesAnalysis").each()) {
            double severity = category.at("severity").number(GRAVEST);
            scores.add(new VendorScore(vendor, "content-safety-image", VendorScore.UNSTATED, "categoriesAnalysis",
                    category.at("category").text(VendorScore.LABEL), severity, severity / GRAVEST));
        }
        return scores;
    }
}
