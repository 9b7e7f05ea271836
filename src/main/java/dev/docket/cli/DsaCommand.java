package dev.docket.cli;

import dev.docket.dsa.StatementCheck;
import dev.docket.dsa.Fault;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket dsa}. */
@Command(name = "dsa", description = "Statements of reasons for the EU's DSA Transparency Database: written to files, never sent.", subcommands = DsaExportCommand.class)
final class DsaCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with statements: docket dsa export --out DIR, or docket dsa check FILE");
    }

    /** Prints every fault, by statement and field, or that there is none. Needs no desk. */
    @Command(name = "check", description = "Name everything wrong with a file of statements, by statement and field: against the schema of 1 July 2025, "
            + "what the database's server does beyond it, and personal data. Fields: docs/statements-of-reasons.md.")
    int check(
            @Parameters(paramLabel = "FILE", description = "One statement, or {\"statements\": [1 to 100]} (JSON).") Path file,
            @Option(names = "--json", description = "Print one JSON object, its errors as the database's server names them.") boolean json) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " is no file; name a file of statements (JSON)");
        }
        StatementCheck.Outcome outcome = StatementCheck.file(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(result(file, outcome)));
        } else if (outcome.sound()) {
            out.println(file + ": fine, " + outcome.statements() + (outcome.statements() == 1 ? " statement" : " statements"));
        } else {
            outcome.faults().forEach((statement, faults) -> faults.forEach(fault ->
                    out.println(file + ": " + (outcome.single() || fault.field().equals(statement) ? "" : statement + ": ") + fault)));
        }
        out.flush();
        return outcome.sound() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static Map<String, Object> result(Path file, StatementCheck.Outcome outcome) {
        Map<String, Object> errors = new LinkedHashMap<>();
        outcome.faults().forEach((statement, faults) -> errors.put(statement, byField(faults)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", file.toString());
        result.put("ok", outcome.sound());
        result.put("statements", outcome.statements());
        result.put("errors", outcome.single() && !outcome.sound() ? errors.values().iterator().next() : errors);
        return result;
    }

    private static Map<String, List<String>> byField(List<Fault> faults) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        faults.forEach(fault -> fields.computeIfAbsent(fault.field(), _ -> new ArrayList<>()).add(fault.message()));
        return fields;
    }
}
