package dev.docket.classify.vendor;

import dev.docket.classify.ModelScore;

/**
 * One score of one vendor, in the one shape that all vendors' answers are read into.
 *
 * @param vendor whose service gave it
 * @param model the vendor's model, at most {@link #MODEL} characters
 * @param version as the answer says, else {@link #UNSTATED}; at most {@link #VERSION} characters
 * @param head which of the model's parts it is from: a parent category, a top-level field; at most {@link #LABEL} characters
 * @param label the vendor's own word for it, its concept; at most {@link #LABEL} characters
 * @param raw as the answer had it, on the vendor's own scale
 * @param calibrated 0..1: the raw score on that scale, and over it whatever calibration a {@code policy.ConceptMap} has for the concept
 */
public record VendorScore(Vendor vendor, String model, String version, String head, String label, double raw, double calibrated) {
    public static final int MODEL = 60;
    public static final int VERSION = 40;
    public static final int LABEL = 120;

    /** For answers that do not say which version of the model gave them. */
    public static final String UNSTATED = "unstated";

    public VendorScore {
        if (!(calibrated >= 0 && calibrated <= 1)) {
            throw new IllegalArgumentException("A calibrated score lies in 0..1, not " + calibrated);
        }
    }

    public VendorScore withCalibrated(double share) {
        return new VendorScore(vendor, model, version, head, label, raw, share);
    }

    public VendorScore withVersion(String stated) {
        return new VendorScore(vendor, model, stated, head, label, raw, calibrated);
    }

    /** {@code clarifai/moderation-recognition}: the model's id among the scores of an item. */
    public String modelId() {
        return vendor.word() + "/" + model;
    }

    /** As policy, screen and decision sets see it. @param threshold 0..1 */
    public ModelScore asModelScore(double threshold) {
        return new ModelScore(modelId(), version, label, calibrated, threshold);
    }
}
