package dev.docket.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.transaction.TransactionException;
import org.postgresql.util.PSQLException;

/** Says in words what a database error means and what to do. Numbers: org.h2.api.ErrorCode; states: PostgreSQL appendix A. */
final class DatabaseFaults {
    private static final int MOST_CAUSES = 32;
    private static final int WRONG_KEY = 90049;
    private static final int DAMAGED = 90030;
    private static final Set<Integer> OPEN_ELSEWHERE = Set.of(90020, 8000);
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);
    private static final Set<Integer> FILE_TROUBLE = Set.of(90028, 90031, 90062);
    private static final String NOT_PERMITTED = "42501";
    /** Ended by an operator, or the server is starting or stopping. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03");
    private static final Set<String> WRONG_LOGIN = Set.of("28P01", "28000");
    private static final Set<String> HELD_TOO_LONG = Set.of("HYT00", "40001", "40P01", "55P03");

    private DatabaseFaults() {}

    /** An exception fit for a person, or empty when the failure is not the database's state but a fault in Docket. */
    static Optional<StorageException> explain(Throwable failure, String place) {
        if (mentions(failure, "No space left") || mentions(failure, "not enough space")) {
            return Optional.of(new StorageException("No space is left on the disk of " + place
                    + ". Nothing that was confirmed is lost. Make room and start Docket again.", failure));
        }
        if (causes(failure).anyMatch(DatabaseFaults::isShutOut)) {
            return Optional.of(new ShutOutException("The team's database does not let you in: the login or the password is wrong, or was revoked. Ask an admin of the team.", failure));
        }
        if (causes(failure).anyMatch(DatabaseFaults::isUnreachable)) {
            return Optional.of(new UnreachableException("The team's database at " + place + " does not answer. Its server or the network to it may be down.", failure,
                    failure instanceof TransactionException));
        }
        return sql(failure).flatMap(sql -> meaning(sql, place)).map(text -> new StorageException(text, failure));
    }

    private static boolean isShutOut(Throwable cause) {
        return cause instanceof SQLException refused && WRONG_LOGIN.contains(String.valueOf(refused.getSQLState()));
    }

    /** A pool that gets no connection in its time, or a connection that broke. */
    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                // the pool has taken a broken one out of somebody's hands
                || cause instanceof SQLException taken && taken.getSQLState() == null && "Connection is closed".equals(taken.getMessage())
                || cause instanceof PSQLException broken && broken.getSQLState() != null && (broken.getSQLState().startsWith("08") || ENDED.contains(broken.getSQLState()));
    }

    private static Optional<String> meaning(SQLException sql, String place) {
        int code = sql.getErrorCode();
        if (code == WRONG_KEY) {
            return Optional.of("The key of the profile does not open " + place
                    + ". Put the key file back that was made with it, or choose another profile with --profile.");
        }
        if (code == DAMAGED) {
            return Optional.of("The database " + place + " is damaged. Restore the profile from a backup, or choose another with --profile.");
        }
        if (OPEN_ELSEWHERE.contains(code)) {
            return Optional.of("The database " + place + " is open in another program. Close that one first.");
        }
        if (CLOSED.contains(code)) {
            return Optional.of("The database " + place + " closed itself after an earlier fault. Start Docket again.");
        }
        if (FILE_TROUBLE.contains(code)) {
            return Optional.of("The database " + place + " cannot be read or written: " + sql.getMessage());
        }
        if (NOT_PERMITTED.equals(sql.getSQLState())) {
            return Optional.of("The team's database does not permit this: " + firstLine(sql) + ". Nothing was changed. If you need it, ask a lead.");
        }
        if (sql.getSQLState() != null && HELD_TOO_LONG.contains(sql.getSQLState())) {
            return Optional.of("Somebody else worked on the same rows for too long, so nothing was changed. Try again.");
        }
        return Optional.empty();
    }

    /** Without the place in the server's own code. */
    private static String firstLine(SQLException sql) {
        return sql.getMessage().lines().findFirst().orElse("").replaceFirst("^(ERROR: )?(Not permitted: )?", "");
    }

    private static Optional<SQLException> sql(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst();
    }

    private static boolean mentions(Throwable failure, String words) {
        return causes(failure).anyMatch(cause -> cause.getMessage() != null && cause.getMessage().contains(words));
    }

    /** The failure and its causes, at most so many: H2 has been seen to make rings of them. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }
}
