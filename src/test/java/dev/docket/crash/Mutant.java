package dev.docket.crash;

import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.VerdictDesk;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** What may be wrong with everybody's desk, and by which violation it is to be found. */
enum Mutant implements Wiring {
    /** Nothing is wrong, and the database does not watch: what the desks owe to nobody else. */
    NO_REFEREE("", (sql, _) -> sql),
    /** Whoever was slower than the lease still closes the task. */
    NO_FENCING("under a lease that was not held|closed in somebody else's hands|decided twice",
            (sql, _) -> sql.replace("lease_epoch = ? and lease_owner = ?", "(lease_epoch = ? or true) and (lease_owner = ? or true)")),
    /** The same, of a verdict that goes to the server in one. */
    NO_FENCING_AT_ONCE("under a lease that was not held|closed in somebody else's hands|decided twice",
            "docket_decide", "and t.lease_epoch = 1 and t.lease_owner = docket_decide.reviewer_id", ""),
    /** A claim leaves the epoch as it is. */
    SAME_EPOCH("claimed without a new epoch", "docket_claim", "t.lease_epoch + 1", "t.lease_epoch"),
    /** A lease counts by the clock of whoever claims and frees. */
    OWN_CLOCK("lease not by the database's clock", (sql, clock) -> sql.contains("docket_claim") ? sql.replace("?)", "? + " + Duration.between(Instant.now(), clock.instant()).toSeconds() + ")")
            : sql.contains("review_task") ? sql.replace("current_timestamp", "timestamp with time zone '" + OffsetDateTime.now(clock) + "'") : sql),
    /** Whoever starts gives back what everybody holds. */
    FREES_ALL("before its time", (sql, _) -> sql.replace("where state = 1 and lease_owner = ?", "where state = 1 and (lease_owner = ? or true)")),
    /** What was decided is handed out again. */
    LEFT_OPEN("decided", (sql, _) -> sql.replace("set state = 2, lease_owner = null", "set state = 0, lease_owner = null")),
    /** Verdicts are in memory until the database has them. */
    NO_JOURNAL("lost", FaultyOutbox.Fault.NO_JOURNAL),
    /** The screen moves on before the record is on the disk. */
    SYNCED_LATER("lost", FaultyOutbox.Fault.SYNCED_LATER),
    /** The last record is taken for a torn one. */
    DROPPED_TAIL("lost", FaultyOutbox.Fault.DROPPED_TAIL),
    /** What is sent again is sent under a new id. */
    NAIVE_REPLAY("nobody's|one key, twice", FaultyOutbox.Fault.NAIVE_REPLAY),
    /** A verdict that comes late takes the place of the one that is recorded. */
    LATE_WINS("log: verdict", FaultyOutbox.Fault.LATE_WINS);

    private final String foundBy;
    private final Optional<Change> change;
    private final Optional<BiFunction<String, Clock, String>> sql;
    private final Optional<FaultyOutbox.Fault> fault;

    /** What is done to a function of the server. */
    private record Change(String function, String from, String to) {
        void in(Handle owner) {
            String text = owner.createQuery("select pg_get_functiondef(oid) from pg_proc where proname = :name").bind("name", function).mapTo(String.class).one();
            if (!text.contains(from)) {
                throw new IllegalStateException(function + " does not say " + from);
            }
            owner.execute(text.replace(from, to));
        }
    }

    /** @param from what the function of the server says, and is changed {@code to} */
    Mutant(String foundBy, String function, String from, String to) {
        this.foundBy = foundBy;
        this.change = Optional.of(new Change(function, from, to));
        this.sql = Optional.empty();
        this.fault = Optional.empty();
    }

    /** @param sql what becomes of a statement */
    Mutant(String foundBy, BiFunction<String, Clock, String> sql) {
        this.foundBy = foundBy;
        this.change = Optional.empty();
        this.sql = Optional.of(sql);
        this.fault = Optional.empty();
    }

    Mutant(String foundBy, FaultyOutbox.Fault fault) {
        this.foundBy = foundBy;
        this.change = Optional.empty();
        this.sql = Optional.empty();
        this.fault = Optional.of(fault);
    }

    /** A pattern of which one of the violations has a part; empty: nothing is to be found. */
    String foundBy() {
        return foundBy;
    }

    /** With a referee none of the statements would come through. */
    @Override
    public void plant(Handle owner) {
        if (sql.isPresent() || change.isPresent() || fault.equals(Optional.of(FaultyOutbox.Fault.LATE_WINS))) {
            Referee.sendAway(owner);
        }
        change.ifPresent(each -> each.in(owner));
    }

    @Override
    public DataSource source(DataSource own, Clock clock) {
        return sql.isPresent() ? Rewritten.by(own, statement -> sql.get().apply(inSteps(statement), clock)) : own;
    }

    /** What a server would do in one, it is told step by step, in statements that can be changed. */
    private static String inSteps(String statement) {
        return statement.contains("from docket_decide(") ? statement + " where false" : statement;
    }

    @Override
    public Recorder recorder(Journal journal, Database database, VerdictDesk desk) throws IOException {
        return fault.isPresent() ? new FaultyOutbox(journal, database, desk, fault.get()) : Wiring.super.recorder(journal, database, desk);
    }
}
