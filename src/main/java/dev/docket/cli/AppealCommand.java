package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.verdict.Appeals.Source;
import dev.docket.verdict.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket appeal}. */
@Command(name = "appeal", description = "Register an appeal against what was decided on an item, or take one back that nobody has heard.")
final class AppealCommand implements Callable<Integer> {
    private static final int MOST_FOUND = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(paramLabel = "ITEM", description = "The item: its id or the start of it, its picture's hash, or its id at the source.")
    private String item;

    @Option(names = "--from", paramLabel = "WHO", defaultValue = "uploader",
            description = "Who appeals: uploader, notifier, trusted_flagger, authority or desk (default: ${DEFAULT-VALUE}).")
    private Source from;

    @Option(names = "--words", paramLabel = "TEXT", defaultValue = "", description = "What they say, at most 500 characters.")
    private String words;

    @Option(names = "--withdraw", description = "Take the item's appeal back.")
    private boolean withdraw;

    @Override
    public Integer call() throws IOException {
        if (words.length() > Finding.NOTE_CHARS) {
            throw new UsageException("An appeal's words have at most " + Finding.NOTE_CHARS + " characters, not " + words.length());
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean done;
        try (Desk open = desk.open()) {
            UUID found = find(open);
            done = withdraw ? withdraw(open, found, out) : lodge(open, found, out);
        }
        out.flush();
        return done ? ExitCode.DONE : ExitCode.FOUND;
    }

    private UUID find(Desk open) {
        TaskFilter filter = new TaskFilter(item, Optional.empty(), TaskFilter.Standing.ANY);
        List<UUID> items = open.database.inTransaction(tx -> new TaskSearch().find(tx, filter, MOST_FOUND)).rows().stream()
                .map(TaskRow::itemId).distinct().toList();
        if (items.size() != 1) {
            throw new UsageException(items.isEmpty() ? "No item begins like '" + item + "'. Give its id, its picture's hash, or its id at the source."
                    : "'" + item + "' may be any of " + items.size() + " items. Give more of it.");
        }
        return items.getFirst();
    }

    private boolean lodge(Desk open, UUID found, PrintWriter out) {
        boolean lodged = open.appeals.lodge(found, from, words, open.self.id()).isPresent();
        out.println(lodged ? "Appeal of the %s on %s registered; somebody who did not decide it hears it."
                .formatted(from.name().toLowerCase(Locale.ROOT).replace('_', ' '), found)
                : "Nothing to appeal against on %s: no decision counts there, or an appeal is pending already.".formatted(found));
        return lodged;
    }

    private static boolean withdraw(Desk open, UUID found, PrintWriter out) {
        boolean back = open.appeals.pending(found).filter(appeal -> open.appeals.withdraw(appeal, open.self.id())).isPresent();
        out.println(back ? "The appeal on %s is taken back; what was decided stands.".formatted(found)
                : "No appeal on %s waits to be heard.".formatted(found));
        return back;
    }
}
