package dev.docket.cli;

import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.OnnxClassifier;
import dev.docket.desk.Desk;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket models evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Measure how well a model's scores put the pictures that have a label before those that have not.",
            "Truth is a file, or without --truth the verdicts of this desk. With --folder: a deepfake benchmark, with log loss, AUC,",
            "equal error rate, accuracy, precision at recall and calibration. Exit code 1: some pictures could not be read."
        })
final class ModelsEvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(paramLabel = "NAME", description = "id@version, or an id for its active version.")
    private String name;

    @Option(names = "--truth", paramLabel = "FILE", description = "JSON lines with file (relative to FILE's folder) and label, or labels as a list.")
    private Path truth;

    @Option(names = "--map", paramLabel = "MODEL_LABEL=LABEL", description = "What a label of the model is called in the truth; may be repeated.")
    private Map<String, String> names = Map.of();

    @Mixin
    private BenchmarkOption benchmark;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Desk opened = desk.open()) {
            ModelVersion version = ModelReport.find(opened, name);
            if (benchmark.asked()) {
                return benchmark(opened, version);
            }
            names.keySet().stream().filter(label -> !version.thresholds().containsKey(label)).findFirst().ifPresent(label -> {
                throw new UsageException("--map: " + version.name() + " has no label " + label + "; it has " + String.join(", ", version.thresholds().keySet()));
            });
            List<JudgedPicture> pictures = truth == null ? JudgedPicture.byVerdicts(opened) : TruthFile.read(truth);
            ModelEvaluation evaluation;
            try (OnnxClassifier model = OnnxClassifier.load(version, opened.registry.parts(version)); ProgressLine progress = ProgressLine.onStandardError()) {
                evaluation = ModelEvaluation.of(model, opened.decoder, pictures, names, progress);
            }
            print(version, evaluation);
            return evaluation.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        } catch (ModelRejectedException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private int benchmark(Desk opened, ModelVersion version) throws IOException, ModelRejectedException {
        if (truth != null || !names.isEmpty()) {
            throw new UsageException("--folder has its own truth: leave out --truth and --map");
        }
        try (OnnxClassifier model = OnnxClassifier.load(version, opened.registry.parts(version))) {
            boolean whole = benchmark.run(version, model, opened.decoder, opened.clock.instant(), json, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return whole ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private void print(ModelVersion version, ModelEvaluation evaluation) {
        PrintWriter out = spec.commandLine().getOut();
        String on = truth == null ? "verdicts of this desk" : truth.toString();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("model", version.id());
            fields.put("version", version.version());
            fields.put("truth", on);
            fields.putAll(evaluation.json());
            out.println(CanonicalJson.write(fields));
        } else {
            out.println(version.name() + " on " + evaluation.pictures() + " pictures (" + on + ")");
            evaluation.rows().forEach(row -> out.println("  " + row.text()));
            evaluation.unreadable().forEach(line -> out.println("  not read: " + line));
        }
        out.flush();
    }
}
