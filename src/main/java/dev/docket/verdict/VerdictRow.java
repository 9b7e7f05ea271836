package dev.docket.verdict;

import dev.docket.policy.PackRef;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** How an event stands in its row. */
final class VerdictRow {
    private static final String INSERT = """
            insert into verdict_event (verdict_id, task_id, item_id, round, revision, kind, reviewer_id, lease_epoch, label, action,
                   finding_json, reason, pack_id, pack_version, pack_sha256, shown_json, shown_hash, client_at, about, batch, words)
            values (:id, :task, :item, :round, :revision, :kind, :reviewer, :epoch, :label, :action,
                   :finding, :reason, :pack, :packVersion, :packSha256, :shown, :shownHash, :at, :about, :batch, :words)""";

    private VerdictRow() {}

    static Verdict read(ResultSet row) throws SQLException {
        return new Verdict(
                row.getObject("verdict_id", UUID.class), row.getObject("task_id", UUID.class), row.getObject("item_id", UUID.class),
                row.getInt("round"), row.getInt("revision"), VerdictKind.valueOf(row.getString("kind")),
                row.getObject("reviewer_id", UUID.class), row.getLong("lease_epoch"),
                Optional.ofNullable(row.getString("finding_json")).map(json -> CanonicalJson.read(json, Finding.class)),
                Optional.ofNullable(row.getString("reason")),
                new PackRef(row.getString("pack_id"), row.getString("pack_version"), ContentHash.fromDigest(row.getBytes("pack_sha256"))),
                CanonicalJson.read(row.getString("shown_json"), Shown.class),
                row.getObject("client_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("about", UUID.class)), Optional.ofNullable(row.getObject("batch", UUID.class)),
                Optional.ofNullable(row.getString("words")));
    }

    static void insert(Handle tx, Verdict verdict) {
        try (var update = tx.createUpdate(INSERT)) {
            bind(update, verdict).execute();
        }
    }

    /** Many in one go. */
    static void insertAll(Handle tx, List<Verdict> verdicts) {
        if (!verdicts.isEmpty()) {
            var batch = tx.prepareBatch(INSERT);
            verdicts.forEach(verdict -> bind(batch, verdict).add());
            batch.execute();
        }
    }

    /** Binds its columns under the names above. */
    static <S extends SqlStatement<S>> S bind(S row, Verdict verdict) {
        String shown = CanonicalJson.write(verdict.shown());
        return row.bind("id", verdict.id()).bind("task", verdict.taskId()).bind("item", verdict.itemId()).bind("round", verdict.round())
                .bind("revision", verdict.revision()).bind("kind", verdict.kind().name()).bind("reviewer", verdict.reviewer())
                .bind("epoch", verdict.leaseEpoch())
                .bind("label", verdict.finding().map(Finding::label).orElse(null))
                .bind("action", verdict.finding().map(Finding::action).orElse(null))
                .bind("finding", verdict.finding().map(CanonicalJson::write).orElse(null))
                .bind("reason", verdict.reason().orElse(null))
                .bind("pack", verdict.pack().id()).bind("packVersion", verdict.pack().version()).bind("packSha256", verdict.pack().sha256())
                .bind("shown", shown).bind("shownHash", ContentHash.of(shown.getBytes(StandardCharsets.UTF_8)))
                .bind("at", verdict.at())
                .bindByType("about", verdict.about().orElse(null), UUID.class).bindByType("batch", verdict.batch().orElse(null), UUID.class)
                .bind("words", verdict.words().orElse(null));
    }
}
