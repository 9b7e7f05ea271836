package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.item.LegalHold;
import dev.docket.item.LegalHolds;
import dev.docket.item.Tombstone;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket hold}. */
@Command(name = "hold", description = "Keep items from being erased, as long as a case asks for them: by whomever, and by the policy's days. A quarantine still takes them away.")
final class HoldCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with holds: place, lift or list");
    }

    @Command(description = "Place a hold. Exit code 1: an item was on hold for this case already.")
    int place(@Mixin NamedItems named, @Option(names = "--reference", paramLabel = "CODE", required = true, description = "The case's number, without words about anybody.") String reference,
            @Mixin DeskOption deskOption) throws IOException {
        return each(named, reference, deskOption, " is on hold for ", " was on hold already for ", desk -> (item, code) -> desk.holds.place(item, code));
    }

    @Command(description = "Lift a hold. On a team, who lifts one does not erase what it held: another lead does. Exit code 1: an item was not on hold for this case.")
    int lift(@Mixin NamedItems named, @Option(names = "--reference", paramLabel = "CODE", required = true, description = "As it was placed.") String reference,
            @Mixin DeskOption deskOption) throws IOException {
        return each(named, reference, deskOption, " is no longer on hold for ", " was not on hold for ", desk -> (item, code) -> desk.holds.lift(item, code));
    }

    @Command(description = "List the holds, with who placed them and when.")
    int list(@Option(names = "--all", description = "Those that were lifted too.") boolean all,
            @Option(names = "--json", description = "Print one JSON object for each hold.") boolean json, @Mixin DeskOption deskOption) {
        try (DeskData opened = deskOption.openData()) {
            List<LegalHold> holds = opened.database().<List<LegalHold>>inTransaction(new LegalHolds()::all).stream().filter(hold -> all || hold.lifted().isEmpty()).toList();
            holds.forEach(hold -> out().println(json ? CanonicalJson.write(fields(opened.database(), hold)) : line(opened.database(), hold)));
            if (holds.isEmpty() && !json) {
                out().println("Nothing is on hold.");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    /** What is done to an item, for a case. */
    private interface Step {
        BiPredicate<UUID, String> at(Desk desk);
    }

    private int each(NamedItems named, String reference, DeskOption deskOption, String done, String not, Step step) throws IOException {
        if (!reference.matches(Tombstone.CODE)) {
            throw new UsageException("--reference takes the case's number: letters, digits and . / _ : # -, at most 60 and no spaces");
        }
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            Set<UUID> items = named.in(desk.database);
            boolean all = true;
            for (UUID item : items) {
                boolean did = step.at(desk).test(item, reference);
                all &= did;
                out().println(item + (did ? done : not) + reference + ".");
            }
            out().flush();
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private static String line(Database database, LegalHold hold) {
        return "%s  %s, placed by %s on %s%s".formatted(hold.item(), hold.reference(), name(database, hold.by()), hold.at(),
                hold.lifted().map(lifted -> ", lifted by " + name(database, lifted.by()) + " on " + lifted.at()).orElse(""));
    }

    private static Map<String, Object> fields(Database database, LegalHold hold) {
        Map<String, Object> fields = new TreeMap<>(Map.of("item", hold.item().toString(), "reference", hold.reference(), "placed_by", name(database, hold.by()), "placed_at", hold.at().toString()));
        hold.lifted().ifPresent(lifted -> fields.putAll(Map.of("lifted_by", name(database, lifted.by()), "lifted_at", lifted.at().toString())));
        return fields;
    }

    private static String name(Database database, UUID person) {
        return database.inTransaction(tx -> new Team().find(tx, person)).map(Member::pseudonym).orElse("?");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
