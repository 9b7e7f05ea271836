package dev.docket.queue;

import org.jdbi.v3.core.Handle;

/**
 * What a queue needs once its database was put back to an earlier state: epochs went back with it, and a verdict made before that,
 * under an epoch that is given out a second time, would be taken for a good one. So nobody holds anything, and the epochs of all that is
 * not decided jump ahead of any that was ever given out.
 *
 * @param leases that were cleared
 * @param tasks whose epochs were raised
 */
public record PutBack(int leases, int tasks) {
    static final long JUMP = 1_000_000;

    /** To be called before anybody works again. */
    public static PutBack settle(Handle tx) {
        int leases = tx.createUpdate("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1").execute();
        int tasks = tx.createUpdate("update review_task set lease_epoch = lease_epoch + :jump where state in (0, 3)").bind("jump", JUMP).execute();
        return new PutBack(leases, tasks);
    }
}
