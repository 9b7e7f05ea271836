package dev.docket.classify.vendor;

import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The scores of vendors among those of items, with what their answers said beside the score. */
public final class VendorScores {
    private static final String DELETE = """
            delete from score where item_id = :item and model_id = :modelId and model_ver = :version and label = :label
            """;

    private static final String INSERT = """
            insert into score (item_id, model_id, model_ver, label, score, threshold, head, raw, concept_map)
            values (:item, :modelId, :version, :label, :calibrated, :threshold, :head, :raw, :map)
            """;

    private static final String OF_ITEM = """
            select model_id, model_ver, label, score, threshold, head, raw, concept_map from score
            where item_id = :item and head is not null
            order by model_id, model_ver, score desc, label
            """;

    private static final String SHOWING = "select item_id from item where sha256 = :picture and state = 0 order by received_at, item_id limit 1";

    /**
     * A score as it is stored.
     *
     * @param threshold at or over which the concept counts as seen, 0..1
     * @param map id@version of the map of concepts that calibrated it
     */
    public record Kept(VendorScore score, double threshold, String map) {}

    /** Adds or replaces. */
    public void put(Handle tx, UUID item, List<Kept> scores) {
        if (scores.isEmpty()) {
            return;
        }
        PreparedBatch delete = tx.prepareBatch(DELETE);
        PreparedBatch insert = tx.prepareBatch(INSERT);
        for (Kept kept : scores) {
            VendorScore score = kept.score();
            delete.bind("item", item).bind("modelId", score.modelId()).bind("version", score.version()).bind("label", score.label()).add();
            insert.bind("item", item).bind("modelId", score.modelId()).bind("version", score.version()).bind("label", score.label())
                    .bind("calibrated", score.calibrated()).bind("threshold", kept.threshold()).bind("head", score.head())
                    .bind("raw", score.raw()).bind("map", kept.map()).add();
        }
        delete.execute();
        insert.execute();
    }

    /** In order of model, version, then score falling. */
    public List<Kept> of(Handle tx, UUID item) {
        return tx.createQuery(OF_ITEM).bind("item", item).map((row, _) -> kept(row)).list().stream().flatMap(Optional::stream).toList();
    }

    /** Of the first item that shows this file; none where no live item does. */
    public List<Kept> ofPicture(Handle tx, ContentHash picture) {
        return tx.createQuery(SHOWING).bind("picture", picture).mapTo(UUID.class).findOne().map(item -> of(tx, item)).orElse(List.of());
    }

    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        String model = row.getString("model_id");
        Optional<Vendor> vendor = Vendor.ofModel(model);
        if (vendor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Kept(
                new VendorScore(vendor.get(), model.substring(vendor.get().word().length() + 1), row.getString("model_ver"), row.getString("head"),
                        row.getString("label"), row.getDouble("raw"), row.getDouble("score")),
                row.getDouble("threshold"), row.getString("concept_map")));
    }
}
