package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * Hive's visual moderation: of version 2 of its service {@code status[].response.output[].classes[] {class, score}} with
 * {@code response.input {model, model_version}}, of version 3 {@code output[].classes[] {class, value}} with {@code model} and
 * {@code version}. Sources: https://docs.thehive.ai/reference-link/classification, https://docs.thehive.ai/docs/visual-moderation-api.
 * Scores lie in 0..1; those of one head add up to 1, so its {@code no_...} classes are scores too. Of several frames the highest counts.
 */
final class HiveAnswer implements AnswerFormat {

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        if (!answer.has("status") && !answer.has("output")) {
            throw answer.has("message") ? answer.at("message").refused(answer.said("code") + " " + answer.said("message")) : answer.at("status").wrong("is missing");
        }
        if (answer.has("output")) {
            return classes(vendor, answer.text("model", VendorScore.MODEL).orElse("visual-moderation").replaceFirst("^hive/", ""),
                    answer.text("version", VendorScore.VERSION).orElse(VendorScore.UNSTATED), answer.at("output"));
        }
        AnswerField status = answer.at("status");
        AnswerField task = status.isObject() ? status : status.only();
        if (!task.has("response")) {
            AnswerField said = task.at("status");
            throw said.refused(said.said("code") + " " + said.said("message"));
        }
        AnswerField response = task.at("response");
        AnswerField input = response.at("input");
        return classes(vendor, input.text("model", VendorScore.MODEL).orElse("visual-moderation"),
                input.text("model_version", VendorScore.VERSION).orElse(VendorScore.UNSTATED), response.at("output"));
    }

    private static List<VendorScore> classes(Vendor vendor, String model, String version, AnswerField output) throws VendorFormatException {
        List<VendorScore> scores = new ArrayList<>();
        for (AnswerField frame : output.each()) {
            for (AnswerField found : frame.at("classes").each()) {
                double score = found.at(found.has("value") ? "value" : "score").number(1);
                scores.add(new VendorScore(vendor, model, version, "classes", found.at("class").text(VendorScore.LABEL), score, score));
            }
        }
        return scores;
    }
}
