package dev.docket.storage;

import dev.docket.team.ConnectionFile;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.ServerAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server for all tests of this process; each test gets a database of its own. Embedded, unless
 * {@code -Ddocket.postgres=BIN} names the programs of another.
 */
public final class Postgres {
    private static final String MIGRATED = "docket_migrated";
    private static final AtomicInteger MADE = new AtomicInteger();

    private Postgres() {}

    /** Started when first asked for, with a migrated database to copy; stops with the process. */
    private static final class Server {
        private static final int PORT = start();

        private static int start() {
            try {
                int port = System.getProperty("docket.postgres", "").isBlank() ? embedded() : own();
                execute(port, "create database " + MIGRATED);
                Database.of(owners(port, MIGRATED)).close();
                return port;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static int embedded() throws IOException {
            return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start().getPort();
        }

        /** One that syncs, and stops with the process. */
        private static int own() throws IOException, InterruptedException {
            return OwnServer.start().port();
        }
    }

    private static DataSource owners(int port, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }

    /** A new, migrated database, as its owner. */
    public static Database fresh() {
        return Database.of(owners(Server.PORT, copied()));
    }

    /** A new database, set up from nothing, and people who log in to it. */
    public static Shared shared() {
        String name = "docket" + MADE.incrementAndGet();
        execute(Server.PORT, "create database " + name);
        return new Shared(name);
    }

    private static String copied() {
        String name = "docket" + MADE.incrementAndGet();
        execute(Server.PORT, "create database " + name + " template " + MIGRATED);
        return name;
    }

    private static void execute(int port, String statement) {
        try (Connection admin = owners(port, "postgres").getConnection(); Statement made = admin.createStatement()) {
            made.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that people share. Logins are of the whole server, so each database has its own. */
    public static final class Shared implements AutoCloseable {
        public final Database owner;
        private final String name;
        private final List<Database> open = new ArrayList<>();

        private Shared(String name) {
            this.name = name;
            owner = Database.of(owners(Server.PORT, name));
            open.add(owner);
        }

        /** Somebody who may work in all lanes that have no ladder. */
        public Member add(String pseudonym, Role role) {
            return owner.inTransaction(tx -> new Logins().add(tx, login(pseudonym), password(pseudonym).toCharArray(), pseudonym, role));
        }

        /** The same database, seen by them. */
        public Database as(Member member) {
            Database seen = Database.joined(source(member), "the team's database");
            open.add(seen);
            return seen;
        }

        /** Where they log in, for what is done past Docket. */
        public DataSource source(Member member) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {Server.PORT});
            source.setDatabaseName(name);
            source.setUser(login(member.pseudonym()));
            source.setPassword(password(member.pseudonym()));
            return source;
        }

        /** For whoever connects as the server's superuser, whom it trusts. */
        public String ownersUrl() {
            return "postgresql://localhost:" + Server.PORT + "/" + name;
        }

        /** What they join with, and their password. */
        public ConnectionFile connection(Member member) {
            return new ConnectionFile("Evening desk", new ServerAddress("localhost", Server.PORT, name, ServerAddress.Tls.NONE, Optional.empty()), login(member.pseudonym()));
        }

        /** As {@link #connection}, by way of a cable that can be cut. */
        public ConnectionFile connection(Member member, CutCable cable) {
            return new ConnectionFile("Evening desk", new ServerAddress("localhost", cable.port(), name, ServerAddress.Tls.NONE, Optional.empty()), login(member.pseudonym()));
        }

        public CutCable cable() throws IOException {
            return new CutCable(Server.PORT);
        }

        /** The database as it is now, for {@link #putBack}. Cuts everybody's connections: open others after it. */
        public void keepCopy() {
            aside(() -> execute(Server.PORT, "create database " + name + "_kept template " + name));
        }

        /** As a restore from that copy leaves it. Cuts everybody's connections. */
        public void putBack() {
            aside(() -> {
                execute(Server.PORT, "drop database " + name);
                execute(Server.PORT, "create database " + name + " template " + name + "_kept");
            });
        }

        /** Another connection as the owner. */
        public Database ownerAnew() {
            Database again = Database.of(owners(Server.PORT, name));
            open.add(again);
            return again;
        }

        private void aside(Runnable step) {
            execute(Server.PORT, "alter database " + name + " allow_connections false");
            execute(Server.PORT, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            step.run();
            execute(Server.PORT, "alter database " + name + " allow_connections true");
        }

        public char[] password(Member member) {
            return password(member.pseudonym()).toCharArray();
        }

        private String login(String pseudonym) {
            return pseudonym.toLowerCase(Locale.ROOT).replace('-', '_') + "_of_" + name;
        }

        private static String password(String pseudonym) {
            return "the word of " + pseudonym;
        }

        @Override
        public void close() {
            open.forEach(Database::close);
        }
    }
}
