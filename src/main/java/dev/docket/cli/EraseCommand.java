package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.retention.Eraser;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code docket erase}. */
@Command(name = "erase", description = {
    "Erase items for good: key and bytes of the picture, every hash of it, what the feed and the file said, notes and comments.",
    "A tombstone, labels and actions without words, and the audit log stay. Lists the decision sets that carried the items.",
    "Erases nothing without --yes. Exit code 1: something was not erased, as it is on hold, quarantined, or gone already."
})
final class EraseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedItems named;

    @Option(names = "--reason", paramLabel = "CODE", description = "Why, as a code without words about anybody, such as subject-request.")
    private String reason;

    @Option(names = "--legal-basis", paramLabel = "CODE", description = "On what legal basis, as a code, such as gdpr-17.1.b.")
    private String basis;

    @Option(names = "--yes", description = "Erase. Without it the command only says what would go.")
    private boolean yes;

    @Option(names = "--list", description = "List what was erased so far, and nothing else.")
    private boolean list;

    @Option(names = "--again", paramLabel = "FILE", description = "After a team's database was put back: erase once more what this register (docket erase --list --json) says was erased on request.")
    private Path again;

    @Option(names = "--json", description = "Print one JSON object for each item.")
    private boolean json;

    @Mixin
    private DeskOption deskOption;

    @Override
    public Integer call() throws IOException {
        if (list) {
            return list();
        }
        if (again != null) {
            return again();
        }
        code("--reason", reason);
        code("--legal-basis", basis);
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            Set<UUID> items = named.in(desk.database);
            Elsewhere elsewhere = Elsewhere.of(desk.database, items);
            boolean all = true;
            for (UUID item : items) {
                Eraser.Outcome outcome = yes ? desk.eraser.onRequest(item, reason, basis) : new Eraser.Outcome(item, Optional.empty(), desk.eraser.holds(item));
                all &= outcome.stone().isPresent() || !yes && outcome.heldBy().isEmpty();
                new ErasureReport(desk, out()).outcome(outcome, elsewhere.of(item), yes, json);
            }
            if (!json) {
                afterwards(desk, items.size());
            }
            out().flush();
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private void afterwards(Desk desk, int items) {
        long unknown = desk.database.inTransaction(desk.setRegister::unregistered);
        if (unknown > 0) {
            out().println(unknown + " sets were written by earlier versions, which kept no list of their items. Look for these ids in them: docket export verify FOLDER names the desk.");
        }
        out().println(yes ? "Backups made until now can still bring them back until they are pruned (docket backup prune); a desk restored from one erases them again."
                : "Nothing was erased yet. Run it again with --yes to erase " + (items == 1 ? "this item" : "these " + items + " items") + " for good.");
    }

    private int list() {
        try (DeskData opened = deskOption.openData()) {
            List<Tombstone> stones = opened.database().inTransaction(new Tombstones()::all);
            stones.forEach(stone -> out().println(json ? ErasureReport.json(stone, Elsewhere.of(opened.database(), List.of(stone.item())))
                    : ErasureReport.line(stone)));
            if (stones.isEmpty() && !json) {
                out().println("Nothing was erased at this desk.");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    /** What the policy's days erased, they erase again by themselves. */
    private int again() throws IOException {
        try (Desk desk = deskOption.open(); Stream<String> lines = Files.lines(again)) {
            LeadOnly.check(desk);
            boolean all = true;
            for (String line : lines.filter(each -> !each.isBlank()).toList()) {
                JsonNode stone = register(line);
                if (stone.required("cause").asString().equals("request")) {
                    Eraser.Outcome outcome = desk.eraser.onRequest(UUID.fromString(stone.required("item").asString()), stone.required("reason").asString(), stone.required("legal_basis").asString());
                    all &= outcome.heldBy().isEmpty();
                    if (outcome.stone().isPresent() || !outcome.heldBy().isEmpty()) {
                        new ErasureReport(desk, out()).outcome(outcome, Elsewhere.NOWHERE, true, json);
                    }
                }
            }
            out().flush();
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private JsonNode register(String line) {
        try {
            JsonNode stone = CanonicalJson.MAPPER.readTree(line);
            List.of("cause", "item", "reason", "legal_basis").forEach(stone::required);
            return stone;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UsageException(again + " is no register of erasures: " + e.getMessage());
        }
    }

    private static void code(String option, String code) {
        if (code == null) {
            throw new UsageException("Say why, and on what legal basis: --reason CODE --legal-basis CODE");
        }
        if (!code.matches(Tombstone.CODE)) {
            throw new UsageException(option + " takes a code: letters, digits and . / _ : # -, at most 60 and no spaces. No words about anybody get into the log.");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
