package dev.docket.classify;

import java.util.regex.Pattern;

/**
 * What one version of one model says of one label. Scores of different models are never compared with each other.
 *
 * @param model id of the model, or of the vendor whose score came with the item
 * @param version the model's version
 * @param label the model's own label, named for what it detects
 * @param score 0..1
 * @param threshold at or over which the model counts the label as present, 0..1
 */
public record ModelScore(String model, String version, String label, double score, double threshold) {
    private static final Pattern FAKES = Pattern.compile("(?i)(^|[^a-z])(deep[ _-]?fakes?|fakes?|face[ _-]?swap|ai[ _-]?generated|synthetic)($|[^a-z])");

    public ModelScore {
        if (!(score >= 0 && score <= 1) || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("Score and threshold lie in 0..1: " + score + ", " + threshold);
        }
    }

    /** Whether both are of one label by one version of one model. */
    public boolean isOfTheSame(ModelScore other) {
        return model.equals(other.model) && version.equals(other.version) && label.equals(other.label);
    }

    /** Whether the label says that a picture, or a face in it, is not real: such detectors fail on kinds of fakes they were not made with. */
    public boolean tellsFakes() {
        return FAKES.matcher(label).find();
    }

    /** Neither here nor there, whatever the threshold: worded so beside the picture, and looked at for what can be learned from it. */
    public boolean undecided() {
        return score >= 0.4 && score <= 0.6;
    }

    public boolean over() {
        return score >= threshold;
    }
}
