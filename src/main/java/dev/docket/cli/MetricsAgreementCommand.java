package dev.docket.cli;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.agreement.AgreementReport;
import dev.docket.metrics.agreement.Level;
import dev.docket.metrics.agreement.Ratings;
import dev.docket.metrics.agreement.RatingsReader;
import dev.docket.metrics.agreement.Weights;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics agreement}. */
@Command(
        name = "agreement",
        description = "How far raters agree beyond chance. Columns: item, rater, value; a row without a value is a missing one.")
final class MetricsAgreementCommand implements Callable<Integer> {
    @Mixin
    private MetricsFileOption file;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "nominal",
            description = "What Krippendorff's alpha makes of the values: ${COMPLETION-CANDIDATES}. All but nominal need numbers. Default: ${DEFAULT-VALUE}.")
    private Level level;

    @Option(names = "--weights", paramLabel = "WEIGHTS", defaultValue = "none",
            description = "How Cohen's kappa weighs a disagreement: ${COMPLETION-CANDIDATES}. Needs numbers. Default: ${DEFAULT-VALUE}.")
    private Weights weights;

    @Override
    public Integer call() throws IOException {
        boolean numbers = level != Level.NOMINAL || weights != Weights.NONE;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            Ratings ratings = RatingsReader.read(file.table(progress), numbers, level == Level.RATIO ? 0 : Double.NEGATIVE_INFINITY);
            return output.print(AgreementReport.of(ratings, level, weights, Bootstrap.DEFAULT).json());
        }
    }
}
