package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.SelectionException;
import dev.docket.export.Version;
import dev.docket.retrain.GateNotPassedException;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.PrivacyBudget;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.TooFewVerdictsException;
import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingSource;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket retrain}. */
@Command(
        name = "retrain",
        description = {
            "Train a model from the verdicts and measure it on items it never saw.",
            "The model becomes a candidate; --promote puts it to work and scores the waiting items anew.",
            "Exit code 1: too few verdicts, or the promotion gate did not pass."
        })
final class RetrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--promote", description = "Put the new model to work if it passes the promotion gate.")
    private boolean promote;

    @Option(names = "--despite-gate", paramLabel = "REASON", description = "Promote although the gate did not pass; the reason is kept in the audit log.")
    private String reason;

    @Option(names = "--private", paramLabel = "EPSILON", description = "Train with differential privacy: of no uploader more than this much is given away. 3 is a usual choice; smaller is stricter.")
    private Double epsilon;

    @Option(names = "--balance", paramLabel = "GROUP", description = "Weigh items so that no label hangs on the group: source, locale, language, jurisdiction, cohort, media-type or device.")
    private String balance;

    @Option(names = "--set", paramLabel = "NAME@N", description = "Learn from a set made like this version, from the verdicts that count now; default: everything decided.")
    private String set;

    @Option(names = "--where", paramLabel = "SELECTION", description = "Learn from these decisions, said as for docket export. Quality checks are always among them, held out.")
    private String where;

    @Option(names = "--keep-uploaders-together", description = "Hold out whole uploaders: nobody's items are both learned from and measured on.")
    private boolean uploaders;

    @Option(names = "--check", description = "Say what would be learned from, what leaks and of what there is too little, and train nothing. Exit code 1: nothing could be learned, or something leaks.")
    private boolean check;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (reason != null && (!promote || reason.isBlank())) {
            throw new UsageException("--despite-gate REASON goes with --promote and says why");
        }
        if (set != null && where != null) {
            throw new UsageException("--set and --where do not go together: a set says itself what is in it");
        }
        if (check && promote) {
            throw new UsageException("--check trains nothing that --promote could put to work");
        }
        RetrainingRun.Choices choices = choices(TrainingSource.EVERYTHING);
        Map<String, Object> result = new LinkedHashMap<>();
        try (Desk opened = desk.open()) {
            TrainingCheck found = opened.retraining.check(source(opened));
            result.put("check", CheckReport.json(found));
            if (!json) {
                CheckReport.print(found, out());
            }
            if (check) {
                print(result);
                return found.enough() && found.leakage().alike() == 0 ? ExitCode.DONE : ExitCode.FOUND;
            }
            choices = choices(found.source());
            RetrainingRun.Outcome outcome;
            try (ProgressLine progress = ProgressLine.onStandardError()) {
                outcome = opened.retraining.run(choices, progress);
            }
            RetrainReport report = new RetrainReport(outcome);
            result.putAll(report.json());
            if (!json) {
                report.print(out());
            }
            if (promote) {
                promote(opened, outcome, result);
            }
            print(result);
            return ExitCode.DONE;
        } catch (SelectionException e) {
            throw new UsageException(e.getMessage());
        } catch (TooFewVerdictsException | GateNotPassedException e) {
            result.put("refused", e.getMessage());
            print(result);
            if (!json) {
                out().println(e.getMessage());
                out().flush();
            }
            return ExitCode.FOUND;
        }
    }

    private TrainingSource source(Desk opened) throws SelectionException {
        if (set == null) {
            return TrainingSource.where(where == null ? "" : where, uploaders);
        }
        LeadOnly.check(opened);
        TrainingSource like = TrainingSource.like(opened.exports, Version.parse(set));
        return uploaders ? like.together(true) : like;
    }

    private RetrainingRun.Choices choices(TrainingSource source) {
        if (epsilon != null && balance != null) {
            throw new UsageException("--private and --balance do not go together: the weights would tell what the noise hides");
        }
        if (epsilon != null && !(epsilon >= PrivacyBudget.LEAST && epsilon <= PrivacyBudget.MOST)) {
            throw new UsageException("--private has to lie in " + PrivacyBudget.LEAST + ".." + PrivacyBudget.MOST + "; 3 is a usual choice");
        }
        return new RetrainingRun.Choices(source, Optional.ofNullable(epsilon).map(PrivacyBudget::of), Optional.ofNullable(balance).map(RetrainCommand::group));
    }

    static GroupBy group(String word) {
        return GroupBy.named(word).orElseThrow(() -> new UsageException("There is no grouping by " + word + "; there are "
                + Arrays.stream(GroupBy.values()).map(GroupBy::word).collect(Collectors.joining(", "))));
    }

    private void promote(Desk opened, RetrainingRun.Outcome outcome, Map<String, Object> result) throws GateNotPassedException {
        opened.promotion.promote(outcome.candidate(), opened.self, Optional.ofNullable(reason));
        Rescoring.Outcome rescored;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            rescored = opened.rescoring.run(progress);
        }
        result.put("promoted", true);
        result.put("rescored", Map.of("items", rescored.items(), "moved", rescored.moved(), "unreadable", rescored.unreadable()));
        if (!json) {
            out().println(outcome.candidate().name() + " is in use. " + rescored.items() + " waiting items scored again, " + rescored.moved() + " moved"
                    + (rescored.unreadable() == 0 ? "." : ", " + rescored.unreadable() + " could not be read."));
        }
    }

    private void print(Map<String, Object> result) {
        if (json) {
            out().println(CanonicalJson.write(result));
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
