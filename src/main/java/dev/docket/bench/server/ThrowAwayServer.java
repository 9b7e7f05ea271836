package dev.docket.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this process alone, on the loopback address, with a password nobody knows. It writes to disk as one in use does:
 * fsync and synchronous commit stay on. Stopped and removed when it is closed, also by Ctrl+C.
 */
final class ThrowAwayServer implements AutoCloseable {
    static final String OWNER = "bench";

    /** Larger than what comes with it, as anybody's server is; otherwise as installed. */
    private static final String CONFIGURATION = """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 500
            shared_buffers = 1GB
            max_wal_size = 8GB
            checkpoint_timeout = 30min
            log_min_messages = fatal
            """;

    private final Programs programs;
    private final Unprivileged user;
    private final Path folder;
    private final int port;
    private final String password;
    private final Thread atTheLatest = Thread.ofPlatform().unstarted(this::end);
    private boolean ended;

    private ThrowAwayServer(Programs programs, Unprivileged user, Path folder, int port, String password) {
        this.programs = programs;
        this.user = user;
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /** @throws IOException when it does not start; nothing is left of it then */
    static ThrowAwayServer start(Programs programs) throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Unprivileged user = Unprivileged.here();
        Path folder = Files.createTempDirectory("docket-bench-postgres");
        ThrowAwayServer server = new ThrowAwayServer(programs, user, folder, freePort(), HexFormat.of().formatHex(secret));
        Runtime.getRuntime().addShutdownHook(server.atTheLatest);
        try {
            server.begin();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    private void begin() throws IOException {
        user.give(folder);
        Path secret = Files.createFile(folder.resolve("password"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        user.give(secret);
        user.run(folder.resolve("initdb.log"), List.of(programs.path("initdb"), "--pgdata=" + data(), "--username=" + OWNER, "--pwfile=" + secret,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"));
        Files.delete(secret);
        Files.writeString(data().resolve("postgresql.conf"), CONFIGURATION.formatted(port), StandardOpenOption.APPEND);
        user.run(folder.resolve("start.log"), List.of(programs.path("pg_ctl"), "--pgdata=" + data(), "--wait", "--timeout=60", "--log=" + folder.resolve("server.log"), "start"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheLatest);
        } catch (IllegalStateException alreadyEnding) {
            // it finds nothing to do
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (Files.exists(data().resolve("postmaster.pid"))) {
                user.run(folder.resolve("stop.log"), List.of(programs.path("pg_ctl"), "--pgdata=" + data(), "--mode=immediate", "--wait", "stop"));
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server in " + folder + " could not be removed", e);
        }
    }
}
