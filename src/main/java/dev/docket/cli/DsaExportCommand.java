package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.dsa.Batch;
import dev.docket.dsa.FaultyStatementsException;
import dev.docket.dsa.NoStatement;
import dev.docket.dsa.StatementDesk;
import dev.docket.export.TargetFolderException;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket dsa export}. */
@Command(name = "export", description = {
    "Write the statements of reasons that are due, and the notices to users that go with them. A lead's to do.",
    "Each decision is stated once, whatever is asked for later. Exit code 1: some statements written earlier no longer hold and have to be seen to by hand."})
final class DsaExportCommand implements Callable<Integer> {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go: a folder that does not exist yet, or is empty.")
    private Path out;

    @ArgGroup(multiplicity = "1")
    private Span span;

    /** Which decisions: said each time, so that years of them are not stated by a slip. */
    private static final class Span {
        @Option(names = "--since", paramLabel = "DATE", description = "Decisions of that day (UTC) and later, such as 2026-12-01.")
        private LocalDate since;

        @Option(names = "--all", description = "Every decision that was not stated yet.")
        private boolean all;
    }

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            StatementDesk.requireFree(out);
            try (Desk opened = desk.open()) {
                LeadOnly.check(opened);
                return export(opened, since(opened));
            }
        } catch (TargetFolderException e) {
            throw new UsageException(e.getMessage());
        } catch (FaultyStatementsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Optional<LocalDate> since(Desk opened) {
        Optional<LocalDate> since = Optional.ofNullable(span.since);
        since.filter(day -> day.isBefore(FIRST) || day.isAfter(opened.clock.instant().atZone(ZoneOffset.UTC).toLocalDate())).ifPresent(day -> {
            throw new UsageException("--since " + day + " is not between " + FIRST + " and today");
        });
        return since;
    }

    private int export(Desk opened, Optional<LocalDate> since) throws IOException, TargetFolderException, FaultyStatementsException {
        Batch batch;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            batch = opened.statements.read(since, progress);
        }
        if (!batch.isEmpty()) {
            try (ProgressLine progress = ProgressLine.onStandardError()) {
                opened.statements.write(batch, out, progress);
            }
        }
        print(batch);
        return batch.byHand().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private void print(Batch batch) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>(batch.summary());
            result.put("written", !batch.isEmpty());
            result.put("folder", batch.isEmpty() ? null : out.toString());
            printer.println(CanonicalJson.write(result));
        } else {
            lines(batch).forEach(printer::println);
        }
        printer.flush();
    }

    private static String count(int many, String thing) {
        return many + " " + thing + (many == 1 ? "" : "s");
    }

    private List<String> lines(Batch batch) {
        List<String> lines = new ArrayList<>();
        if (batch.isEmpty()) {
            lines.add("No statement is due; nothing was written.");
        } else {
            lines.add("Written to %s: %s in %s, with a notice for each user.".formatted(out, count(batch.statements().size(), "statement"), count(batch.files(), "file")));
        }
        if (!batch.byHand().isEmpty()) {
            lines.add("To be seen to by hand: %s written earlier, listed in %s. The database has no call to take one back; ask its operators, by puid."
                    .formatted(count(batch.byHand().size(), "statement"), out.resolve("by-hand.csv")));
        }
        for (Map.Entry<NoStatement, Integer> none : batch.none().entrySet()) {
            lines.add("No statement for %d: %s.".formatted(none.getValue(), none.getKey().words()));
        }
        return lines;
    }
}
