package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.item.HandOver;
import dev.docket.item.HandOvers;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import dev.docket.verdict.HandOverDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket quarantine}. */
@Command(name = "quarantine", description = "List and show the records that quarantined items leave, and note that one was handed over. Their pictures are gone.")
final class QuarantineCommand implements Runnable {
    private final HandOvers records = new HandOvers();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the records: list, show or handed-over");
    }

    @Command(description = "List the records, the first at the head.")
    int list(
            @Option(names = "--waiting", description = "Only those that wait to be handed over.") boolean waiting,
            @Option(names = "--json", description = "Print one JSON object for each record.") boolean json, @Mixin DeskOption desk) {
        try (DeskData opened = desk.openData()) {
            List<HandOver> all = opened.database().inTransaction(records::all);
            List<HandOver> listed = all.stream().filter(record -> !waiting || record.handed().isEmpty()).toList();
            listed.stream().map(record -> report(opened.database(), record))
                    .forEach(report -> out().println(json ? CanonicalJson.write(report.json()) : report.line()));
            if (listed.isEmpty() && !json) {
                out().println(all.isEmpty() ? "Nothing was quarantined at this desk." : "Every record was handed over.");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = "Show a record: what, when, by whom or which bank, under which policy, and whether it was handed over.")
    int show(
            @Parameters(paramLabel = "ID", description = "The record's number, or its item's id or the start of it.") String id,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption desk) {
        try (DeskData opened = desk.openData()) {
            HandOverReport report = report(opened.database(), find(opened.database(), id));
            if (json) {
                out().println(CanonicalJson.write(report.json()));
            } else {
                report.print(out());
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(name = "handed-over", description = {
        "Note that a record was handed over, and the number its receiver gave it.",
        "Docket sends nothing itself: whoever holds the receiver's credentials does. Exit code 1: that was noted before."
    })
    int handedOver(
            @Parameters(paramLabel = "ID", description = "The record's number, or its item's id or the start of it.") String id,
            @Option(names = "--reference", required = true, paramLabel = "TEXT", description = "The receiver's number for it; letters, digits and . / _ : # -, at most 60.") String reference,
            @Mixin DeskOption desk) throws IOException {
        if (!reference.matches(HandOverDesk.REFERENCE)) {
            throw new UsageException("--reference takes the receiver's number: letters, digits and . / _ : # -, at most 60 and no spaces");
        }
        try (Desk opened = desk.open()) {
            HandOver found = find(opened.database, id);
            boolean noted = opened.handOverDesk.handedOver(found, reference, opened.self.id());
            HandOver now = opened.database.inTransaction(tx -> records.of(tx, found.item())).orElseThrow();
            String as = now.handed().map(HandOver.Handed::reference).orElseThrow();
            out().println(noted ? "Record " + now.number() + " is handed over as " + as + "."
                    : "Record " + now.number() + " was handed over before, as " + as + "; it stays so.");
            out().flush();
            return noted ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private HandOver find(Database database, String id) {
        List<HandOver> found = database.inTransaction(tx -> records.find(tx, id));
        if (found.size() != 1) {
            throw new UsageException(found.isEmpty() ? "There is no record '" + id + "'; `docket quarantine list` shows those there are"
                    : "'" + id + "' may be any of " + found.size() + " records. Give more of it.");
        }
        return found.getFirst();
    }

    private static HandOverReport report(Database database, HandOver record) {
        return new HandOverReport(record, person -> database.inTransaction(tx -> new Team().find(tx, person)).map(Member::pseudonym).orElse("?"));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
