package dev.docket.crash;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Sends the database's referee away, so that nothing but the desks themselves keeps the rules. The log's stay: on a server it is the referee who keeps a chain in order. */
final class Referee {
    private Referee() {}

    static void sendAway(Handle owner) {
        for (String trigger : List.of("docket_task_guard on review_task", "docket_task_settled on review_task", "docket_verdict_guard on verdict_event",
                "docket_verdict_kept on verdict_event", "docket_late_guard on verdict_late", "docket_clock_guard on task_clock", "docket_verdict_logged on verdict_event")) {
            owner.execute("drop trigger " + trigger);
        }
        for (String table : List.of("review_task", "verdict_event", "verdict_late")) {
            owner.execute("grant select, insert, update on " + table + " to docket_reviewer, docket_lead");
            owner.execute("create policy nobody_minds on " + table + " for all to docket_reviewer, docket_lead using (true) with check (true)");
        }
    }
}
