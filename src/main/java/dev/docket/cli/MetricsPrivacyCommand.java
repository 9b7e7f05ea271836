package dev.docket.cli;

import dev.docket.metrics.Figure;
import dev.docket.metrics.privacy.NoiseCalibration;
import dev.docket.metrics.privacy.RdpAccountant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket metrics privacy}. */
@Command(
        name = "privacy",
        description = "What differentially private training spends, or how much noise a budget takes: Poisson sampling, Gaussian noise, Rényi accountant.")
final class MetricsPrivacyCommand implements Callable<Integer> {
    private static final long MOST_STEPS = 1_000_000_000_000L;

    @Mixin
    private MetricsOutput output;

    @Option(names = "--sampling-rate", paramLabel = "Q", required = true, description = "Probability that an item is in a step, above 0, at most 1.")
    private double samplingRate;

    @Option(names = "--steps", paramLabel = "N", required = true, description = "How many steps are taken, 1 or more.")
    private long steps;

    @Option(names = "--delta", paramLabel = "D", required = true, description = "Delta, between 0 and 1; less than one over the number of items.")
    private double delta;

    @ArgGroup(multiplicity = "1")
    private Which which;

    private static final class Which {
        @Option(names = "--noise-multiplier", paramLabel = "S", description = "Standard deviation of the noise over the clipping norm, 0.01 or more.")
        private Double noise;

        @Option(names = "--target-epsilon", paramLabel = "E", description = "Find the noise that spends no more than this, 0.001 or more.")
        private Double target;
    }

    @Override
    public Integer call() {
        need(samplingRate > 0 && samplingRate <= 1, "--sampling-rate has to lie above 0 and at most at 1");
        need(steps >= 1 && steps <= MOST_STEPS, "--steps has to lie in 1.." + MOST_STEPS);
        need(delta > 0 && delta < 1, "--delta has to lie between 0 and 1");
        need(which.noise == null || which.noise >= 0.01 && which.noise <= 1e9, "--noise-multiplier has to lie in 0.01..1e9; without noise there is no privacy to compute");
        need(which.target == null || which.target >= 0.001 && which.target <= 1e6, "--target-epsilon has to lie in 0.001..1e6");
        OptionalDouble noise = which.noise != null ? OptionalDouble.of(which.noise) : NoiseCalibration.noiseFor(which.target, samplingRate, steps, delta);
        Map<String, Object> fields = new LinkedHashMap<>();
        Figure unreachable = Figure.undefined("no noise multiplier up to " + (long) NoiseCalibration.MOST + " spends that little; take fewer steps or a larger delta");
        if (noise.isEmpty()) {
            fields.put("epsilon", unreachable);
            fields.put("order", unreachable);
        } else {
            RdpAccountant.Spent spent = RdpAccountant.spent(samplingRate, noise.getAsDouble(), steps, delta);
            boolean bounded = Double.isFinite(spent.epsilon());
            Figure none = Figure.undefined("no order of the accountant gives a bound with so little noise");
            fields.put("epsilon", bounded ? Figure.of(spent.epsilon()) : none);
            fields.put("order", bounded ? Figure.of(spent.order()) : none);
        }
        fields.put("accountant", "rdp");
        fields.put("noise_multiplier", noise.isPresent() ? Figure.of(noise.getAsDouble()) : unreachable);
        fields.put("sampling_rate", samplingRate);
        fields.put("steps", steps);
        fields.put("delta", delta);
        if (which.target != null) {
            fields.put("target_epsilon", which.target);
        }
        return output.print(fields);
    }

    private static void need(boolean holds, String message) {
        if (!holds) {
            throw new UsageException(message);
        }
    }
}
