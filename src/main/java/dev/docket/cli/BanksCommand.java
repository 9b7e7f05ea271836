package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.hash.Bank;
import dev.docket.hash.BankDefaults;
import dev.docket.hash.BankShelf;
import dev.docket.hash.HashBanks;
import dev.docket.hash.HashKind;
import dev.docket.retrain.Rescoring;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket banks}. */
@Command(name = "banks", description = "Add, list, show and remove hash banks: lists of known pictures that new ones are held against.")
final class BanksCommand implements Runnable {
    private static final int SHOWN_REFUSALS = 20;
    private static final int LONGEST_LABEL = 60;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with hash banks: add, list, show or remove");
    }

    @Command(description = {
        "Add a list of hashes to a bank, making it when it is new, and hold the waiting items against it.",
        "One hash a line (pdq HEX, sha256 HEX, md5 HEX) or CSV with a header; docs/hash-banks.md says more. Exit code 1: lines were refused."
    })
    int add(
            @Parameters(paramLabel = "NAME", description = "The bank's name: letters, digits, dots, dashes, underscores; at most 40.") String name,
            @Parameters(paramLabel = "FILE", description = "The list.") Path file,
            @Option(names = "--label", paramLabel = "LABEL", description = "The policy label of entries that bring none.") String label,
            @Option(names = "--expires", paramLabel = "DATE", description = "The day from which on entries that bring none match no more, such as 2027-05-31 (UTC).") String expires,
            @Option(names = "--type", paramLabel = "TYPE", description = "What hashes without a word for it are: pdq, sha256 or md5.") HashKind type,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption desk) throws IOException {
        BankDefaults defaults = new BankDefaults(Optional.ofNullable(type), label(label), expires(expires));
        if (!name.matches(BankShelf.NAME)) {
            throw new UsageException("'" + name + "' is no name for a bank: take letters, digits, dots, dashes and underscores, at most 40");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " is not a file");
        }
        try (Desk opened = desk.open(); ProgressLine progress = ProgressLine.onStandardError()) {
            BankShelf.Outcome outcome = opened.bankShelf.add(name, file, defaults, progress);
            Rescoring.Outcome waiting = opened.rescoring.run(progress);
            if (json) {
                out().println(CanonicalJson.write(Map.of("bank", name, "added", outcome.added(), "known", outcome.known(),
                        "withdrawn", outcome.withdrawn(), "left_out", outcome.leftOut(), "refused", outcome.refused(), "refusals", outcome.refusals())));
            } else {
                print(name, outcome);
                out().println(waiting.items() + " waiting items held against the banks, " + waiting.moved() + " moved.");
                warnOfLabels(opened, name);
            }
            out().flush();
            return outcome.refused() == 0 && outcome.taken() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private void print(String name, BankShelf.Outcome outcome) {
        outcome.refusals().stream().limit(SHOWN_REFUSALS).forEach(refusal -> out().println("refused  " + refusal));
        if (outcome.refused() > SHOWN_REFUSALS) {
            out().println("refused  " + (outcome.refused() - SHOWN_REFUSALS) + " more lines");
        }
        if (!outcome.taken()) {
            out().println("No line names a hash that could be taken; the bank " + name + " is as it was.");
            return;
        }
        out().println(name + ": " + outcome.added() + " added, " + outcome.known() + " known already, " + outcome.withdrawn() + " withdrawn, "
                + outcome.leftOut() + " of no use here, " + outcome.refused() + " refused");
    }

    /** A label that the policy does not know only raises a question; that is worth a word while the list is at hand. */
    private void warnOfLabels(Desk opened, String name) {
        opened.banks.all().stream().filter(bank -> bank.name().equals(name)).flatMap(bank -> bank.labels().keySet().stream())
                .filter(label -> opened.policy.pack().find(label).isEmpty())
                .forEach(label -> out().println(label.isEmpty() ? "Some entries have no label: a match is told, and suspects nothing. Add the list again with --label."
                        : "'" + label + "' is no label of the policy: a match is told, and suspects nothing."));
    }

    @Command(description = "Show every bank: how many entries, of which kinds, how many expired.")
    int list(@Option(names = "--json", description = "Print one JSON object for each bank.") boolean json, @Mixin DeskOption desk) {
        try (DeskData opened = desk.openData()) {
            List<Bank> banks = banks(opened);
            banks.forEach(bank -> out().println(json ? CanonicalJson.write(new BankReport(bank).json()) : new BankReport(bank).line()));
            if (banks.isEmpty() && !json) {
                out().println("There are no hash banks. Add one with: docket banks add NAME FILE");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = "Show a bank: entries by kind and label, expired ones, when it was added. Never its hashes.")
    int show(
            @Parameters(paramLabel = "NAME", description = "The bank.") String name,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption desk) {
        try (DeskData opened = desk.openData()) {
            BankReport report = new BankReport(banks(opened).stream().filter(bank -> bank.name().equals(name)).findFirst().orElseThrow(() -> unknown(name)));
            if (json) {
                out().println(CanonicalJson.write(report.json()));
            } else {
                report.print(out());
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = "Forget a bank. What was decided because of it stays decided.")
    int remove(@Parameters(paramLabel = "NAME", description = "The bank.") String name, @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            OptionalLong entries = opened.bankShelf.remove(name);
            out().println(name + " is removed, with " + entries.orElseThrow(() -> unknown(name)) + " entries.");
            out().flush();
            return ExitCode.DONE;
        }
    }

    private static List<Bank> banks(DeskData opened) {
        return new HashBanks(opened.database(), Clock.systemUTC()).all();
    }

    private static UsageException unknown(String name) {
        return new UsageException("There is no bank " + name + "; `docket banks list` shows those there are");
    }

    private static String label(String label) {
        if (label != null && (label.isBlank() || label.length() > LONGEST_LABEL)) {
            throw new UsageException("--label takes 1 to " + LONGEST_LABEL + " characters");
        }
        return label == null ? "" : label;
    }

    private static Optional<Instant> expires(String day) {
        try {
            return Optional.ofNullable(day).map(text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            throw new UsageException("--expires takes a day such as 2027-05-31, not '" + day + "'");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
