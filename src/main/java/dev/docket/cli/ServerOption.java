package dev.docket.cli;

import dev.docket.desk.Joined;
import dev.docket.storage.Database;
import dev.docket.team.ServerAddress;
import dev.docket.team.ServerAddress.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --db}, {@code --user} and what goes with them: a team's database, for those who run it. */
final class ServerOption {
    static final String VARIABLE = "DOCKET_DB_PASSWORD";
    private static final long MOST_PEM = 50_000;

    @Option(names = "--db", paramLabel = "URL", required = true, description = "The team's database, such as postgresql://db.example.org:5432/docket.")
    private String url;

    @Option(names = "--user", paramLabel = "LOGIN", required = true, description = "Who you log in as there.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the login's password (default: the environment's " + VARIABLE + ", or a question).")
    private Path passwordFile;

    @Option(names = "--ca", paramLabel = "FILE", description = "Certificate, PEM, of the authority that signed the server's (default: those that Java trusts).")
    private Path ca;

    @Option(names = "--tls", paramLabel = "MODE", defaultValue = "verify-full", description = "verify-full, or weaker and told to everybody who joins: verify-ca, disable (default: ${DEFAULT-VALUE}).")
    private String tls;

    ServerAddress address() throws IOException {
        Tls mode = switch (tls) {
            case "verify-full" -> Tls.VERIFY_FULL;
            case "verify-ca" -> Tls.VERIFY_CA;
            case "disable" -> Tls.NONE;
            default -> throw new UsageException("--tls takes verify-full, verify-ca or disable, not '" + tls + "'");
        };
        try {
            return ServerAddress.parse(url, mode, ca());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** As the one who owns it: set up and brought up to this version. */
    Database owned() throws IOException {
        return Database.of(address().ownersSource(user, password()));
    }

    /** As one of its people, an admin say, or as its owner. */
    Database joined() throws IOException {
        ServerAddress address = address();
        return Database.joined(address.source(user, password()), address.text());
    }

    /** As one of its people, whose password no profile keeps. */
    Joined login() throws IOException {
        return Joined.as(user, password(), address());
    }

    private char[] password() throws IOException {
        return new Secret(passwordFile, VARIABLE, "of " + user).known();
    }

    private Optional<String> ca() throws IOException {
        return ca == null ? Optional.empty() : Optional.of(Certificates.pem(ca, MOST_PEM));
    }
}
