package dev.docket.retrain;

import java.util.List;
import java.util.Locale;

/**
 * What a privately trained head promises, and what it does not.
 *
 * @param epsilon spent by this training, by the accountant
 * @param units how many are protected, each by itself
 * @param samplingRate probability of a unit to be in a step
 * @param noiseMultiplier deviation of the noise over the clipping norm
 * @param order the Rényi order at which epsilon was smallest
 * @param earlier what private heads of this desk had spent before, added up: whoever has all of them has seen that much more
 */
public record PrivacyStatement(
        double epsilon, double delta, int units, double samplingRate, long steps, double noiseMultiplier, double clip, double order, double earlier) {
    /** Who is protected. */
    public static final String UNIT = "one uploader with everything of theirs; where the feed names none, one group of look-alikes";

    /** Parts of a training that see the decided items without noise. */
    public static final List<String> NOT_COVERED = List.of(
            "thresholds, which were chosen on the items trained on",
            "which labels had examples enough to be learned",
            "figures measured on held-out items and the counts beside them",
            "the cached embeddings and the pictures themselves, which stay in the profile",
            "verdicts, their log and the decision set's manifest");

    PrivacyStatement after(double spent) {
        return new PrivacyStatement(epsilon, delta, units, samplingRate, steps, noiseMultiplier, clip, order, spent);
    }

    /** In one sentence. */
    public String sentence() {
        return String.format(Locale.ROOT, "Trained with differential privacy: epsilon %.3f at delta %.2g for %s; %d of them", epsilon, delta, UNIT, units);
    }

    /** How it was come by. */
    public String method() {
        return String.format(Locale.ROOT, "DP-SGD: %d steps over Poisson samples at rate %.4f, gradients of a unit clipped to norm %.3g, noise of %.4f times that "
                + "from the system's secure source, on a grid of 2^-20; Rényi accountant, order %.1f", steps, samplingRate, clip, noiseMultiplier, order);
    }

    public String notCovered() {
        return "Not covered by that promise: " + String.join("; ", NOT_COVERED);
    }

    /** What this and the earlier private heads give away together; basic composition. */
    public String together() {
        return earlier == 0 ? "The first private head of this desk"
                : String.format(Locale.ROOT, "With the private heads of this desk before it: epsilon %.3f together", earlier + epsilon);
    }
}
