package dev.docket.cli;

import dev.docket.classify.ModelRejectedException;
import dev.docket.desk.Desk;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.ShadowRun.Judged;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket models flips}. */
@Command(
        name = "flips",
        description = {
            "Run a version in the shadow of the one in use: score this desk's items with both and list where their flags differ.",
            "Nothing that waits is moved. Exit code 1: some pictures could not be read."
        })
final class ModelsFlipsCommand implements Callable<Integer> {
    private static final int MOST_LINES = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(paramLabel = "NAME", description = "id@version of the version in shadow.")
    private String name;

    @Option(names = "--json", description = "Print one JSON object with every flip.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ShadowRun.Outcome outcome;
        try (Desk opened = desk.open(); ProgressLine progress = ProgressLine.onStandardError()) {
            ModelVersion version = ModelReport.find(opened, name);
            outcome = opened.shadow.run(version, progress);
        } catch (ModelRejectedException e) {
            throw new UsageException(e.getMessage());
        }
        if (json) {
            spec.commandLine().getOut().println(CanonicalJson.write(json(outcome)));
        } else {
            print(outcome, spec.commandLine().getOut());
        }
        spec.commandLine().getOut().flush();
        return outcome.unreadable() == 0 ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static void print(ShadowRun.Outcome outcome, PrintWriter out) {
        out.println(outcome.shadow() + " beside " + outcome.inUse().orElse("nothing in use") + ": " + outcome.items() + " items scored by both, " + outcome.flips().size() + " flips: "
                + outcome.judged(Judged.TOWARDS) + " towards the verdict, " + outcome.judged(Judged.AWAY) + " away from it, " + outcome.judged(Judged.UNDECIDED) + " not decided yet"
                + (outcome.unreadable() == 0 ? "" : "; " + outcome.unreadable() + " pictures could not be read"));
        outcome.flips().stream().limit(MOST_LINES).forEach(flip -> out.println(String.format(Locale.ROOT, "  item %s  %-24s %.3f -> %.3f  %s, %s", flip.shortId(), flip.label(), flip.before(), flip.after(),
                flip.flags() ? "now flagged" : "no longer flagged", words(flip.judged()))));
        if (outcome.flips().size() > MOST_LINES) {
            out.println("  and " + (outcome.flips().size() - MOST_LINES) + " more; --json has them all");
        }
        out.println("Decided items are among what a version learned from: flips towards their verdicts prove nothing by themselves.");
    }

    private static String words(Judged judged) {
        return switch (judged) {
            case TOWARDS -> "as the verdict";
            case AWAY -> "against the verdict";
            case UNDECIDED -> "not decided yet";
        };
    }

    private static Map<String, Object> json(ShadowRun.Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shadow", outcome.shadow());
        fields.put("in_use", outcome.inUse().orElse(null));
        fields.put("items", outcome.items());
        fields.put("unreadable", outcome.unreadable());
        for (Judged judged : Judged.values()) {
            fields.put(judged.name().toLowerCase(Locale.ROOT), outcome.judged(judged));
        }
        fields.put("flips", outcome.flips().stream().map(flip -> Map.of("item", flip.item().toString(), "label", flip.label(), "before", flip.before(), "after", flip.after(),
                "flags", flip.flags(), "judged", flip.judged().name().toLowerCase(Locale.ROOT))).toList());
        return fields;
    }
}
