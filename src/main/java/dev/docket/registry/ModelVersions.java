package dev.docket.registry;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of model_version. {@code promoted_no} counts the promotions of one model id: the order to roll back in. */
final class ModelVersions {
    private static final String ALL = """
            select model_id, version, stage, sha256, parent, dataset_sha256, thresholds_json, card_json, added_at
            from model_version order by model_id, added_at desc, version desc
            """;

    private static final String LOCK = """
            select version from model_version where model_id = :id order by version for update
            """;

    private static final String INSERT = """
            insert into model_version
              (model_id, version, stage, sha256, parent, dataset_sha256, thresholds_json, card_json, added_at, promoted_no)
            values (:id, :version, :stage, :sha256, :parent, :dataset, :thresholds, :card, :addedAt, 0)
            """;

    private static final String STAGE = """
            update model_version set stage = :stage where model_id = :id and version = :version
            """;

    private static final String NEXT_NUMBER = """
            select max(promoted_no) + 1 from model_version where model_id = :id
            """;

    private static final String NUMBER = """
            update model_version set promoted_no = :number where model_id = :id and version = :version
            """;

    private static final String BEFORE = """
            select version from model_version
            where model_id = :id and stage = 'RETIRED' and promoted_no > 0 and promoted_no < (
              select promoted_no from model_version where model_id = :id and version = :version)
            order by promoted_no desc limit 1
            """;

    /** A label and its threshold; a list of them keeps the order of outputs, which a JSON object would not. */
    record LabelThreshold(String label, double threshold) {}

    List<ModelVersion> all(Handle tx) {
        return tx.createQuery(ALL).map((row, context) -> version(row)).list();
    }

    /** Holds the id's versions until the transaction ends, so that two promotions follow one another. */
    void lock(Handle tx, String id) {
        tx.createQuery(LOCK).bind("id", id).mapTo(String.class).list();
    }

    void insert(Handle tx, ModelVersion version) {
        List<LabelThreshold> thresholds = version.thresholds().entrySet().stream()
                .map(entry -> new LabelThreshold(entry.getKey(), entry.getValue())).toList();
        tx.createUpdate(INSERT)
                .bind("id", version.id())
                .bind("version", version.version())
                .bind("stage", version.stage().name())
                .bind("sha256", version.sha256().bytes())
                .bind("parent", version.parent().orElse(null))
                .bind("dataset", version.dataset().map(ContentHash::bytes).orElse(null))
                .bind("thresholds", CanonicalJson.write(thresholds))
                .bind("card", CanonicalJson.write(version.card()))
                .bind("addedAt", version.addedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void activate(Handle tx, ModelVersion version) {
        reactivate(tx, version);
        long number = tx.createQuery(NEXT_NUMBER).bind("id", version.id()).mapTo(Long.class).one();
        tx.createUpdate(NUMBER).bind("number", number).bind("id", version.id()).bind("version", version.version()).execute();
    }

    /** As it was before: its place in the order of promotions stays. */
    void reactivate(Handle tx, ModelVersion version) {
        stage(tx, version, Stage.ACTIVE);
    }

    void retire(Handle tx, ModelVersion version) {
        stage(tx, version, Stage.RETIRED);
    }

    /** The version that was active before this one. */
    Optional<String> activeBefore(Handle tx, ModelVersion version) {
        return tx.createQuery(BEFORE).bind("id", version.id()).bind("version", version.version()).mapTo(String.class).findOne();
    }

    private static void stage(Handle tx, ModelVersion version, Stage stage) {
        tx.createUpdate(STAGE).bind("stage", stage.name()).bind("id", version.id()).bind("version", version.version()).execute();
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (LabelThreshold pair : CanonicalJson.read(row.getString("thresholds_json"), LabelThreshold[].class)) {
            thresholds.put(pair.label(), pair.threshold());
        }
        return new ModelVersion(row.getString("model_id"), row.getString("version"), Stage.valueOf(row.getString("stage")),
                ContentHash.fromDigest(row.getBytes("sha256")), thresholds, Optional.ofNullable(row.getString("parent")),
                Optional.ofNullable(row.getBytes("dataset_sha256")).map(ContentHash::fromDigest),
                CanonicalJson.read(row.getString("card_json"), ModelCard.class), row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
