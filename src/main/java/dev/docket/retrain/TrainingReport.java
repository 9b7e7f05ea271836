package dev.docket.retrain;

import dev.docket.registry.ModelParts;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a training run found out, kept with the model it made: field {@code training} of its {@code docket.json}.
 *
 * @param verdicts decided items the run looked at
 * @param trainedOn of them, those the head learned from
 * @param forbidden of them, those whose label no model may learn from
 * @param unreadable of them, those whose picture is gone or cannot be decoded
 * @param lambdas per label, the penalty chosen
 * @param calibrated labels whose scores were recalibrated
 * @param leftOut labels with too few examples
 * @param curve held-out mean average precision after so many verdicts
 * @param balance what labels were balanced over; empty: nothing
 * @param privacy what a private head promises; empty: it promises nothing
 * @param writtenBy the command that writes the set it learned from; empty in models of earlier versions
 * @param membership how well an attack tells what was learned from; empty in models of earlier versions
 */
public record TrainingReport(
        int verdicts, int trainedOn, int forbidden, int unreadable, Map<String, Double> lambdas, List<String> calibrated,
        List<HeadTrainer.LeftOut> leftOut, Evaluation evaluation, List<LearningCurve.Point> curve, PromotionGate gate,
        Optional<Balance> balance, Optional<PrivacyStatement> privacy, Optional<MembershipAttack> membership, Optional<String> writtenBy) {
    static final String FIELD = "training";

    public TrainingReport {
        calibrated = List.copyOf(calibrated);
        leftOut = List.copyOf(leftOut);
        curve = List.copyOf(curve);
        balance = balance == null ? Optional.empty() : balance;
        privacy = privacy == null ? Optional.empty() : privacy;
        writtenBy = writtenBy == null ? Optional.empty() : writtenBy;
        membership = membership == null ? Optional.empty() : membership;
    }

    /** Sentences on what a private head promises and how it was attacked; empty for a model that was neither. */
    public List<String> privacySentences() {
        return Stream.concat(privacy.stream().flatMap(p -> Stream.of(p.sentence(), p.method(), p.notCovered(), p.together())),
                membership.stream().map(MembershipAttack::sentence)).toList();
    }

    /**
     * Reads the report out of a model's files; empty when the model was not trained here.
     *
     * @throws StorageException when the file cannot be read
     */
    public static Optional<TrainingReport> of(ModelParts parts) {
        if (!parts.has("docket.json")) {
            return Optional.empty();
        }
        try {
            JsonNode report = CanonicalJson.MAPPER.readTree(parts.read("docket.json")).get(FIELD);
            return report == null ? Optional.empty() : Optional.of(CanonicalJson.MAPPER.treeToValue(report, TrainingReport.class));
        } catch (IOException | JacksonException e) {
            throw new StorageException("The report of " + parts.place() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
