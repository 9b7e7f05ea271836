package dev.docket.cli;

import dev.docket.metrics.GroupRates;
import dev.docket.metrics.fairness.FairnessReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics fairness}. */
@Command(
        name = "fairness",
        description = {"How decisions fall on groups, held against one of them. Columns: group, truth, decision, weight if there is one.",
            "Groups are those of the file; none is ever inferred."})
final class MetricsFairnessCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--favourable", paramLabel = "V", defaultValue = "1", description = "The outcome that is good to get, in truth and decision. Default: ${DEFAULT-VALUE}.")
    private String favourable;

    @Option(names = "--reference", paramLabel = "G", description = "The group the others are held against. Default: the one with the most rows.")
    private String reference;

    @Option(names = "--smallest", paramLabel = "N", defaultValue = "" + GroupRates.SMALLEST, description = "Groups with fewer rows get no figure but their count. Default: ${DEFAULT-VALUE}.")
    private int smallest;

    @Option(names = "--level", paramLabel = "L", defaultValue = "0.95", description = "Confidence of the intervals. Default: ${DEFAULT-VALUE}.")
    private double level;

    @Override
    public Integer call() throws IOException {
        MetricsOutput.needLevel(level);
        if (smallest < 1) {
            throw new UsageException("--smallest has to be 1 or more");
        }
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return output.print(FairnessReport.read(file.table(progress), favourable, reference, smallest, level).json());
        }
    }
}
