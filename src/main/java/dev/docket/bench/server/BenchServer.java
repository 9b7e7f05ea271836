package dev.docket.bench.server;

import dev.docket.team.ServerAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A PostgreSQL to measure on: one that was started for this, or somebody's own. There it makes databases and logins under names of this
 * run, drops them when it is closed, and touches nothing else. One thread opens and closes; connections are for any.
 */
public final class BenchServer implements AutoCloseable {
    private static final String GROUPS = "select rolname from pg_roles where rolname like 'docket\\_%'";

    private final ServerAddress address;
    private final String login;
    private final char[] password;
    private final Optional<ThrowAwayServer> own;
    private final String prefix = "docketbench" + HexFormat.of().toHexDigits(new Random().nextInt(1 << 16), 4);
    private final List<String> databases = new ArrayList<>();
    private final Set<String> groupsBefore;
    private final String about;

    private BenchServer(ServerAddress address, String login, char[] password, Optional<ThrowAwayServer> own) throws SQLException {
        this.address = address;
        this.login = login;
        this.password = password;
        this.own = own;
        groupsBefore = new HashSet<>(ask(GROUPS));
        about = "PostgreSQL " + one("show server_version").split(" ")[0] + ", fsync " + one("show fsync") + ", shared_buffers " + one("show shared_buffers");
    }

    /** Starts one. */
    static BenchServer started(Programs programs) throws IOException, SQLException {
        ThrowAwayServer server = ThrowAwayServer.start(programs);
        try {
            return new BenchServer(new ServerAddress("127.0.0.1", server.port(), "postgres", ServerAddress.Tls.NONE, Optional.empty()), ThrowAwayServer.OWNER,
                    server.password().toCharArray(), Optional.of(server));
        } catch (SQLException e) {
            server.close();
            throw e;
        }
    }

    /** @param address with any database of it, to log in to. @param login of somebody who may make databases and logins */
    static BenchServer at(ServerAddress address, String login, char[] password) throws SQLException {
        return new BenchServer(address, login, password, Optional.empty());
    }

    /** Version and what matters for writing, fit for a person. */
    public String about() {
        return about;
    }

    /** Makes an empty database, and returns its name. */
    public String database() throws SQLException {
        return made("");
    }

    /** Makes a copy of a database that nobody is connected to; without what people may do with the database as a whole. */
    public String copy(String database) throws SQLException {
        return made(" template " + database + " strategy file_copy");
    }

    private String made(String how) throws SQLException {
        String name = prefix + "_" + databases.size();
        execute("create database " + name + how);
        databases.add(name);
        return name;
    }

    /** What somebody's login is called here, so that it goes with the rest. */
    public String login(String name) {
        return prefix + "_" + name;
    }

    /** Connections of whoever owns everything here. */
    public DataSource owner(String database) {
        return to(database).ownersSource(login, password);
    }

    /** Connections of somebody with a login of their own. */
    public DataSource as(String database, String who, char[] theirs) {
        return to(database).source(who, theirs);
    }

    private ServerAddress to(String database) {
        return new ServerAddress(address.host(), address.port(), database, address.tls(), address.ca());
    }

    private String one(String question) throws SQLException {
        return ask(question).getFirst();
    }

    private List<String> ask(String question) throws SQLException {
        try (Connection connection = owner(address.database()).getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = owner(address.database()).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        if (own.isPresent()) {
            own.get().close();
            return;
        }
        for (String database : databases) {
            execute("drop database " + database + " with (force)");
        }
        for (String role : ask("select rolname from pg_roles where rolname like '" + prefix + "\\_%'")) {
            execute("drop role " + role);
        }
        List<String> groups = ask(GROUPS);
        groups.removeAll(groupsBefore);
        for (String group : groups) {
            execute("drop role " + group);
        }
    }
}
