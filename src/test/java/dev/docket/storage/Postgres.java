package dev.docket.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of this process; each test gets a database of its own. */
public final class Postgres {
    private static final AtomicInteger MADE = new AtomicInteger();

    private Postgres() {}

    /** Started when first asked for; stops with the process. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new, migrated database. */
    public static Database fresh() {
        String name = "docket" + MADE.incrementAndGet();
        try (Connection admin = Server.RUNNING.getPostgresDatabase().getConnection(); Statement statement = admin.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Database.of(Server.RUNNING.getDatabase("postgres", name));
    }
}
