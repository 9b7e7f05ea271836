package dev.docket.cli;

import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics interval}. */
@Command(name = "interval", description = "Where a rate lies that was counted, with a stated confidence.")
final class MetricsIntervalCommand implements Callable<Integer> {
    private static final long MOST_TRIALS = 1_000_000_000;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--successes", paramLabel = "K", required = true, description = "How often it happened.")
    private long successes;

    @Option(names = "--trials", paramLabel = "N", required = true, description = "How often it could have happened.")
    private long trials;

    @Option(names = "--level", paramLabel = "L", defaultValue = "0.95", description = "Confidence, above 0 and below 1. Default: ${DEFAULT-VALUE}.")
    private double level;

    @Override
    public Integer call() {
        if (successes < 0 || trials < 0 || successes > trials || trials > MOST_TRIALS) {
            throw new UsageException("--successes has to lie in 0..trials, and --trials in 0.." + MOST_TRIALS);
        }
        MetricsOutput.needLevel(level);
        Map<String, Object> fields = new LinkedHashMap<>();
        Figure nothing = Figure.undefined("there are no trials");
        fields.put("rate", trials == 0 ? nothing : Figure.of((double) successes / trials));
        fields.put("wilson", trials == 0 ? nothing : Proportions.wilson(successes, trials, level));
        fields.put("clopper_pearson", trials == 0 ? nothing : Proportions.clopperPearson(successes, trials, level));
        return output.print(fields);
    }
}
