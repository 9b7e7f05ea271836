package dev.docket.audit;

import dev.docket.audit.AuditPage.Place;
import dev.docket.audit.LoggedEntry.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Entries in the order of one index, the newest first; of those a limited number is looked at a time, and what is wanted
 * is picked from them. So no question takes longer than that, however long the log.
 */
final class AuditStream {
    private static final String PLACE = "recorded_at desc, writer_id desc, writer_seq desc";
    private static final String COLUMNS = "writer_id, writer_seq, at_client, recorded_at, kind, subject, body_json, prev_hash, leaf_hash";

    private final Conditions along = new Conditions();
    private final Conditions picked = new Conditions();
    private String order = PLACE;

    /** What has to hold, and the values in it. */
    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, Collection<?>> lists = new HashMap<>();

        private String where() {
            return all.isEmpty() ? "" : " where " + String.join(" and ", all);
        }

        private Query bind(Query query) {
            lists.forEach((name, list) -> query.bindList(name, List.copyOf(list)));
            return query.bindMap(values);
        }
    }

    /** What was found, and how far it was looked; empty: to the end. */
    record Found(List<LoggedEntry> entries, Optional<Place> reached) {}

    /** Follows the index that begins with this column. */
    AuditStream along(String column, Object value) {
        // H2 takes an index for the order only where what is fixed is repeated
        order = column + ", " + PLACE;
        return bounded(column + " = :along", "along", value);
    }

    /** Follows these few, whatever their order. */
    AuditStream about(Collection<UUID> subjects) {
        along.all.add("subject in (<subjects>)");
        along.lists.put("subjects", subjects);
        return this;
    }

    /** Keeps to a part of the index. */
    AuditStream bounded(String condition, String name, Object value) {
        along.all.add(condition);
        along.values.put(name, value);
        return this;
    }

    AuditStream from(Place place) {
        along.all.add("recorded_at <= :placed_at and (recorded_at < :placed_at or writer_id < :placed_in or writer_id = :placed_in and writer_seq < :placed)");
        along.values.putAll(Map.of("placed_at", place.at(), "placed_in", place.writer(), "placed", place.seq()));
        return this;
    }

    /** Picks those alone of which this holds. */
    AuditStream pick(String condition, Map<String, ?> values, Map<String, ? extends Collection<?>> lists) {
        picked.all.add("(" + condition + ")");
        picked.values.putAll(values);
        picked.lists.putAll(lists);
        return this;
    }

    /**
     * @param most entries to give
     * @param looked how many are looked at, at most, where some are picked
     */
    Found read(Handle tx, Map<UUID, Writer> writers, int most, int looked) {
        int chunk = picked.all.isEmpty() ? most : looked;
        String inner = " from audit_entry" + along.where() + " order by " + order + " limit ";
        Query wanted = tx.createQuery("select " + COLUMNS + " from (select " + COLUMNS + inner + ":chunk) s" + picked.where() + " order by " + PLACE + " limit :most");
        List<LoggedEntry> found = picked.bind(along.bind(wanted)).bind("chunk", chunk).bind("most", most).map((row, _) -> AuditEntries.logged(row, writers)).list();
        if (found.size() == most) {
            return new Found(found, Optional.of(found.getLast().place()));
        }
        return new Found(found, picked.all.isEmpty() ? Optional.empty()
                : along.bind(tx.createQuery("select recorded_at, writer_id, writer_seq" + inner + "1 offset :skipped")).bind("skipped", chunk - 1)
                        .map((row, _) -> AuditEntries.place(row)).findOne());
    }
}
