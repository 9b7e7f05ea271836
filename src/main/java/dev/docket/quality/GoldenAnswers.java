package dev.docket.quality;

import dev.docket.storage.CanonicalJson;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Reads what people found on golden items, against what is known of them. Leads, auditors and exports read all of it; on a team's database
 * a reviewer's questions find their own answers alone, once they are committed. Several threads.
 */
public final class GoldenAnswers {
    /** First findings: nothing that the same person found on the same stand-in comes before. */
    private static final String FIRST = """
            select v.verdict_id, v.item_id as stand_in, v.label as given_label, v.finding_json, v.shown_json, v.reviewer_id, v.client_at,
                   g.golden_id, g.item_id, g.label, g.positive, g.why, coalesce(p.pseudonym, '?') as pseudonym
              from stand_in s join golden_item g on g.golden_id = s.golden_id
                   join verdict_event v on v.item_id = s.item_id and v.finding_json is not null and v.kind <> 'PROPAGATED'
                   left join principal p on p.principal_id = v.reviewer_id
             where not exists (select 1 from verdict_event e where e.item_id = v.item_id and e.reviewer_id = v.reviewer_id and e.finding_json is not null
                                  and e.kind <> 'PROPAGATED' and (e.round < v.round or e.round = v.round and e.revision < v.revision))
            """;

    /** All of them, in order of time. */
    public List<GoldenAnswer> all(Handle tx) {
        return tx.createQuery(FIRST + " order by v.client_at, v.verdict_id").map((row, _) -> answer(row)).list();
    }

    /** What a verdict was as an answer to a golden item; empty when it was none, as most are. */
    public Optional<GoldenAnswer> of(Handle tx, UUID verdict) {
        return tx.createQuery(FIRST + " and v.verdict_id = :verdict").bind("verdict", verdict).map((row, _) -> answer(row)).findOne();
    }

    private static GoldenAnswer answer(ResultSet row) throws SQLException {
        return new GoldenAnswer(row.getObject("verdict_id", UUID.class), row.getObject("golden_id", UUID.class), row.getObject("item_id", UUID.class),
                row.getObject("stand_in", UUID.class), row.getString("label"), row.getInt("positive") == 1, row.getString("given_label"),
                CanonicalJson.read(row.getString("finding_json"), Finding.class).sure(), CanonicalJson.read(row.getString("shown_json"), Shown.class).blind(),
                row.getObject("reviewer_id", UUID.class), row.getString("pseudonym"), row.getObject("client_at", OffsetDateTime.class).toInstant(), row.getString("why"));
    }
}
