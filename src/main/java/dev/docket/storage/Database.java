package dev.docket.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.util.StringUtils;
import org.h2.value.Value;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a desk: embedded H2, encrypted, in the profile folder, held by one process at a time; or a team's, on
 * a PostgreSQL 15 or newer, where each person is logged in as themselves.
 *
 * <p>Safe to use from several threads; a {@link Handle} belongs to the thread that was given it. Besides what Jdbi
 * knows, handles bind and map {@link java.time.Instant} (microseconds, UTC), {@link ContentHash} and arrays of UUID.
 */
public final class Database implements AutoCloseable {
    /** What one answer may take while a database is being joined, over a slow line or from a busy machine: then there is nothing to go on with. */
    private static final int JOINING_MILLIS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** A desk's own threads and a few to spare; each connection of H2 is cheap. */
    private static final int CONNECTIONS = 10;

    private static final long ASKED_AGAIN_AFTER = TimeUnit.SECONDS.toNanos(2);

    private static final String COMMON = "classpath:db/common";
    private static final String SERVER = "the database server";

    /** Work done with an open transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Handle tx);
    }

    /** As {@link Work}, without a result. */
    @FunctionalInterface
    public interface Step {
        void in(Handle tx);
    }

    private final HikariDataSource pool;
    private final boolean embedded;
    private final Jdbi jdbi;
    private final String place;
    /** While it does not answer, whoever asks is told so at once, and not each after a wait of their own. */
    private volatile UnreachableException unreachable;
    private volatile long unreachableAt;

    private Database(HikariDataSource pool, boolean embedded, String place) {
        this.pool = pool;
        this.embedded = embedded;
        this.place = place;
        this.jdbi = Jdbi.create(pool);
        ColumnTypes.register(jdbi);
    }

    /**
     * Opens the database in {@code folder}, making and migrating it as needed.
     *
     * @param key 32 random bytes that encrypt the file
     * @throws StorageException with a message fit for a person: wrong key, no space, newer schema
     */
    public static Database openEmbedded(Path folder, byte[] key) {
        if (folder.toAbsolutePath().toString().contains(";")) {
            throw new StorageException("The path " + folder + " has a semicolon, which the database cannot take. Choose another profile with --profile.");
        }
        BeforeMigration before = new BeforeMigration(folder);
        boolean exists;
        try {
            Files.createDirectories(folder);
            exists = before.recover();
            // an earlier version left errors there in clear
            Files.deleteIfExists(folder.resolve("docket.trace.db"));
        } catch (IOException e) {
            throw new StorageException("The folder " + folder + " cannot be used: " + e.getMessage()
                    + ". Make room or permit writing there, or choose another profile with --profile.", e);
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url(folder, exists));
        h2.setUser("docket");
        String secret = HexFormat.of().formatHex(key);
        h2.setPassword(secret + " " + secret);
        HikariConfig config = new HikariConfig();
        // H2 closes the file with its last connection: none may be retired for its age
        config.setMaxLifetime(0);
        HikariDataSource pool = pool(h2, config, folder.toString());
        return closedOnFailure(pool, () -> {
            migrate(pool, folder.toString(), Optional.of(before));
            return new Database(pool, true, folder.toString());
        });
    }

    /** A database that somebody else runs, such as a PostgreSQL 15 or newer, as its owner: set up and migrated as needed. */
    public static Database of(DataSource server) {
        HikariDataSource pool = pool(server, new HikariConfig(), SERVER);
        return closedOnFailure(pool, () -> {
            migrate(pool, SERVER, Optional.empty());
            return new Database(pool, false, SERVER);
        });
    }

    /**
     * A team's database, as one of its people; never migrated.
     *
     * @param place what messages call it
     * @throws StorageException with a message fit for a person: not reached, wrong password, other schema
     */
    public static Database joined(DataSource server, String place) {
        HikariConfig config = new HikariConfig();
        config.setConnectionTimeout(JOINING_MILLIS);
        config.setValidationTimeout(JOINING_MILLIS);
        HikariDataSource pool = pool(server, config, place);
        return closedOnFailure(pool, () -> {
            try {
                fits(flyway(pool).info(), place);
                // from now on a window goes on without it, and soon
                pool.getHikariConfigMXBean().setConnectionTimeout(2_000);
                pool.getHikariConfigMXBean().setValidationTimeout(1_000);
            } catch (FlywayException e) {
                // it went away in between, say
                throw DatabaseFaults.explain(e, place).orElseGet(() -> new StorageException("The database " + place + " cannot be opened: " + e.getMessage(), e));
            }
            return new Database(pool, false, place);
        });
    }

    /** Whether the transaction is at a server, which has functions that an embedded database does not need: each call to it is a way there and back. */
    public static boolean isServer(Handle tx) {
        return tx.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("PostgreSQL");
    }

    /** Runs the work in one transaction: all of it is stored, or none. */
    public <T> T inTransaction(Work<T> work) {
        return explained(() -> jdbi.inTransaction(work::in));
    }

    /** As {@link #inTransaction} for work without a result. */
    public void transact(Step step) {
        inTransaction(tx -> {
            step.in(tx);
            return null;
        });
    }

