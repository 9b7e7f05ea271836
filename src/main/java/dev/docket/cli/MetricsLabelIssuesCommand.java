package dev.docket.cli;

import dev.docket.metrics.issues.Filter;
import dev.docket.metrics.issues.LabelIssues;
import dev.docket.metrics.issues.Predictions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics label-issues}. */
@Command(
        name = "label-issues",
        description = {"Labels that may be wrong, by what a model thinks that did not learn from them (confident learning).", "Columns: item, label, and p:CLASS for each class."})
final class MetricsLabelIssuesCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--filter", paramLabel = "FILTER", defaultValue = "prune_by_noise_rate", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Filter filter;

    @Override
    public Integer call() throws IOException {
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return output.print(LabelIssues.of(Predictions.read(file.table(progress)), filter).json());
        }
    }
}
