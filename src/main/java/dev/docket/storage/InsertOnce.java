package dev.docket.storage;

import java.sql.SQLException;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * An insert that may meet its own row, written by a concurrent transaction after {@code where not exists} looked. The
 * row is then there, which is all the caller wants; the rest of the transaction goes on.
 */
public final class InsertOnce {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SAVEPOINT = "insert_once";

    private InsertOnce() {}

    /** Runs the insert and says whether it was this one that wrote the row. */
    public static boolean run(Handle tx, IntSupplier insert) {
        tx.savepoint(SAVEPOINT);
        try {
            boolean wrote = insert.getAsInt() > 0;
            tx.releaseSavepoint(SAVEPOINT);
            return wrote;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                tx.rollbackToSavepoint(SAVEPOINT);
                return false;
            }
            throw e;
        }
    }
}
