package dev.docket.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A desk's database as an earlier version left it. */
public final class OldDatabase {
    private OldDatabase() {}

    /** Makes it in the folder, up to a schema version, and runs statements there. */
    public static void at(Path folder, String version, String... statements) throws Exception {
        Files.createDirectories(folder);
        JdbcDataSource h2 = source(folder);
        try (Connection open = h2.getConnection()) {
            Flyway.configure().dataSource(h2).locations("classpath:db/common").target(version).load().migrate();
            run(open, statements);
        }
    }

    /** Keeps a copy as before a migration, then runs statements, as if the process was killed after them. */
    static void killedAfter(Path folder, String... statements) throws Exception {
        JdbcDataSource h2 = source(folder);
        try (Connection open = h2.getConnection()) {
            new BeforeMigration(folder).keep(h2);
            run(open, statements);
        }
    }

    private static void run(Connection open, String... statements) throws SQLException {
        try (Statement statement = open.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static JdbcDataSource source(Path folder) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("docket") + ";CIPHER=AES;WRITE_DELAY=0");
        h2.setUser("docket");
        String secret = HexFormat.of().formatHex(new byte[32]);
        h2.setPassword(secret + " " + secret);
        return h2;
    }
}
