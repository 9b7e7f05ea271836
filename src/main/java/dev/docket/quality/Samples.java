package dev.docket.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The decisions that were drawn for a second look. No reviewer's login reads them. Several threads. */
public final class Samples {
    /** The last event of a round that is a finding. */
    private static final String HEAD = """
            %s.finding_json is not null and not exists (select 1 from verdict_event l where l.task_id = %<s.task_id and l.round = %<s.round and l.revision > %<s.revision)""";

    private static final String ALL = """
            select s.*, f.label as first_label, f.reviewer_id as first_by, n.label as second_label, n.reviewer_id as second_by,
                   (select max(a.label) from verdict_event a where a.item_id = s.item_id and a.kind = 'ADJUDICATED' and\s""" + HEAD.formatted("a") + """
            ) as settled from review_sample s join item i on i.item_id = s.item_id and i.state = 0
                   join verdict_event f on f.verdict_id = s.verdict_id
                   left join verdict_event n on n.task_id = s.task_id and\s""" + HEAD.formatted("n") + "\n";

    boolean add(Handle tx, UUID verdict, UUID item, UUID task, Draw.Drawn drawn) {
        return tx.createUpdate("""
                        insert into review_sample (verdict_id, item_id, task_id, rule, probability, drawn_at)
                        select :verdict, :item, :task, :rule, :probability, current_timestamp where not exists (select 1 from review_sample where verdict_id = :verdict)""")
                .bind("verdict", verdict).bind("item", item).bind("task", task).bind("rule", drawn.rule().name()).bind("probability", drawn.probability()).execute() == 1;
    }

    static boolean has(Handle tx, UUID verdict) {
        return tx.createQuery("select 1 from review_sample where verdict_id = :verdict").bind("verdict", verdict).mapTo(Integer.class).findOne().isPresent();
    }

    /** Those drawn from then on, of live items, in order of time. */
    public List<Sample> since(Handle tx, Instant since) {
        return tx.createQuery(ALL + "where s.drawn_at >= :since order by s.drawn_at, s.verdict_id").bind("since", since).map((row, _) -> sample(row)).list();
    }

    /** The inclusion probability of an item that was drawn; empty for one that was not: it is looked at again for another reason. */
    public Optional<Sample> of(Handle tx, UUID item) {
        return tx.createQuery(ALL + "where s.item_id = :item order by s.drawn_at desc limit 1").bind("item", item).map((row, _) -> sample(row)).findOne();
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(row.getObject("verdict_id", UUID.class), row.getObject("item_id", UUID.class), row.getObject("task_id", UUID.class),
                SampleRule.valueOf(row.getString("rule")), row.getDouble("probability"), row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getString("first_label"), row.getObject("first_by", UUID.class), Optional.ofNullable(row.getString("second_label")),
                Optional.ofNullable(row.getObject("second_by", UUID.class)), Optional.ofNullable(row.getString("settled")));
    }
}
