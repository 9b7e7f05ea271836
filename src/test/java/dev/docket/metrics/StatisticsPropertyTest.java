package dev.docket.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.metrics.aggregate.Aggregation;
import dev.docket.metrics.aggregate.Method;
import dev.docket.metrics.aggregate.Votes;
import dev.docket.metrics.agreement.AgreementReport;
import dev.docket.metrics.agreement.Level;
import dev.docket.metrics.agreement.RatingsReader;
import dev.docket.metrics.agreement.Weights;
import dev.docket.metrics.drift.MeanDiscrepancy;
import dev.docket.metrics.table.TableFile;
import dev.docket.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every statistic, whatever the data. */
class StatisticsPropertyTest {
    private static final Bootstrap FEW = new Bootstrap(50, 0.95, 1);

    @TempDir
    Path folder;

    @Test
    void otherNamesForLabelsRatersAndItemsChangeNothing() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            AgreementReport plain = report(votes(seed, 0.6, 3, "r", List.of("a", "b", "c")), Level.NOMINAL);
            AgreementReport renamed = report(votes(seed, 0.6, 3, "x", List.of("z", "m", "k")), Level.NOMINAL);

            plain.figures().forEach((name, estimate) -> close(renamed.figures().get(name).figure(), estimate.figure()));
        }
    }

    @Test
    void perfectAgreementIsOneAndChanceIsNearZero() throws IOException {
        AgreementReport perfect = report(votes(1, 1, 2, "r", List.of("1", "2", "3")), Level.INTERVAL);
        perfect.figures().values().forEach(estimate -> assertThat(estimate.figure()).isEqualTo(Figure.of(1)));

        AgreementReport chance = report(votes(1, 0, 2, "r", List.of("1", "2", "3")), Level.ORDINAL);
        List.of("cohen_kappa", "fleiss_kappa", "gwet_ac1", "krippendorff_alpha").forEach(name ->
                assertThat(chance.figures().get(name).figure().number().orElseThrow()).as(name).isBetween(-0.2, 0.2));
    }

    @Test
    void aStretchedScaleLeavesIntervalAndOrdinalAlphaAlone() throws IOException {
        for (Level level : List.of(Level.ORDINAL, Level.INTERVAL, Level.RATIO)) {
            AgreementReport plain = report(votes(5, 0.5, 3, "r", List.of("1", "2", "5")), level);
            AgreementReport stretched = report(votes(5, 0.5, 3, "r", List.of("1000", "2000", "5000")), level);

            close(stretched.figures().get("krippendorff_alpha").figure(), plain.figures().get("krippendorff_alpha").figure());
        }
    }

    @Test
    void theLikelihoodOfVotesNeverFallsAndPosteriorsSumToOne() throws IOException {
        for (Method method : List.of(Method.DAWID_SKENE, Method.ONE_COIN)) {
            Aggregation aggregation = method.of(Votes.read(table(votes(3, 0.7, 4, "r", List.of("a", "b", "c")))), 50, Progress.NONE);

            List<Double> likelihood = aggregation.logLikelihood();
            for (int i = 1; i < likelihood.size(); i++) {
                assertThat(likelihood.get(i)).isGreaterThan(likelihood.get(i - 1) - 1e-6);
            }
            for (double[] posterior : aggregation.posterior()) {
                assertThat(java.util.Arrays.stream(posterior).sum()).isCloseTo(1, within(1e-8));
            }
        }
    }

    @Test
    void oneLabelOnlyLeavesSkillUndefined() throws IOException {
        for (Method method : List.of(Method.DAWID_SKENE, Method.ONE_COIN, Method.GLAD)) {
            Aggregation aggregation = method.of(Votes.read(table("item,rater,value\na,x,ok\na,y,ok\n")), 5, Progress.NONE);

            assertThat(aggregation.skill()[0].whyUndefined()).contains("only one label occurs");
            assertThat(aggregation.posterior()[0]).containsExactly(1);
        }
    }

    @Test
    void aWeightOfTwoIsTheSameRowTwice() {
        ScoredSample twice = ScoredSample.of(new boolean[] {true, true, false, false, true}, new double[] {.9, .9, .4, .6, .3});
        ScoredSample weighted = new ScoredSample(new boolean[] {true, false, false, true}, new double[] {.9, .4, .6, .3}, new double[] {2, 1, 1, 1});

        close(Ranking.rocAuc(weighted), Ranking.rocAuc(twice));
        close(Ranking.averagePrecision(weighted), Ranking.averagePrecision(twice));
        close(Calibration.ece(weighted, 10), Calibration.ece(twice, 10));
        ThresholdChoice.Target target = new ThresholdChoice.Target(true, 0.6);
        assertThat(ThresholdChoice.of(weighted, target, 0.95).orElseThrow().precision()).isEqualTo(ThresholdChoice.of(twice, target, 0.95).orElseThrow().precision());
    }

    @Test
    void driftIsSeldomSeenWhereThereIsNoneAndMostlyWhereThereIs() {
        int falseAlarms = 0;
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[][] reference = normal(seed, 60, 0);
            falseAlarms += MeanDiscrepancy.of(reference, normal(seed + 1000, 60, 0), 99, seed).p().number().orElseThrow() <= 0.05 ? 1 : 0;
            found += MeanDiscrepancy.of(reference, normal(seed + 2000, 60, 1), 99, seed).p().number().orElseThrow() <= 0.05 ? 1 : 0;
        }
        assertThat(falseAlarms).isLessThanOrEqualTo(8);
        assertThat(found).isGreaterThanOrEqualTo(54);
        assertThat(MeanDiscrepancy.of(normal(1, 30, 0), normal(2, 30, 0), 50, 9).p()).isEqualTo(MeanDiscrepancy.of(normal(1, 30, 0), normal(2, 30, 0), 50, 9).p());
    }

    private static double[][] normal(long seed, int n, double shift) {
        java.util.Random random = new java.util.Random(seed);
        return java.util.stream.IntStream.range(0, n).mapToObj(i -> new double[] {random.nextGaussian() + shift, random.nextGaussian()}).toArray(double[][]::new);
    }

    private AgreementReport report(String csv, Level level) throws IOException {
        return AgreementReport.of(RatingsReader.read(table(csv), level != Level.NOMINAL, 0), level, Weights.NONE, FEW);
    }

    private TableFile table(String csv) throws IOException {
        return new TableFile(Files.writeString(folder.resolve("votes.csv"), csv), Progress.NONE);
    }

    private static String votes(long seed, double right, int raters, String rater, List<String> labels) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("item,rater,value\n");
        for (int i = 0; i < 150; i++) {
            int truth = i < labels.size() ? i : random.nextInt(labels.size());
            for (int r = 0; r < raters; r++) {
                int value = random.nextDouble() < right ? truth : random.nextInt(labels.size());
                csv.append(rater).append("i").append(i).append(',').append(rater).append(r).append(',').append(labels.get(value)).append('\n');
            }
        }
        return csv.toString();
    }

    private static void close(Figure figure, Figure expected) {
        if (expected instanceof Figure.Value(double value)) {
            assertThat(figure.number().orElseThrow()).isCloseTo(value, within(1e-12));
        } else {
            assertThat(figure).isEqualTo(expected);
        }
    }
}
