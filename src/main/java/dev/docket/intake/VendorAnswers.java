package dev.docket.intake;

import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorFormatException;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.intake.ManifestLine.FaultyLineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The field {@code answers} of a manifest's line: what vendors' services answered on the image, each {@code {vendor, answer}}. */
final class VendorAnswers {
    private static final int MOST = 12;

    /** @throws FaultyLineException naming the field, down into the vendor's own */
    static List<VendorScore> read(JsonNode answers) throws FaultyLineException {
        if (!answers.isArray() || answers.size() > MOST) {
            throw new FaultyLineException("answers: a list of at most " + MOST + " answers is wanted");
        }
        List<VendorScore> scores = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            for (VendorScore score : read("answers[" + i + "]", answers.get(i))) {
                if (!seen.add(score.modelId() + "\n" + score.version() + "\n" + score.label())) {
                    throw new FaultyLineException("answers[" + i + "]: " + score.modelId() + " " + score.version() + " gave a score of " + score.label() + " already");
                }
                scores.add(score);
            }
        }
        return scores;
    }

    private static List<VendorScore> read(String place, JsonNode entry) throws FaultyLineException {
        JsonNode vendor = entry.get("vendor");
        Vendor known = vendor == null || !vendor.isString() ? null : Vendor.of(vendor.stringValue()).orElse(null);
        if (known == null) {
            throw new FaultyLineException(place + ".vendor: one of " + String.join(", ", Vendor.words()) + " is wanted");
        }
        if (!entry.hasNonNull("answer")) {
            throw new FaultyLineException(place + ".answer: is missing");
        }
        try {
            return known.read(entry.get("answer"));
        } catch (VendorFormatException e) {
            throw new FaultyLineException(place + ".answer." + PlainText.of(e.getMessage(), 300));
        }
    }

    private VendorAnswers() {}
}
