package dev.docket.cli;

import dev.docket.metrics.drift.DriftReport;
import dev.docket.metrics.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics drift}. */
@Command(
        name = "drift",
        description = "How far scores or embeddings have moved from a reference. Columns: value, or v0, v1, ... of each row's vector.")
final class MetricsDriftCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--against", paramLabel = "FILE", required = true, description = "The reference, with the same columns.")
    private Path against;

    @Option(names = "--bins", paramLabel = "N", defaultValue = "10", description = "Bins of the stability index, 2 to 10000. Default: ${DEFAULT-VALUE}.")
    private int bins;

    @Option(names = "--permutations", paramLabel = "N", defaultValue = "1000", description = "Random splits for p, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int permutations;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the splits, and of what is drawn from more than 2000 rows. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (bins < 2 || bins > 10_000) {
            throw new UsageException("--bins has to lie in 2..10000");
        }
        if (permutations < 1 || permutations > 100_000) {
            throw new UsageException("--permutations has to lie in 1..100000");
        }
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            DriftReport.Rows reference = DriftReport.Rows.read(new TableFile(against, progress));
            DriftReport.Rows window = DriftReport.Rows.read(file.table(progress));
            return output.print(DriftReport.json(reference, window, bins, permutations, seed));
        }
    }
}
