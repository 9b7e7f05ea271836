package dev.docket.quality;

import dev.docket.quality.CalibrationSession.Asked;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.quality.CalibrationSession.Picked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored calibration sessions and their answers. On a team's database people find those they are asked in, leads all. Several threads. */
final class Calibrations {
    void add(Handle tx, CalibrationSession session) {
        tx.createUpdate("insert into calibration_session (session_id, title, opened_by, opened_at) values (:id, :title, :by, :at)")
                .bind("id", session.id()).bind("title", session.title()).bind("by", session.by()).bind("at", session.at()).execute();
        for (int n = 0; n < session.items().size(); n++) {
            tx.createUpdate("insert into calibration_item (session_id, item_id, position) values (:id, :item, :position)")
                    .bind("id", session.id()).bind("item", session.items().get(n).item()).bind("position", n).execute();
        }
        session.people().forEach(person -> tx.createUpdate("insert into calibration_person (session_id, person_id) values (:id, :person)")
                .bind("id", session.id()).bind("person", person.person()).execute());
    }

    List<UUID> ids(Handle tx) {
        return tx.createQuery("select session_id from calibration_session order by opened_at desc, session_id").mapTo(UUID.class).list();
    }

    Optional<CalibrationSession> find(Handle tx, UUID id) {
        return tx.createQuery("select * from calibration_session where session_id = :id").bind("id", id).map((row, _) -> session(row)).findOne()
                .map(bare -> new CalibrationSession(bare.id(), bare.title(), bare.by(), bare.at(), items(tx, id), people(tx, id), bare.revealed()));
    }

    boolean reveal(Handle tx, UUID session, UUID by, Instant at) {
        return tx.createUpdate("update calibration_session set revealed_by = :by, revealed_at = :at where session_id = :id and revealed_at is null")
                .bind("by", by).bind("at", at).bind("id", session).execute() == 1;
    }

    boolean settle(Handle tx, UUID session, Picked picked, UUID by, Instant at) {
        return tx.createUpdate("""
                        update calibration_item set outcome = :outcome, note = :note, settled_by = :by, settled_at = :at
                         where session_id = :id and item_id = :item and outcome is null""")
                .bind("outcome", picked.outcome().orElseThrow().name()).bind("note", picked.note().orElse(null)).bind("by", by).bind("at", at)
                .bind("id", session).bind("item", picked.item()).execute() == 1;
    }

    void add(Handle tx, CalibrationAnswer answer) {
        tx.createUpdate("""
                        insert into calibration_answer (session_id, item_id, person_id, label, sure, why, answered_at)
                        values (:session, :item, :person, :label, :sure, :why, :at)""")
                .bind("session", answer.session()).bind("item", answer.item()).bind("person", answer.person()).bind("label", answer.label())
                .bind("sure", answer.sure() ? 1 : 0).bind("why", answer.why()).bind("at", answer.at()).execute();
    }

    /** Those that whoever asks may read: by item and pseudonym. */
    List<CalibrationAnswer> answers(Handle tx, UUID session) {
        return tx.createQuery("""
                        select a.*, coalesce(p.pseudonym, '?') as pseudonym from calibration_answer a join calibration_item i on i.session_id = a.session_id and i.item_id = a.item_id
                               left join principal p on p.principal_id = a.person_id
                         where a.session_id = :id order by i.position, pseudonym, a.person_id""")
                .bind("id", session).map((row, _) -> answer(row)).list();
    }

    private static List<Picked> items(Handle tx, UUID session) {
        return tx.createQuery("select item_id, outcome, note from calibration_item where session_id = :id order by position").bind("id", session)
                .map((row, _) -> new Picked(row.getObject("item_id", UUID.class), Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                        Optional.ofNullable(row.getString("note")))).list();
    }

    private static List<Asked> people(Handle tx, UUID session) {
        return tx.createQuery("""
                        select c.person_id, coalesce(p.pseudonym, '?') as pseudonym, coalesce(g.answered, 0) as answered
                          from calibration_person c left join principal p on p.principal_id = c.person_id
                               left join calibration_progress g on g.session_id = c.session_id and g.person_id = c.person_id
                         where c.session_id = :id order by pseudonym, c.person_id""")
                .bind("id", session).map((row, _) -> new Asked(row.getObject("person_id", UUID.class), row.getString("pseudonym"), row.getInt("answered"))).list();
    }

    private static CalibrationSession session(ResultSet row) throws SQLException {
        return new CalibrationSession(row.getObject("session_id", UUID.class), row.getString("title"), row.getObject("opened_by", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), List.of(), List.of(),
                Optional.ofNullable(row.getObject("revealed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static CalibrationAnswer answer(ResultSet row) throws SQLException {
        return new CalibrationAnswer(row.getObject("session_id", UUID.class), row.getObject("item_id", UUID.class), row.getObject("person_id", UUID.class),
                row.getString("pseudonym"), row.getString("label"), row.getInt("sure") == 1, row.getString("why"), row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
