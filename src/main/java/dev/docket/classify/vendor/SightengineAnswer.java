package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sightengine's {@code check.json}: an object for each model that was asked, such as {@code nudity.sexual_activity} or
 * {@code gore.classes.very_bloody}, of which every number is a score in 0..1; lists (faces, texts found) hold no scores of the image
 * and are passed over. Source: https://sightengine.com/docs/reference. The answer does not name the models' versions.
 */
final class SightengineAnswer implements AnswerFormat {
    /** What is said of the request and the file, not of what the image shows. */
    private static final Set<String> ABOUT = Set.of("status", "request", "media", "error");
    private static final int DEEPEST = 6;

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        if (!answer.at("status").text(40).equals("success")) {
            AnswerField status = answer.at("status");
            throw answer.has("error") ? answer.at("error").refused(answer.at("error").said("type") + " " + answer.at("error").said("message"))
                    : status.refused(answer.said("status"));
        }
        List<VendorScore> scores = new ArrayList<>();
        for (String model : answer.names()) {
            if (!ABOUT.contains(model) && answer.has(model)) {
                below(vendor, model, answer.at(model), 1, scores);
            }
        }
        if (scores.isEmpty()) {
            throw answer.wrong("holds no score of any model");
        }
        return scores;
    }

    private static void below(Vendor vendor, String head, AnswerField part, int depth, List<VendorScore> scores) throws VendorFormatException {
        if (part.isNumber()) {
            double score = part.number(1);
            if (part.path().length() > VendorScore.LABEL) {
                throw part.wrong("a path of at most " + VendorScore.LABEL + " characters is wanted");
            }
            scores.add(new VendorScore(vendor, "check", VendorScore.UNSTATED, head, part.path(), score, score));
        } else if (part.isObject()) {
            if (depth > DEEPEST) {
                throw part.wrong("is nested deeper than any of its models");
            }
            for (String name : part.names()) {
                if (part.has(name)) {
                    below(vendor, head, part.at(name), depth + 1, scores);
                }
            }
        }
    }
}
