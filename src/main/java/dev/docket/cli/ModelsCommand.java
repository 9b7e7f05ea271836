package dev.docket.cli;

import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.desk.Desk;
import dev.docket.registry.ModelConflictException;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.GateNotPassedException;
import dev.docket.retrain.Rescoring;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket models}. */
@Command(name = "models", description = "List, add, show, evaluate, run in shadow, watch, promote and roll back models.", subcommands = {ModelsEvaluateCommand.class, ModelsFlipsCommand.class, ModelsWatchCommand.class})
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with models: list, add, show, evaluate, flips, watch, promote or rollback");
    }

    @Command(description = "Show every version this desk knows, its stage and its labels. Exit code 1: an active model cannot be used.")
    int list(@Option(names = "--json", description = "Print one JSON object for each version.") boolean json, @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            List<ModelVersion> versions = opened.database.inTransaction(opened.registry::all);
            Map<String, String> failures = new LinkedHashMap<>();
            opened.models.failures().forEach(failure -> failures.put(failure.model(), failure.reason()));
            versions.forEach(version -> {
                ModelReport report = new ModelReport(version, Optional.ofNullable(failures.get(version.name())));
                out().println(json ? CanonicalJson.write(report.json()) : report.line());
            });
            out().flush();
            return failures.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    @Command(description = "Check a model in Hugging Face layout (model.onnx, config.json, preprocessor_config.json) and add it as a candidate.")
    int add(
            @Parameters(paramLabel = "DIR", description = "The model's folder; our docket.json in it may set id, version, thresholds and card.") Path folder,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            ModelVersion checked = ModelFolder.check(ModelParts.in(folder), opened.clock.instant());
            boolean known = opened.database.inTransaction(tx -> opened.registry.find(tx, checked.id(), checked.version())).isPresent();
            ModelVersion added = opened.database.inTransaction(tx -> opened.registry.add(tx, checked, ModelParts.in(folder)));
            ModelReport report = new ModelReport(added, Optional.empty());
            if (json) {
                out().println(CanonicalJson.write(report.json()));
            } else {
                out().println(known ? added.name() + " is known already, " + ModelReport.words(added.stage()) + "." : "Added " + report.line());
                out().println("sha256 " + added.sha256());
                if (!known) {
                    out().println("It scores nothing yet; put it to work with: docket models promote " + added.name());
                }
            }
            out().flush();
            return ExitCode.DONE;
        } catch (ModelRejectedException e) {
            throw new UsageException(folder + ": " + e.getMessage());
        } catch (ModelConflictException e) {
            throw new UsageException(e.getMessage());
        }
    }

    @Command(description = "Show a version's card: what its scores mean, measured figures, limits.")
    int show(
            @Parameters(paramLabel = "NAME", description = "id@version, or an id for its active version.") String name,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            ModelVersion version = ModelReport.find(opened, name);
            ModelReport report = new ModelReport(version, opened.models.failures().stream()
                    .filter(failure -> failure.model().equals(version.name())).map(failure -> failure.reason()).findFirst());
            if (json) {
                out().println(CanonicalJson.write(report.json()));
            } else {
                report.print(out());
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = {
        "Put a version to work in place of the active one of its id, and score the waiting items anew.",
        "Exit code 1: its promotion gate did not pass."
    })
    int promote(
            @Parameters(paramLabel = "NAME", description = "id@version.") String name,
            @Option(names = "--despite-gate", paramLabel = "REASON", description = "Promote although the gate did not pass; the reason is kept in the audit log.") String reason,
            @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            ModelVersion version = ModelReport.find(opened, name);
            opened.promotion.promote(version, opened.self, Optional.ofNullable(reason));
            out().println(version.name() + " is in use.");
            rescore(opened);
            return ExitCode.DONE;
        } catch (GateNotPassedException e) {
            out().println(e.getMessage());
            out().flush();
            return ExitCode.FOUND;
        }
    }

    @Command(description = "Take the active version of a model out of use and the one before it back in, and score the waiting items anew.")
    int rollback(@Parameters(paramLabel = "ID", description = "The model's id, without version.") String id, @Mixin DeskOption desk) throws IOException {
        try (Desk opened = desk.open()) {
            Optional<ModelVersion> now = opened.promotion.rollBack(id, opened.self);
            out().println(now.map(version -> version.name() + " is in use again.").orElse("No version of " + id + " is in use any more; there was none before."));
            rescore(opened);
            return ExitCode.DONE;
        } catch (ModelConflictException e) {
            throw new UsageException(e.getMessage() + "; `docket models list` shows what is");
        }
    }

    private void rescore(Desk opened) {
        Rescoring.Outcome outcome;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            outcome = opened.rescoring.run(progress);
        }
        out().println(outcome.items() + " waiting items scored again, " + outcome.moved() + " moved"
                + (outcome.unreadable() == 0 ? "." : ", " + outcome.unreadable() + " could not be read."));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
