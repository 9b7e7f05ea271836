package dev.docket.cli;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.team.ConnectionFile;
import dev.docket.team.IntakeTokens;
import dev.docket.team.Team;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket intake-token}. */
@Command(name = "intake-token", description = {
    "Say who may hand items in over HTTP (docket serve-intake): a token for each upstream system.",
    "For a team name its database and log in as an admin; for a desk of one's own name its profile, while nothing has it open."
})
final class IntakeTokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** What is done with an open database; the second writes to its log. */
    private interface Work {
        int in(Database database, Noting noting);
    }

    private interface Noting {
        void note(Handle tx, AuditKind kind, Map<String, Object> body);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with tokens: add, list or revoke");
    }

    @Command(description = "Make a token and print it once. All that is handed in with it is of this source.")
    int add(@Parameters(paramLabel = "SOURCE", description = "Name of the feed, 1 to 60 characters.") String source, @Mixin DeskOption desk,
            @ArgGroup(exclusive = false) ServerOption server) throws IOException {
        return with(desk, server, (database, noting) -> {
            IntakeTokens tokens = new IntakeTokens();
            String token = TeamCommand.checked(() -> database.inTransaction(tx -> {
                String made = tokens.make(tx, source);
                noting.note(tx, AuditKind.TOKEN_MADE, Map.of("token", IntakeTokens.id(made), "source", source));
                return made;
            }));
            out().println("Token " + IntakeTokens.id(token) + " hands in for " + source + ". It is shown this once:");
            out().println("  " + token);
            return ExitCode.DONE;
        });
    }

    @Command(description = "Show the tokens, without what is secret of them.")
    int list(@Mixin DeskOption desk, @ArgGroup(exclusive = false) ServerOption server,
            @Option(names = "--json", description = "Print one JSON object for each.") boolean json) throws IOException {
        return with(desk, server, (database, _) -> {
            List<IntakeTokens.Token> all = database.inTransaction(new IntakeTokens()::all);
            all.forEach(token -> out().println(json ? CanonicalJson.write(fields(token)) : line(token)));
            if (all.isEmpty() && !json) {
                out().println("There is no token yet. Make one: docket intake-token add SOURCE …");
            }
            return ExitCode.DONE;
        });
    }

    @Command(description = "Take tokens out of force, within two seconds and for good.")
    int revoke(@Parameters(paramLabel = "TOKEN", arity = "1..*", description = "Ids, as list shows them.") List<String> ids, @Mixin DeskOption desk,
            @ArgGroup(exclusive = false) ServerOption server) throws IOException {
        return with(desk, server, (database, noting) -> {
            List<String> unknown = database.inTransaction(tx -> ids.stream().filter(id -> {
                boolean was = new IntakeTokens().revoke(tx, id);
                if (was) {
                    noting.note(tx, AuditKind.TOKEN_REVOKED, Map.of("token", id));
                }
                return !was;
            }).toList());
            unknown.forEach(id -> out().println("No token " + id + " is in force."));
            return unknown.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        });
    }

    private int with(DeskOption desk, ServerOption server, Work work) throws IOException {
        try {
            if (server != null) {
                try (Database admin = server.joined()) {
                    return work.in(admin, TeamCommand::log);
                }
            }
            try (DeskData data = desk.openData()) {
                boolean joined = Files.exists(data.profile().folder().resolve(ConnectionFile.NAME));
                return work.in(data.database(), joined ? TeamCommand::log : (tx, kind, body) ->
                        new AuditLog(new Team().self(tx).id(), "desk", Clock.systemUTC()).append(tx, kind, body));
            }
        } finally {
            out().flush();
        }
    }

    private static Map<String, Object> fields(IntakeTokens.Token token) {
        Map<String, Object> fields = new TreeMap<>(Map.of("token", token.id(), "source", token.source(), "made_at", token.madeAt().toString()));
        token.revokedAt().ifPresent(at -> fields.put("revoked_at", at.toString()));
        return fields;
    }

    private static String line(IntakeTokens.Token token) {
        return "%s  %-30s %s".formatted(token.id(), token.source(), token.revokedAt().map(at -> "revoked " + at).orElse("since " + token.madeAt()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
