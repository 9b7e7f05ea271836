package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.progress.Progress;
import dev.docket.retrain.watch.DriftWindow;
import dev.docket.retrain.watch.Watched;
import dev.docket.storage.CanonicalJson;
import dev.docket.team.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket models watch}. */
@Command(
        name = "watch",
        description = {
            "How the models in use keep: whether scores come true, how often people override flags, whether what they are shown has moved.",
            "What there is to look at waits on the models screen, too, until a lead has seen it. Exit code 1: there is something."
        })
final class ModelsWatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Watched> watched;
        try (Desk opened = desk.open()) {
            watched = opened.self.role() == Role.LEAD ? opened.alerts.watch(Progress.NONE) : opened.alerts.look(Progress.NONE);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(Map.of("models", watched.stream().map(Watched::json).toList())));
        } else {
            watched.forEach(each -> print(each, out));
        }
        out.flush();
        return watched.stream().allMatch(each -> each.alerts().isEmpty()) ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static void print(Watched watched, PrintWriter out) {
        out.println(watched.model() + ", " + watched.items() + " decided items it had scored before");
        out.println("  calibration error " + watched.reliability().ece().text() + ", Brier score " + watched.reliability().brier().text());
        out.println("  flags overridden  " + watched.overridden().text() + " of " + watched.overridden().n());
        out.println("  recall            " + watched.recall().figure().whyUndefined().map(why -> "unknown: " + why).orElseGet(() -> watched.recall().text() + " of " + watched.recall().n() + " found at random"));
        out.println("  drift before      " + text(watched.drift().before()));
        out.println("  drift             " + text(watched.drift().newest()));
        watched.alerts().forEach(alert -> out.println("  LOOK: " + alert.sentence()));
    }

    private static String text(Optional<DriftWindow> window) {
        return window.map(w -> String.format(Locale.ROOT, "%s, %d items against the first %d: all labels together p %s%s", w.drifted() ? "moved" : "nothing to see", w.window(), w.reference(), w.p().text(),
                w.labels().stream().map(label -> String.format(Locale.ROOT, "; %s KS %.3f p %.1e PSI %s", label.label(), label.ks(), label.p(), label.psi().text())).reduce("", String::concat)))
                .orElse("too few items were scored to say");
    }
}
