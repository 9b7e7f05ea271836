package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.retrain.watch.DriftWindow;
import dev.docket.retrain.watch.ModelWatch;
import dev.docket.retrain.watch.Watched;
import dev.docket.storage.CanonicalJson;
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
            "Exit code 1: there is something a lead should look at."
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
            DecisionSet set = opened.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
            ModelWatch watch = new ModelWatch(opened.database, opened.policy.pack());
            watched = opened.database.inTransaction(opened.registry::active).stream().map(version -> watch.of(version, set)).toList();
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
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
        out.println("  recall            unknown: " + Watched.UNKNOWN_RECALL.whyUndefined().orElseThrow());
        out.println("  drift before      " + text(watched.drift().before()));
        out.println("  drift             " + text(watched.drift().newest()));
        watched.alerts().forEach(alert -> out.println("  LOOK: " + alert));
    }

    private static String text(Optional<DriftWindow> window) {
        return window.map(w -> String.format(Locale.ROOT, "%s, %d items against the first %d: all labels together p %s%s", w.drifted() ? "moved" : "nothing to see", w.window(), w.reference(), w.p().text(),
                w.labels().stream().map(label -> String.format(Locale.ROOT, "; %s KS %.3f p %.1e PSI %s", label.label(), label.ks(), label.p(), label.psi().text())).reduce("", String::concat)))
                .orElse("too few items were scored to say");
    }
}
