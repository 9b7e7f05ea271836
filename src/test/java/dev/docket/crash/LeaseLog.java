package dev.docket.crash;

import dev.docket.storage.Database;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Every move of a task, noted by the database itself behind everybody's back, and what must never be among them. */
final class LeaseLog {
    private static final String MADE = """
            create table crash_move (seq bigserial primary key, at timestamp with time zone, who name, task uuid, old_state int, new_state int,
                   old_owner uuid, new_owner uuid, old_epoch bigint, new_epoch bigint, old_until timestamp with time zone, new_until timestamp with time zone, passed int);
            create index crash_move_ix on crash_move (task, at);
            create function crash_noted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            declare better int := 0;
            begin
              if old.state = 0 and new.state = 1 then
                select count(*) into better from review_task t where t.lane_id = new.lane_id and t.state = 0 and t.priority < new.priority
                   and (t.not_by is null or t.not_by not like '%' || new.lease_owner || '%');
              end if;
              insert into crash_move (at, who, task, old_state, new_state, old_owner, new_owner, old_epoch, new_epoch, old_until, new_until, passed)
              values (transaction_timestamp(), session_user, new.task_id, old.state, new.state, old.lease_owner, new.lease_owner, old.lease_epoch, new.lease_epoch,
                      old.lease_until, new.lease_until, better);
              return null;
            end $$;
            create trigger crash_noted after update on review_task for each row execute function crash_noted()""";

    private LeaseLog() {}

    static void begin(Handle owner) {
        try (Statement statement = owner.getConnection().createStatement()) {
            // as it is: a script would be taken apart at the semicolons of the function
            statement.execute(MADE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param inFlight tasks that may be in all hands together */
    static List<String> violations(Database owner, Duration lease, int inFlight) {
        String by = " from crash_move m left join principal p on p.db_role = m.who where ";
        return Stream.of(
                found(owner, "lease ended before its time", by + "m.old_state = 1 and m.new_state in (0, 1) and m.new_owner is distinct from m.old_owner"
                        + " and p.principal_id is distinct from m.old_owner and m.old_until >= m.at and m.who <> 'postgres'"),
                found(owner, "closed in somebody else's hands", by + "m.old_state = 1 and m.new_state = 2 and p.principal_id is distinct from m.old_owner"),
                found(owner, "claimed without a new epoch", by + "m.new_state = 1 and (m.old_state <> 1 or m.new_owner <> m.old_owner) and m.new_epoch <> m.old_epoch + 1"),
                found(owner, "epoch went back", by + "m.new_epoch < m.old_epoch"),
                found(owner, "lease not by the database's clock", by + "m.new_state = 1 and m.new_until is distinct from m.old_until and abs(extract(epoch from m.new_until - m.at) - " + lease.toSeconds() + ") > 0.01"),
                found(owner, "more passed over than can be in hand", by + "m.passed > " + inFlight),
                found(owner, "recorded under a lease that was not held", """
                         from (select e.task_id as task, e.recorded_at as at from verdict_event e
                                where e.kind in ('DECIDED', 'ESCALATED', 'QUARANTINED', 'AGREED', 'DISAGREED', 'ADJUDICATED', 'UPHELD', 'OVERTURNED', 'SKIPPED')
                                  and not exists (select 1 from crash_move m where m.task = e.task_id and m.at = e.recorded_at and m.old_state = 1
                                                     and m.new_state = case e.kind when 'SKIPPED' then 0 else 2 end
                                                     and m.old_owner = e.reviewer_id and m.old_epoch = e.lease_epoch)) m where true""")
        ).flatMap(List::stream).toList();
    }

    private static List<String> found(Database owner, String what, String from) {
        return owner.inTransaction(tx -> tx.createQuery("select m.task, m.at " + from + " order by m.at").setMaxRows(20)
                .map((row, _) -> what + ": task " + row.getString("task") + " at " + row.getString("at")).list());
    }
}
