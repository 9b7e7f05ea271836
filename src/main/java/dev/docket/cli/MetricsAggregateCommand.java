package dev.docket.cli;

import dev.docket.metrics.aggregate.Method;
import dev.docket.metrics.aggregate.Votes;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics aggregate}. */
@Command(
        name = "aggregate",
        description = "One label for each item out of several raters' votes, and how good each rater is. Columns: item, rater, value.")
final class MetricsAggregateCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "dawid-skene", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Method method;

    @Option(names = "--iterations", paramLabel = "N", defaultValue = "100", description = "Iterations at most, 1 to 10000. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Override
    public Integer call() throws IOException {
        if (iterations < 1 || iterations > 10_000) {
            throw new UsageException("--iterations has to lie in 1..10000");
        }
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return output.print(method.of(Votes.read(file.table(progress)), iterations, progress).json());
        }
    }
}
