package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.Schedules.Schedule;
import dev.docket.export.SelectionException;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket export schedule}. */
@Command(name = "schedule", description = {"Have a named set written by itself whenever it changed: once a day while Docket is open, or now with --run.",
        "docket export schedule --name eu-flags --to /data/sets --where lane=general; without --to, lists what is written by itself."})
final class ExportScheduleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Mixin
    private OrderOptions order;

    @Option(names = "--to", paramLabel = "DIR", description = "Where the folders NAME-1, NAME-2 and so on are made.")
    private Path to;

    @Option(names = "--stop", paramLabel = "NAME", description = "No more sets of this name by themselves.")
    private String stop;

    @Option(names = "--run", description = "See to all of them now, as a cron job does. Exit code 1 when one could not be written.")
    private boolean run;

    @Option(names = "--json", description = "Print each as a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            order.check();
            try (Desk opened = desk.open()) {
                LeadOnly.check(opened);
                if (to != null) {
                    opened.schedules.add(order.order(opened.exports), to);
                }
                if (stop != null && !opened.schedules.stop(stop)) {
                    throw new UsageException("--stop: no set named " + stop + " is written by itself");
                }
                if (run) {
                    try (ProgressLine progress = ProgressLine.onStandardError()) {
                        opened.schedules.run(progress);
                    }
                }
                List<Schedule> all = opened.schedules.all();
                print(all);
                return run && all.stream().anyMatch(each -> !each.lastSaid().equals("nothing changed") && !each.lastSaid().startsWith(each.folder())) ? ExitCode.FOUND : ExitCode.DONE;
            }
        } catch (SelectionException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void print(List<Schedule> all) {
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(each -> out.println(json ? CanonicalJson.write(each) : each.order() + " into " + each.folder() + (each.lastRun() == null ? "" : "; " + each.lastRun() + ": " + each.lastSaid())));
        if (all.isEmpty() && !json) {
            out.println("Nothing is written by itself yet: docket export schedule --name NAME --to DIR");
        }
        out.flush();
    }
}
