package dev.docket.metrics.aggregate;

import dev.docket.metrics.Figure;
import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labels, the ability alpha of each rater and the ease exp(beta) of each item: a vote is right with probability
 * sigmoid(alpha_w exp(beta_i)), else any other label. Expectation maximisation; the M-step is 25 steps of conjugate gradient at most,
 * under normal priors of mean 1 and variance 1. Source: Whitehill, Ruvolo, Wu, Bergsma and Movellan 2009, "Whose vote should count
 * more". As crowd-kit: labels are equally likely beforehand; it stops when the objective gains less than 1e-5 (the first one is
 * held against a sum, not a mean). Skill is alpha: 0 guesses, below 0 is worse than guessing. Undefined where only one label occurs.
 */
final class Glad {
    private static final double GAIN = 1e-5;
    private static final double FLAT = 1e-2;
    private static final int STEPS = 25;
    private static final double LOG_NORMAL = -0.5 * Math.log(2 * Math.PI);

    private final Votes votes;
    private final int raters;
    private final int k;
    private final double others;
    private final double[][] posterior;
    /** Abilities, then the logarithms of ease. */
    private double[] x;

    private Glad(Votes votes) {
        this.votes = votes;
        this.raters = votes.raters().size();
        this.k = votes.labels().size();
        this.others = Math.log(k - 1.0);
        this.posterior = new double[votes.items().size()][k];
        this.x = new double[raters + votes.items().size()];
        Arrays.fill(x, 1);
    }

    static Aggregation of(Votes votes, int iterations, Progress progress) {
        if (votes.labels().size() < 2) {
            return DawidSkene.of(votes, false, iterations, progress);
        }
        return new Glad(votes).run(iterations, progress);
    }

    private Aggregation run(int iterations, Progress progress) {
        List<Double> likelihood = new ArrayList<>();
        List<Double> objective = new ArrayList<>();
        expect(posterior);
        double last = -minusQ(x, new double[x.length]);
        boolean converged = false;
        for (int i = 0; i < iterations && !converged; i++) {
            progress.stopIfCancelled();
            expect(posterior);
            x = ConjugateGradient.minimise(this::minusQ, x, FLAT, STEPS);
            double now = -minusQ(x, new double[x.length]) / ((double) votes.size() * k);
            converged = now - last < GAIN;
            last = now;
            objective.add(now);
            likelihood.add(expect(new double[posterior.length][k]));
            progress.at(i + 1, iterations, "iteration");
        }
        Figure[] skill = new Figure[raters];
        Arrays.setAll(skill, w -> Figure.of(x[w]));
        return new Aggregation(votes, posterior, skill, likelihood, objective, converged);
    }

    private double expect(double[][] into) {
        for (double[] row : into) {
            Arrays.fill(row, -Math.log(k));
        }
        for (int v = 0; v < votes.size(); v++) {
            double z = x[votes.rater()[v]] * Math.exp(x[raters + votes.item()[v]]);
            double right = -softplus(-z);
            double wrong = -softplus(z) - others;
            double[] row = into[votes.item()[v]];
            for (int c = 0; c < k; c++) {
                row[c] += c == votes.label()[v] ? right : wrong;
            }
        }
        double sum = 0;
        for (double[] row : into) {
            sum += Softmax.inPlace(row);
        }
        return sum;
    }

    /** The negative expected log likelihood with the priors of both parameters, and its gradient. */
    private double minusQ(double[] at, double[] gradient) {
        double q = 0;
        Arrays.fill(gradient, 0);
        for (int v = 0; v < votes.size(); v++) {
            int w = votes.rater()[v];
            int i = raters + votes.item()[v];
            double ease = Math.exp(at[i]);
            double z = at[w] * ease;
            double right = posterior[votes.item()[v]][votes.label()[v]];
            // the posteriors of an item sum to 1: what is not the label voted for is wrong
            q += right * -softplus(-z) + (1 - right) * (-softplus(z) - others);
            double pull = right - 1 / (1 + Math.exp(-z));
            gradient[w] -= pull * ease;
            gradient[i] -= pull * at[w] * ease;
        }
        for (int p = 0; p < at.length; p++) {
            q += LOG_NORMAL - (at[p] - 1) * (at[p] - 1) / 2;
            gradient[p] += at[p] - 1;
        }
        return Double.isNaN(q) ? Double.POSITIVE_INFINITY : -q;
    }

    /** log(1 + e^x). */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
