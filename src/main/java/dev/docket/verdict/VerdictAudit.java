package dev.docket.verdict;

import dev.docket.audit.CrossCheck;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Compares every stored event with its line in the audit log, and every line with its event: a label changed in the
 * database, an event put in or one taken out is found.
 */
public final class VerdictAudit implements CrossCheck {
    private static final List<String> EVENTS = Stream.of(VerdictKind.values()).flatMap(kind -> kind.line().names().stream()).toList();

    @Override
    public Optional<String> firstFault(Handle tx) {
        return changed(tx).or(() -> missing(tx));
    }

    private static Optional<String> changed(Handle tx) {
        try (Stream<Optional<String>> faults = tx.createQuery("""
                        select v.*, i.state as item_state, a.kind as line_kind, a.body_json as line_body,
                               case when exists (select 1 from erasure e where e.item_id = v.item_id) then 1 else 0 end as erased
                          from verdict_event v left join item i on i.item_id = v.item_id
                               left join audit_entry a on a.subject = v.verdict_id and a.kind in (<kinds>)
                         order by v.recorded_at, v.verdict_id""")
                .bindList("kinds", EVENTS)
                .setFetchSize(1000)
                .map((row, _) -> fault(row.getObject("verdict_id", UUID.class), () -> VerdictRow.read(row), row.getString("line_kind"),
                        row.getString("line_body"), row.getInt("item_state") != 0 || row.getInt("erased") == 1,
                        ContentHash.fromDigest(row.getBytes("shown_hash")))).stream()) {
            for (Iterator<Optional<String>> each = faults.iterator(); each.hasNext();) {
                Optional<String> fault = each.next();
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(Handle tx) {
        return tx.createQuery("""
                        select a.subject from audit_entry a
                         where a.kind in (<kinds>)
                           and not exists (select 1 from verdict_event v where v.verdict_id = a.subject)
                         order by a.writer_id, a.writer_seq limit 1""")
                .bindList("kinds", EVENTS).mapTo(UUID.class).findOne().map(id -> "verdict " + id + ": is in the log, but gone from the verdicts");
    }

    /** Reads the event of the row, which may have been made unreadable. */
    @FunctionalInterface
    private interface Event {
        Verdict read() throws SQLException;
    }

    private static Optional<String> fault(UUID id, Event event, String kind, String body, boolean erased, ContentHash shown) throws SQLException {
        if (kind == null) {
            return Optional.of("verdict " + id + ": has no line in the log");
        }
        Map<String, Object> line = fields(body);
        Map<String, Object> row;
        try {
            Verdict verdict = event.read();
            if (!verdict.kind().line().names().contains(kind)) {
                return Optional.of("verdict " + id + ": is " + verdict.kind() + ", but the log says " + kind);
            }
            row = fields(CanonicalJson.write(VerdictBody.of(verdict)));
            if (verdict.shown().isWithoutImage()) {
                // what was on screen cannot be hashed again: its hash stays beside it
                row.put(VerdictBody.SHOWN, erased ? shown.hex() : "");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.of("verdict " + id + ": cannot be read back");
        }
        if (erased) {
            VerdictBody.ERASABLE.forEach(line::remove);
            VerdictBody.ERASABLE.forEach(row::remove);
        }
        return line.equals(row) ? Optional.empty() : Optional.of("verdict " + id + ": differs from its line in the log (" + difference(line, row) + ")");
    }

    private static Map<String, Object> fields(String json) {
        Map<String, Object> fields = new TreeMap<>();
        CanonicalJson.read(json, JsonNode.class).properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }

    private static String difference(Map<String, Object> line, Map<String, Object> row) {
        return Stream.concat(line.keySet().stream(), row.keySet().stream()).distinct().sorted()
                .filter(field -> !Objects.equals(line.get(field), row.get(field))).findFirst().orElse("");
    }
}
