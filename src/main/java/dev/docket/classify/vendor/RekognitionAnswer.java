package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * Amazon Rekognition's {@code DetectModerationLabels}: {@code ModerationLabels[] {Name, ParentName, TaxonomyLevel, Confidence}} and
 * {@code ModerationModelVersion}. Source: https://docs.aws.amazon.com/rekognition/latest/APIReference/API_ModerationLabel.html.
 * Confidence lies in 0..100; labels under the request's MinConfidence (50 unless it says otherwise) are left out by the service.
 */
final class RekognitionAnswer implements AnswerFormat {
    private static final double PERCENT = 100;

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        if (answer.has("__type")) {
            throw answer.at("__type").refused(answer.said("__type") + " " + answer.said("message") + answer.said("Message"));
        }
        String version = answer.text("ModerationModelVersion", VendorScore.VERSION).orElse(VendorScore.UNSTATED);
        List<VendorScore> scores = new ArrayList<>();
        for (AnswerField label : answer.at("ModerationLabels").each()) {
            String name = label.at("Name").text(VendorScore.LABEL);
            double confidence = label.at("Confidence").number(PERCENT);
            // labels at the top of the hierarchy have the empty parent
            String parent = label.said("ParentName").isEmpty() ? name : label.at("ParentName").text(VendorScore.LABEL);
            scores.add(new VendorScore(vendor, "moderation-labels", version, parent, name, confidence, confidence / PERCENT));
        }
        return scores;
    }
}
