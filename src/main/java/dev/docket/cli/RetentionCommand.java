package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.item.Tombstone;
import dev.docket.progress.Reins;
import dev.docket.retention.Retention.Due;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket retention}. */
@Command(name = "retention", description = "Erase what the policy pack keeps for some days only. An open desk of a lead does it once a day by itself.")
final class RetentionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or run");
    }

    @Command(description = "List what is due, the longest decided first. Erases nothing.")
    int list(@Option(names = "--json", description = "Print one JSON object for each item.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            List<Due> due = desk.retention.due();
            due.forEach(each -> out().println(json ? CanonicalJson.write(fields(each))
                    : "%s  %s  decided %s  %s".formatted(each.item(), each.lane().isEmpty() ? "released" : each.lane(), each.since(), words(each.parts()))));
            if (!json) {
                out().println(desk.retention.hasRules() ? due.size() + " items are due." : "The policy pack " + desk.policy.pack().ref().name() + " has no keep_days: nothing is erased by itself.");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = "Erase what is due. Exit code 130: it was stopped; what was erased stays so.")
    int run(@Option(names = "--json", description = "Print one JSON object for each item.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins); Desk desk = deskOption.open(); ProgressLine line = ProgressLine.onStandardError(reins)) {
            LeadOnly.check(desk);
            List<Tombstone> erased = desk.retention.run(line);
            erased.forEach(stone -> out().println(json ? ErasureReport.json(stone, Elsewhere.NOWHERE) : ErasureReport.line(stone)));
            if (!json) {
                out().println(erased.isEmpty() ? "Nothing was due." : "Something was erased of " + erased.size() + " items.");
            }
            out().flush();
            return interruption.exitCode(ExitCode.DONE);
        }
    }

    private static Map<String, Object> fields(Due due) {
        return new TreeMap<>(Map.of("item", due.item().toString(), "lane", due.lane(), "since", due.since().toString(), "parts", due.parts().stream().sorted().map(Tombstone.Part::word).toList()));
    }

    private static String words(Set<Tombstone.Part> parts) {
        return parts.stream().sorted().map(Tombstone.Part::word).collect(Collectors.joining(" "));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
