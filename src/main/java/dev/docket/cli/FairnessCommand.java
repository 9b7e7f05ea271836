package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.metrics.Figure;
import dev.docket.metrics.fairness.FairnessReport.Difference;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.fairness.DeskFairness;
import dev.docket.retrain.fairness.Study;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket fairness}. */
@Command(
        name = "fairness",
        description = {
            "Hold the decisions of models and of people on this desk against one another by group: who is left up, who is wrongly flagged.",
            "Groups are what feed and file say; nothing is inferred of anybody. Exit code 1: a difference was found."
        })
final class FairnessCommand implements Callable<Integer> {
    private static final String ROW = "  %-24s %7s  %-24s %-24s %-24s %s%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--by", paramLabel = "GROUP", description = "source, locale, language, jurisdiction, cohort, media-type or device. Default: each of them.")
    private String by;

    @Option(names = "--of", paramLabel = "NAME", description = "Only of this model (id@version), of verdicts, or of 'first verdicts'.")
    private String of;

    @Option(names = "--label", paramLabel = "LABEL", description = "Of models: only flags of this label of the policy pack.")
    private String label;

    @Option(names = "--reference", paramLabel = "NAME", description = "The group the others are held against. Default: the one whose rate is in the middle.")
    private String reference;

    @Option(names = "--smallest", paramLabel = "N", defaultValue = "" + DeskFairness.SMALLEST, description = "Groups with fewer decisions get their count and no figure. Default: ${DEFAULT-VALUE}.")
    private int smallest;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (smallest < 1) {
            throw new UsageException("--smallest has to be 1 or more");
        }
        List<GroupBy> groupings = by == null ? List.of(GroupBy.values()) : List.of(RetrainCommand.group(by));
        List<Study> studies;
        try (Desk opened = desk.open()) {
            if (label != null && opened.policy.pack().labels().stream().noneMatch(known -> known.id().equals(label))) {
                throw new UsageException("--label: the policy pack has no label " + label);
            }
            DecisionSet set = opened.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
            DeskFairness fairness = new DeskFairness(opened.policy.pack());
            studies = groupings.stream().flatMap(grouping -> fairness.of(set,
                    new DeskFairness.Question(grouping, Optional.ofNullable(of), Optional.ofNullable(label), Optional.ofNullable(reference), smallest)).stream()).toList();
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
        print(studies);
        return studies.stream().allMatch(study -> study.found().isEmpty()) ? ExitCode.DONE : ExitCode.FOUND;
    }

    private void print(List<Study> studies) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(Map.of("studies", studies.stream().map(Study::json).toList())));
        } else if (studies.isEmpty()) {
            out.println(of == null ? "Nothing was decided yet, so that there is nothing to compare." : "Nothing was decided by " + of + " yet; leave out --of to see who did.");
        } else {
            studies.forEach(study -> print(study, out));
            List<Study> told = studies.stream().filter(study -> !study.found().isEmpty()).toList();
            out.println(told.isEmpty() ? "No difference was found whose interval excludes 0 and that chance would give less than once in a hundred looks."
                    : told.stream().flatMap(study -> study.found().stream().map(found -> FairnessCommand.sentence(study, found))).collect(Collectors.joining("\n")));
        }
        out.flush();
    }

    private static void print(Study study, PrintWriter out) {
        out.println(study.subject() + " by " + study.by().word() + ", " + study.items() + " decisions; truth: " + study.truth() + "; held against " + study.report().reference());
        out.printf(Locale.ROOT, ROW, "group", "n", "left up", study.parityOnly() ? "" : "innocent, left up", study.parityOnly() ? "" : "harmful, left up", "");
        Map<String, Map<String, Difference>> byGroup = new LinkedHashMap<>();
        study.differences().forEach(difference -> byGroup.computeIfAbsent(difference.group(), _ -> new LinkedHashMap<>()).put(difference.figure(), difference));
        byGroup.forEach((group, of) -> out.printf(Locale.ROOT, ROW, plain(group), of.values().iterator().next().n(),
                text(of.get("statistical_parity_difference")), text(of.get("equal_opportunity_difference")), text(of.get("false_positive_rate_difference")),
                of.values().stream().anyMatch(Difference::found) ? "differs" : ""));
        study.moderation().forEach((group, beside) -> out.printf(Locale.ROOT, "  %s: %d items, median hours to the decision %s, first label changed %s%n",
                plain(group), beside.items(), figure(beside.medianHours().figure()), beside.changed().text()));
        out.println();
    }

    private static String text(Difference difference) {
        return difference == null ? "" : difference.difference().text();
    }

    private static String figure(Figure figure) {
        return figure.text();
    }

    private static String sentence(Study study, Difference found) {
        String what = switch (found.figure()) {
            case "statistical_parity_difference" -> "is left up";
            case "equal_opportunity_difference" -> "is rightly left up";
            default -> "is wrongly left up";
        };
        boolean less = found.difference().figure().number().orElse(0) < 0;
        return "Found: by " + study.subject() + ", " + study.by().word() + " " + plain(found.group()) + " " + what + (less ? " less" : " more") + " often than " + plain(study.report().reference())
                + ": " + found.difference().text() + ", corrected p " + String.format(Locale.ROOT, "%.1e", found.holm().number().orElse(0)) + ".";
    }

    /** Names come from feeds: nothing in them may steer the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
