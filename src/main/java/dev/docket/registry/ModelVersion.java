package dev.docket.registry;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model at one version, as the registry knows it. Its files lie in the registry's folder under {@code id@version}.
 *
 * @param id such as {@code forensic-starter} or {@code desk-head}
 * @param version such as {@code 1.0.0}
 * @param sha256 of its {@code model.onnx}
 * @param thresholds labels in output order (iteration order), each with the score at which it counts, 0..1
 * @param parent the version it was trained from
 * @param dataset SHA-256 of the decision set's manifest it was trained on
 * @param card what it is, its measured figures and their limits
 */
public record ModelVersion(
        String id,
        String version,
        Stage stage,
        ContentHash sha256,
        Map<String, Double> thresholds,
        Optional<String> parent,
        Optional<ContentHash> dataset,
        ModelCard card,
        Instant addedAt) {
    public ModelVersion {
        thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
    }

    /** {@code id@version}. */
    public String name() {
        return id + "@" + version;
    }
}
