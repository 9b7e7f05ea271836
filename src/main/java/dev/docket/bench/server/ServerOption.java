package dev.docket.bench.server;

import dev.docket.team.ServerAddress;
import dev.docket.team.ServerAddress.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --postgres}, {@code --db} and what goes with them: the PostgreSQL to measure on. One server for a run, made when first asked for. */
public final class ServerOption implements AutoCloseable {
    private static final String VARIABLE = "DOCKET_DB_PASSWORD";

    /** Why there is none, and what to do about it. */
    public static final String MISSING = "no PostgreSQL found: install postgresql (15 or newer), or name the folder of its programs with --postgres, or a server with --db";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--postgres", paramLabel = "DIR", description = "The folder of initdb and postgres; a server is started for the run and removed (default: on the PATH, or Debian's newest).")
    private Path programs;

    @Option(names = "--db", paramLabel = "URL", description = "A PostgreSQL you have, such as postgresql://localhost:5432/postgres: databases of its own are made there and dropped.")
    private String url;

    @Option(names = "--user", paramLabel = "LOGIN", description = "Who you log in as at --db: somebody who may make databases and logins. The password is the environment's " + VARIABLE + ".")
    private String user;

    @Option(names = "--tls", paramLabel = "MODE", defaultValue = "verify-full", description = "For --db: verify-full, verify-ca, disable (default: ${DEFAULT-VALUE}).")
    private String tls;

    private Optional<BenchServer> opened;

    /** @throws ParameterException when the options do not go together */
    public void check() {
        if (url != null) {
            address();
            if (user == null || System.getenv(VARIABLE) == null) {
                throw new ParameterException(spec.commandLine(), "--db asks for --user, and for the password in the environment's " + VARIABLE);
            }
        } else if (programs != null && Programs.in(programs).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--postgres: " + programs + " does not hold initdb, pg_ctl and postgres");
        }
    }

    /** Empty when there is none here: {@link #MISSING}. */
    public Optional<BenchServer> server() throws IOException, SQLException {
        if (opened == null) {
            opened = url != null ? Optional.of(BenchServer.at(address(), user, System.getenv(VARIABLE).toCharArray())) : started();
        }
        return opened;
    }

    private Optional<BenchServer> started() throws IOException, SQLException {
        Optional<Programs> found = programs != null ? Programs.in(programs) : Programs.find();
        return found.isPresent() ? Optional.of(BenchServer.started(found.get())) : Optional.empty();
    }

    private ServerAddress address() {
        Tls mode = Arrays.stream(Tls.values()).filter(each -> each.word().equals(tls)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "--tls takes verify-full, verify-ca or disable, not '" + tls + "'"));
        try {
            return ServerAddress.parse(url, mode, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--db: " + e.getMessage());
        }
    }

    @Override
    public void close() throws SQLException {
        if (opened != null && opened.isPresent()) {
            opened.get().close();
        }
    }
}
