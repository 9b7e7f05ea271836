package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * Clarifai's {@code PostModelOutputs}: {@code outputs[].data.concepts[] {id, name, value}} with {@code outputs[].model}.
 * Source: https://docs.clarifai.com/resources/api-overview/api-outputs. Values lie in 0..1.
 */
final class ClarifaiAnswer implements AnswerFormat {
    private static final String OK = "10000";

    @Override
    public List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException {
        refuse(answer);
        AnswerField output = answer.at("outputs").only();
        refuse(output);
        AnswerField model = output.at("model");
        String id = model.at("id").text(VendorScore.MODEL);
        String version = model.has("model_version") ? model.at("model_version").at("id").text(VendorScore.VERSION) : VendorScore.UNSTATED;
        List<VendorScore> scores = new ArrayList<>();
        for (AnswerField concept : output.at("data").at("concepts").each()) {
            String label = concept.has("name") ? concept.at("name").text(VendorScore.LABEL) : concept.at("id").text(VendorScore.LABEL);
            double value = concept.at("value").number(1);
            scores.add(new VendorScore(vendor, id, version, "concepts", label, value, value));
        }
        return scores;
    }

    private static void refuse(AnswerField part) throws VendorFormatException {
        if (part.has("status") && part.at("status").has("code") && !part.at("status").said("code").equals(OK)) {
            AnswerField status = part.at("status");
            throw status.refused(status.said("code") + " " + status.said("description") + " " + status.said("details"));
        }
    }
}
