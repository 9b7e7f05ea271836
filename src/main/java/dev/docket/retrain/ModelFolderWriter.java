package dev.docket.retrain;

import dev.docket.classify.ForensicBackbone;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelParts;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained head as a model that stands alone: one {@code model.onnx} with backbone, standardisation and
 * head, and the settings files beside it.
 */
final class ModelFolderWriter {
    /** Id of the models a desk trains itself. */
    static final String ID = "desk-head";

    /**
     * What goes into the folder.
     *
     * @param parent {@code id@version} of the model whose backbone it stands on
     * @param dataset hash of the manifest of what was trained on
     * @param verdicts decided items behind it
     */
    record Parts(String version, HeadTrainer.Trained trained, String parent, ContentHash dataset, int verdicts, ModelCard card, TrainingReport report) {}

    private ModelFolderWriter() {}

    /** The model alone: depends on what was learned, not on its version, so that equal data gives equal bytes. */
    static byte[] onnx(HeadTrainer.Trained trained, String parent, ContentHash dataset, TrainingReport report) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("docket.model", ID);
        metadata.put("docket.parent", parent);
        metadata.put("docket.dataset_manifest_sha256", dataset.hex());
        metadata.put("docket.verdicts", Integer.toString(report.verdicts()));
        metadata.put("docket.labels", CanonicalJson.write(trained.head().labels()));
        metadata.put("docket.thresholds", CanonicalJson.write(trained.thresholds()));
        metadata.put("docket.lambdas", CanonicalJson.write(trained.lambdas()));
        report.balance().ifPresent(balance -> metadata.put("docket.balanced_over", balance.by()));
        report.privacy().ifPresent(privacy -> {
            metadata.put("docket.epsilon", Double.toString(privacy.epsilon()));
            metadata.put("docket.delta", Double.toString(privacy.delta()));
            metadata.put("docket.privacy_unit", PrivacyStatement.UNIT);
        });
        return HeadOnnx.join(ForensicBackbone.graph(), ForensicBackbone.EMBEDDING, ForensicBackbone.HEAD_PREFIX, trained.head(), metadata);
    }

    static ModelParts files(byte[] onnx, Parts parts) {
        List<String> labels = parts.trained().head().labels();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            names.put(Integer.toString(i), labels.get(i));
            numbers.put(labels.get(i), i);
        }
        byte[] config = CanonicalJson.bytes(Map.of(
                "model_type", "docket-desk-head", "problem_type", "multi_label_classification", "id2label", names, "label2id", numbers));
        Map<String, Object> docket = new LinkedHashMap<>();
        docket.put("id", ID);
        docket.put("version", parts.version());
        docket.put("thresholds", parts.trained().thresholds());
        docket.put("parent", parts.parent());
        docket.put("dataset", parts.dataset().hex());
        docket.put("card", parts.card());
        docket.put(TrainingReport.FIELD, parts.report());
        return ModelParts.of(ID, Map.of(ModelParts.MODEL, onnx, "preprocessor_config.json", ForensicBackbone.preprocessorConfig(), "config.json", config, "docket.json", CanonicalJson.bytes(docket)));
    }
}
