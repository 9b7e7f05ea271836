package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.report.Period;
import dev.docket.report.PeriodFigures;
import dev.docket.settings.Appearance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket report}. */
@Command(name = "report", description = "Write a period's report as one page to hand on. A lead's to make; it has no figure of one person.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "First day (UTC), such as 2026-11-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "Last day, included.")
    private LocalDate to;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page (HTML), which must not exist yet.")
    private Path out;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "en or de; without it, the language of the desk's settings.")
    private String language;

    @Override
    public Integer call() throws IOException {
        Period period = period();
        if (language != null && !List.of("en", "de").contains(language)) {
            throw new UsageException("--language: en or de, not '" + language + "'");
        }
        if (Files.exists(out)) {
            throw new UsageException(out + " exists already; a report that was handed on is not changed, name another file");
        }
        try (Desk opened = desk.open()) {
            LeadOnly.check(opened);
            PeriodFigures figures = opened.report.write(period, out, language == null ? spoken(opened.settings.appearance().language()) : Locale.of(language));
            PrintWriter printer = spec.commandLine().getOut();
            printer.println("Written to %s: %d images taken in, %d decisions.".formatted(out, figures.admitted(), figures.decisions()));
            printer.flush();
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(out + " exists already; name another file");
        }
    }

    private static Locale spoken(Appearance.Language chosen) {
        return switch (chosen) {
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
            case SYSTEM -> Locale.getDefault();
        };
    }

    private Period period() {
        try {
            return new Period(from, to);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--from and --to: " + e.getMessage());
        }
    }
}
