package dev.docket.cli;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.CalibrationReport;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.ThresholdChoice;
import dev.docket.metrics.table.TableFile;
import dev.docket.metrics.table.TableRow;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics calibration}. */
@Command(
        name = "calibration",
        description = "How well scores rank, whether they can be read as probabilities, and where to put a threshold. Columns: truth (0 or 1), score (0..1), weight if there is one.")
final class MetricsCalibrationCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--bins", paramLabel = "N", defaultValue = "10", description = "Bins of equal width, right-closed, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int bins;

    @Option(names = "--clip", paramLabel = "E", defaultValue = "1e-15", description = "How far the log loss keeps scores from 0 and 1. Default: ${DEFAULT-VALUE}.")
    private double clip;

    @Option(names = "--level", paramLabel = "L", defaultValue = "0.95", description = "Confidence of the intervals. Default: ${DEFAULT-VALUE}.")
    private double level;

    @ArgGroup
    private Target target;

    private static final class Target {
        @Option(names = "--target-recall", paramLabel = "R", description = "Find the threshold of the highest precision that reaches this recall.")
        private Double recall;

        @Option(names = "--target-precision", paramLabel = "P", description = "Find the threshold of the highest recall that reaches this precision.")
        private Double precision;
    }

    @Override
    public Integer call() throws IOException {
        MetricsOutput.needLevel(level);
        if (bins < 1 || bins > 1_000) {
            throw new UsageException("--bins has to lie in 1..1000");
        }
        if (!(clip > 0 && clip < 0.5)) {
            throw new UsageException("--clip has to lie between 0 and 0.5");
        }
        Optional<ThresholdChoice.Target> wanted = Optional.ofNullable(target).map(t -> new ThresholdChoice.Target(t.recall != null, t.recall != null ? t.recall : t.precision));
        wanted.filter(t -> !(t.rate() > 0 && t.rate() <= 1)).ifPresent(t -> {
            throw new UsageException("a target has to lie above 0 and at most at 1");
        });
        Bootstrap bootstrap = new Bootstrap(Bootstrap.DEFAULT.resamples(), level, Bootstrap.DEFAULT.seed());
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return output.print(new CalibrationReport(read(file.table(progress)), bins, clip, wanted, bootstrap).json());
        }
    }

    private static ScoredSample read(TableFile table) throws IOException {
        DoubleStream.Builder truths = DoubleStream.builder();
        DoubleStream.Builder scores = DoubleStream.builder();
        DoubleStream.Builder weights = DoubleStream.builder();
        table.read(TableFile.needing("truth", "score"), row -> {
            truths.add(truth(row));
            scores.add(row.number("score", 0, 1));
            weights.add(row.has("weight") ? row.number("weight", 0, Double.POSITIVE_INFINITY) : 1);
        });
        double[] truth = truths.build().toArray();
        boolean[] positive = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            positive[i] = truth[i] == 1;
        }
        return new ScoredSample(positive, scores.build().toArray(), weights.build().toArray());
    }

    private static double truth(TableRow row) {
        double truth = row.number("truth");
        if (truth != 0 && truth != 1) {
            throw row.fault("truth", "is " + TableRow.shown(row.text("truth")) + "; it has to be 0 or 1");
        }
        return truth;
    }
}
