package dev.docket.classify;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The stored scores of items, of every model version that ever scored them. */
public final class Scores {
    private static final String DELETE = """
            delete from score where item_id = :item and model_id = :model and model_ver = :version and label = :label
            """;

    private static final String INSERT = """
            insert into score (item_id, model_id, model_ver, label, score, threshold)
            values (:item, :model, :version, :label, :score, :threshold)
            """;

    private static final String OF_ITEM = """
            select model_id, model_ver, label, score, threshold from score
            where item_id = :item
            order by model_id, model_ver, score desc, label
            """;

    /** Adds or replaces. */
    public void put(Handle tx, UUID item, List<ModelScore> scores) {
        batch(tx, DELETE, item, scores);
        batch(tx, INSERT, item, scores);
    }

    /** For an item that has none yet. */
    public void add(Handle tx, UUID item, List<ModelScore> scores) {
        batch(tx, INSERT, item, scores);
    }

    private static void batch(Handle tx, String sql, UUID item, List<ModelScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch(sql);
        for (ModelScore score : scores) {
            batch.bind("item", item).bindMethods(score).add();
        }
        batch.execute();
    }

    /** In order of model, version, then score falling. */
    public List<ModelScore> of(Handle tx, UUID item) {
        return tx.createQuery(OF_ITEM).bind("item", item)
                .map((row, context) -> new ModelScore(row.getString("model_id"), row.getString("model_ver"), row.getString("label"),
                        row.getDouble("score"), row.getDouble("threshold")))
                .list();
    }
}
