package dev.docket.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that syncs what it commits and can be crashed: that of {@code -Ddocket.postgres=BIN}, else an installed one of
 * Debian's, else the embedded one's programs. Never run as root.
 */
public final class OwnServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String NOBODY = "65534";
    private static final String MIGRATED = "docket_migrated";
    private static final long STARTS_WITHIN_SECONDS = 60;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private Process postmaster;

    private OwnServer(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    public static OwnServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("docket-server");
        OwnServer server = new OwnServer(binaries(), folder, freePort());
        if (isRoot()) {
            UserPrincipal nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(folder, nobody);
        }
        Process made = server.run("initdb", "-D", server.data().toString(), "-U", "postgres", "-A", "scram-sha-256", "--auth-local=trust", "--auth-host=trust", "-E", "UTF8", "--locale=C", "--no-sync");
        if (made.waitFor() != 0) {
            throw new IOException("initdb failed; see " + server.log());
        }
        // superuser without a word, people with theirs
        server.asServer("printf 'host all postgres all trust\\nhost all all all scram-sha-256\\n' > \"$0\"", server.data().resolve("pg_hba.conf").toString());
        server.resume();
        // a run that is broken off leaves nothing running
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        return server;
    }

    /** Makes a migrated database. */
    public synchronized void make(String database) throws SQLException {
        try (Connection admin = source("postgres").getConnection(); Statement statement = admin.createStatement()) {
            if (one(statement, "select 1 from pg_database where datname = '" + MIGRATED + "'") == null) {
                statement.execute("create database " + MIGRATED);
                Database.of(source(MIGRATED)).close();
            }
            statement.execute("create database " + database + " template " + MIGRATED);
        }
    }

    /** Such as {@code PostgreSQL 15.18, fsync=on}. */
    public String text() throws SQLException {
        try (Connection asked = source("postgres").getConnection(); Statement statement = asked.createStatement()) {
            return "PostgreSQL " + one(statement, "show server_version") + ", fsync=" + one(statement, "show fsync");
        }
    }

    public int port() {
        return port;
    }

    /** As the superuser. */
    public PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        source.setConnectTimeout(5);
        return source;
    }

    public CutCable cable() throws IOException {
        return new CutCable(port);
    }

    /** Immediate stop: nothing is written out, and the next start recovers from the log. */
    public void crash() throws IOException, InterruptedException {
        signal("QUIT", postmaster.pid());
        postmaster.waitFor();
    }

    /** kill -9 of one of the processes that serve connections, upon which the server ends them all and recovers. False when there is none. */
    public boolean killBackend(String database) throws IOException, InterruptedException, SQLException {
        try (Connection asked = source("postgres").getConnection(); Statement statement = asked.createStatement()) {
            String pid = one(statement, "select pid from pg_stat_activity where datname = '" + database + "' and usename <> 'postgres' order by random() limit 1");
            if (pid != null) {
                signal("KILL", Long.parseLong(pid));
            }
            return pid != null;
        }
    }

    /** Starts it, or waits until it serves again. */
    public void resume() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
        while (true) {
            if (postmaster == null || !postmaster.isAlive()) {
                postmaster = run("postgres", "-D", data().toString(), "-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                        "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "max_connections=400", "-c", "shared_buffers=64MB", "-c", "restart_after_crash=on");
            }
            try (Connection asked = source("postgres").getConnection()) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > until) {
                    throw new IOException("The server does not start; see " + log(), e);
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            crash();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path binaries() throws IOException {
        String named = System.getProperty("docket.postgres", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        Optional<Path> debian = Optional.empty();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                debian = versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")) && Integer.parseInt(version.getFileName().toString()) >= 15)
                        .max(Comparator.comparing(version -> Integer.parseInt(version.getFileName().toString()))).map(version -> version.resolve("bin"));
            }
        }
        return debian.isPresent() ? debian.get() : embedded();
    }

    private static Path embedded() throws IOException {
        try (EmbeddedPostgres started = EmbeddedPostgres.builder().start();
                Connection asked = started.getPostgresDatabase().getConnection(); Statement statement = asked.createStatement()) {
            return Path.of(one(statement, "select setting from pg_config where name = 'BINDIR'"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOther());
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    private void asServer(String script, String argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asOther());
        command.addAll(List.of("sh", "-c", script, argument));
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    }

    private static List<String> asOther() {
        return isRoot() ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups") : List.of();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    }

    private static String one(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }
}