    /**
     * Lets go of values of erased rows that an embedded database keeps to share them. The last changes stay in its memory
     * until others follow, and in the pages of its encrypted file until those are used anew.
     */
    public void forgetErased() {
        if (embedded) {
            Value.clearCache();
            StringUtils.clearCache();
        }
    }

    /** What is committed is on the disk when this returns: an embedded database leaves it to the system otherwise, for some seconds. */
    public void sync() {
        if (embedded) {
            transact(tx -> tx.execute("checkpoint sync"));
        }
    }

    /** An embedded database is shut down first: that may take seconds, for which the pool would not wait. */
    @Override
    public void close() {
        if (embedded && !pool.isClosed()) {
            try {
                Connection last = pool.getConnection();
                last.createStatement().execute("shutdown");
                // closing it in the usual way would ask a database that is no longer there
                pool.evictConnection(last);
            } catch (SQLException e) {
                // whatever was committed is in the file; the next opening recovers the rest
                LOG.warn("The database {} did not shut down in good order: {}", place, e.getMessage());
            }
        }
        pool.close();
    }

    /**
     * WRITE_DELAY=0: the default loses acknowledged commits when the process is killed. FILE_LOCK=FS: the system drops
     * the lock with the process, where H2's own lock file would make the next start wait. DB_CLOSE_ON_EXIT=FALSE: on Ctrl+C H2 would close the file
     * while the command under way still puts things in order. TRACE_LEVEL_FILE=0: it would write what failed, values and all, beside the
     * encrypted file in clear.
     */
    private static String url(Path folder, boolean exists) {
        Path file = folder.toAbsolutePath().resolve("docket");
        return "jdbc:h2:file:" + file + ";CIPHER=AES;WRITE_DELAY=0;FILE_LOCK=FS;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" + (exists ? ";IFEXISTS=TRUE" : "");
    }

    private static HikariDataSource pool(DataSource source, HikariConfig config, String place) {
        config.setDataSource(source);
        config.setMinimumIdle(2);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("database");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw DatabaseFaults.explain(e, place)
                    .orElseGet(() -> new StorageException("The database " + place + " cannot be opened: " + e.getMessage(), e));
        }
    }

    private static Database closedOnFailure(HikariDataSource pool, Supplier<Database> opening) {
        try {
            return opening.get();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static Flyway flyway(DataSource pool) {
        boolean server;
        try (Connection asked = pool.getConnection()) {
            server = asked.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw DatabaseFaults.explain(e, SERVER).orElseGet(() -> new StorageException("The database does not answer: " + e.getMessage(), e));
        }
        return Flyway.configure().dataSource(pool).locations(server ? new String[] {COMMON, "classpath:db/postgresql"} : new String[] {COMMON}).load();
    }

    private static void migrate(DataSource pool, String place, Optional<BeforeMigration> before) {
        try {
            Flyway flyway = flyway(pool);
            notNewer(flyway.info(), place);
            if (before.isPresent() && flyway.info().pending().length > 0) {
                before.get().keep(pool);
            }
            flyway.migrate();
            if (before.isPresent()) {
                before.get().done();
            }
        } catch (IOException | SQLException e) {
            throw new StorageException("The database " + place + " cannot be copied before it is brought up to this version: " + e.getMessage()
                    + ". Make room there and start again; nothing was changed.", e);
        } catch (FlywayException e) {
            throw DatabaseFaults.explain(e, place).orElseGet(() -> new StorageException("The database " + place + " does not fit this version of Docket: "
                    + e.getMessage() + " Use the version that made it, or another profile with --profile.", e));
        }
    }

    private static void notNewer(MigrationInfoService info, String place) {
        MigrationInfo current = info.current();
        if (current != null && current.getState().isApplied() && !current.getState().isResolved()) {
            throw new StorageException("The database " + place + " was made by a newer Docket (schema " + current.getVersion()
                    + "). Install that version or newer, or choose another profile with --profile.");
        }
    }

    private static void fits(MigrationInfoService info, String place) {
        notNewer(info, place);
        List<String> missing = Arrays.stream(info.pending()).filter(MigrationInfo::isVersioned).map(step -> step.getVersion().toString()).toList();
        if (!missing.isEmpty()) {
            throw new StorageException("The database " + place + " is older than this Docket (schema " + missing.getFirst()
                    + " is missing). Ask whoever runs it for 'docket team init', or use the version that made it.");
        }
    }

    private <T> T explained(Supplier<T> work) {
        UnreachableException lately = unreachable;
        if (lately != null && System.nanoTime() - unreachableAt < ASKED_AGAIN_AFTER) {
            throw lately;
        }
        try {
            T result = work.get();
            unreachable = null;
            return result;
        } catch (JdbiException e) {
            Optional<StorageException> explained = DatabaseFaults.explain(e, place);
            if (explained.orElse(null) instanceof UnreachableException fault) {
                unreachableAt = System.nanoTime();
                unreachable = fault.still();
            }
            throw explained.map(RuntimeException.class::cast).orElse(e);
        }
    }
}
