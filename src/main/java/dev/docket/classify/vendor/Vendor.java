package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The services whose answers on one image are read; their formats with sources are in docs/vendor-scores.md. */
public enum Vendor {
    CLARIFAI("Clarifai", new ClarifaiAnswer()),
    REKOGNITION("Amazon Rekognition", new RekognitionAnswer()),
    AZURE("Azure AI Content Safety", new AzureAnswer()),
    HIVE("Hive", new HiveAnswer()),
    SIGHTENGINE("Sightengine", new SightengineAnswer()),
    OPENAI("OpenAI moderation", new OpenAiAnswer());

    /** More than any of them has classes. */
    static final int MOST_SCORES = 500;

    private final String title;
    private final AnswerFormat format;

    Vendor(String title, AnswerFormat format) {
        this.title = title;
        this.format = format;
    }

    /** As people say it; the name is a brand and stands in every language as it is. */
    public String title() {
        return title;
    }

    /** As commands, files and the map of concepts spell it: {@code clarifai}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Vendor> of(String word) {
        return Stream.of(values()).filter(vendor -> vendor.word().equals(word)).findFirst();
    }

    /** Of which vendor a score's model is; empty for models of one's own. */
    public static Optional<Vendor> ofModel(String modelId) {
        int slash = modelId.indexOf('/');
        return slash < 0 ? Optional.empty() : of(modelId.substring(0, slash));
    }

    public static List<String> words() {
        return Stream.of(values()).map(Vendor::word).toList();
    }

    /**
     * Reads what the service answered on one image.
     *
     * @return at most {@value #MOST_SCORES} scores, each label of a model once, in the answer's order
     * @throws VendorFormatException naming the field; also when the answer is the service's own error
     */
    public List<VendorScore> read(JsonNode answer) throws VendorFormatException {
        List<VendorScore> scores = format.read(this, new AnswerField(answer));
        if (scores.size() > MOST_SCORES) {
            throw new VendorFormatException("The answer has " + scores.size() + " scores; at most " + MOST_SCORES + " are taken");
        }
        return once(scores);
    }

    /** Rekognition may name a label under two parents, Hive a class of two frames: the highest counts. */
    private static List<VendorScore> once(Collection<VendorScore> scores) {
        List<VendorScore> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (VendorScore score : scores) {
            String name = score.model() + '\n' + score.version() + '\n' + score.label();
            if (seen.add(name)) {
                kept.add(score);
            } else {
                kept.replaceAll(known -> (known.model() + '\n' + known.version() + '\n' + known.label()).equals(name)
                        && known.calibrated() < score.calibrated() ? score : known);
            }
        }
        return List.copyOf(kept);
    }
}
