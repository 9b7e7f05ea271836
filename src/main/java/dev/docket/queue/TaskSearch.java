package dev.docket.queue;

import dev.docket.queue.TaskFilter.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds tasks, waiting, held or decided. Quarantined items are never found. Several threads. */
public final class TaskSearch {

    /**
     * What was found.
     *
     * @param rows the most urgent first, decided ones last
     * @param total how many there are; more than are listed when the list was cut, and above {@link Lane#COUNTED_TO}: at least so many
     */
    public record Found(List<TaskRow> rows, long total) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    private static final int HASH_BYTES = 32;
    /** Where the fields of a filter stand. */
    private static final Map<String, String> COLUMNS = Map.of("lane", "l.rule", "source", "i.source", "uploader", "i.uploader");
    private static final String TASKS = """
             from review_task t join item i on i.item_id = t.item_id and i.state = 0
                  join lane l on l.lane_id = t.lane_id
                  left join principal p on p.principal_id = t.lease_owner
            where\s""";

    /** @param atMost rows to list */
    public Found find(Handle tx, TaskFilter filter, int atMost) {
        return find(tx, filter, atMost, Lane.COUNTED_TO);
    }

    /** @param countedTo how far it is counted, and one further */
    Found find(Handle tx, TaskFilter filter, int atMost, long countedTo) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        List<TaskRow> rows = bound(tx.createQuery("""
                        select t.task_id, t.item_id, l.title, l.severity, t.round, t.state, p.pseudonym, t.lease_until,
                               i.flagged_at, t.queued_at, i.uploader""" + "\n" + TASKS + where + """

                         order by case when t.state = 2 then 1 else 0 end, l.position, t.priority, t.task_id limit :most"""), values)
                .bind("most", atMost).map((row, _) -> task(row)).list();
        long total = rows.size() < atMost ? rows.size()
                : bound(tx.createQuery("select count(*) from (select 1 as one\n" + TASKS + where + " limit :end) counted"), values).bind("end", countedTo + 1).mapTo(Long.class).one();
        return new Found(rows, total);
    }

    /** What a person holds, the lease that ends first at the head. */
    public List<TaskRow> heldBy(Handle tx, UUID person) {
        return tx.createQuery("""
                        select t.task_id, t.item_id, l.title, l.severity, t.round, t.state, p.pseudonym, t.lease_until,
                               i.flagged_at, t.queued_at, i.uploader""" + "\n" + TASKS + "t.state = 1 and t.lease_owner = :person order by t.lease_until, t.task_id")
                .bind("person", person).map((row, _) -> task(row)).list();
    }

    /** Tasks of one item, the first look first. */
    public List<TaskRow> of(Handle tx, UUID item) {
        return tx.createQuery("""
                        select t.task_id, t.item_id, l.title, l.severity, t.round, t.state, p.pseudonym, t.lease_until,
                               i.flagged_at, t.queued_at, i.uploader""" + "\n" + TASKS + "t.item_id = :item and t.state <> 3 order by t.round")
                .bind("item", item).map((row, _) -> task(row)).list();
    }

    private static String where(TaskFilter filter, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        all.add(switch (filter.standing()) {
            case ANY -> "t.state <> 3";
            case WAITING -> "t.state = 0";
            case HELD -> "t.state = 1";
            case DECIDED -> "t.state = 2";
        });
        filter.lane().ifPresent(lane -> {
            all.add("t.lane_id = :lane");
            values.put("lane", lane);
        });
        FilterText typed = filter.typed();
        for (FilterText.Condition condition : typed.conditions()) {
            all.add(COLUMNS.get(condition.field()) + " in (" + String.join(", ", condition.values().stream().map(value -> named(value, values)).toList()) + ")");
        }
        if (!typed.words().isEmpty()) {
            all.add("(" + String.join(" or ", anyOf(typed.words(), values)) + ")");
        }
        return String.join(" and ", all);
    }

    private static String named(String value, Map<String, Object> values) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static List<String> anyOf(String words, Map<String, Object> values) {
        List<String> any = new ArrayList<>();
        values.put("words", words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        any.add("i.uploader like :words escape '!'");
        any.add("i.external_id like :words escape '!'");
        TaskFilter.digits(words).ifPresent(digits -> {
            if (digits.length() <= HASH_BYTES) {
                any.add("replace(cast(i.item_id as varchar), '-', '') like :digits");
                values.put("digits", digits + "%");
            }
            any.add("i.sha256 between :least and :most_hash");
            values.put("least", padded(digits, '0'));
            values.put("most_hash", padded(digits, 'f'));
        });
        return any;
    }

    private static byte[] padded(String digits, char with) {
        char[] full = Arrays.copyOf(digits.toCharArray(), 2 * HASH_BYTES);
        Arrays.fill(full, digits.length(), full.length, with);
        return HexFormat.of().parseHex(new String(full));
    }

    private static Query bound(Query query, Map<String, Object> values) {
        return query.bindMap(values);
    }

    private static TaskRow task(ResultSet row) throws SQLException {
        Standing standing = switch (row.getInt("state")) {
            case 0 -> Standing.WAITING;
            case 1 -> Standing.HELD;
            default -> Standing.DECIDED;
        };
        return new TaskRow(row.getObject("task_id", UUID.class), row.getObject("item_id", UUID.class), row.getString("title"),
                row.getString("severity"), row.getInt("round"), standing, Optional.ofNullable(row.getString("pseudonym")),
                instant(row, "lease_until"), instant(row, "flagged_at").orElseThrow(), instant(row, "queued_at").orElseThrow(),
                Optional.ofNullable(row.getString("uploader")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
