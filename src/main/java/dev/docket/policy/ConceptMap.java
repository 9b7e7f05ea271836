package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.classify.vendor.VendorScores;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.storage.ContentHash;
import java.util.List;
import java.util.Optional;

/**
 * How vendors' concepts are read as a policy's labels, loaded, checked and frozen. Data only; docs/vendor-scores.md explains every field.
 *
 * @param text the exact file, which {@code ref.sha256} hashes
 * @param concepts in the file's order; of two for one concept the one for its very model counts
 */
public record ConceptMap(PackRef ref, String text, String notes, List<Concept> concepts) {
    /** At or over which a concept that no entry gives another is counted as seen: vendors name no threshold of their own. */
    static final double THRESHOLD = 0.5;

    /** Knows no concept. */
    static final ConceptMap NONE = new ConceptMap(new PackRef("none", "0.0.0", ContentHash.of(new byte[0])), "", "", List.of());

    public ConceptMap {
        concepts = List.copyOf(concepts);
    }

    /**
     * One vendor's word.
     *
     * @param model of the vendor, or {@code *} for all its models
     * @param concept the vendor's word as it stands in the answer; one that ends in {@code *} stands for all that begin so
     * @param label of the policy; empty: it is known and means nothing to it
     * @param weight 0..1: how much of the calibrated score counts for priority
     * @param review score at or over which a person looks
     */
    public record Concept(
            Vendor vendor, String model, String concept, Optional<String> label, double weight, Optional<Double> review, String reason,
            Optional<Platt> calibration) {
        boolean isFor(VendorScore score) {
            boolean named = concept.endsWith("*") ? score.label().startsWith(concept.substring(0, concept.length() - 1)) : concept.equals(score.label());
            return named && vendor == score.vendor() && (model.equals("*") || model.equals(score.model()));
        }
    }

    /**
     * A calibration fitted elsewhere (docket metrics calibration), as Platt's: p = 1 / (1 + exp(-(slope x logit(score) + intercept))).
     *
     * @param slope over 0, so that the order of scores stays
     */
    public record Platt(double slope, double intercept) {
        /** How near to 0 and 1 scores are taken to be: logits end there. */
        private static final double EDGE = 1e-6;

        public double of(double score) {
            double inside = Math.clamp(score, EDGE, 1 - EDGE);
            return 1 / (1 + Math.exp(-(slope * Math.log(inside / (1 - inside)) + intercept)));
        }
    }

    /** The entry for the very model before the one for all of the vendor's. */
    public Optional<Concept> of(VendorScore score) {
        return concepts.stream().filter(concept -> concept.isFor(score) && !concept.model().equals("*")).findFirst()
                .or(() -> concepts.stream().filter(concept -> concept.isFor(score)).findFirst());
    }

    /** With the calibration of its concept, where it has one. */
    public VendorScore calibrated(VendorScore score) {
        return of(score).flatMap(Concept::calibration).map(platt -> score.withCalibrated(platt.of(score.calibrated()))).orElse(score);
    }

    /** As the policy sees it. @param score calibrated already */
    public ModelScore read(VendorScore score) {
        return score.asModelScore(of(score).flatMap(Concept::review).orElse(THRESHOLD));
    }

    /** Calibrated, and with the threshold that counts, as they are stored. */
    public List<VendorScores.Kept> kept(List<VendorScore> scores) {
        return scores.stream().map(this::calibrated).map(score -> new VendorScores.Kept(score, read(score).threshold(), ref.name())).toList();
    }

    /** What the entries come to under a pack; those for labels that it has not are left out, so that their concepts are told as unknown. */
    public List<ScoreRule> rules(PolicyPack pack) {
        return concepts.stream().filter(concept -> concept.label().isEmpty() || pack.find(concept.label().get()).isPresent())
                .map(concept -> new ScoreRule(concept.vendor().word() + "/" + concept.model(), concept.concept(), concept.label().orElse(""), concept.weight(),
                        concept.review(), (concept.reason().isEmpty() ? "" : concept.reason() + "; ") + "'" + concept.concept() + "' read by " + ref.name()))
                .toList();
    }
}
