package dev.docket.metrics.aggregate;

import dev.docket.metrics.Figure;
import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labels and each rater's confusion matrix, by expectation maximisation. Posterior T_ic starts as the share of votes. M: prior
 * pi_c = mean_i T_ic; e_w(v|c) = sum of T_ic over the rater's votes for v, over the same of all its votes. E: T_ic
 * proportional to pi_c prod_w e_w(vote|c). Source: Dawid and Skene 1979, "Maximum likelihood estimation of observer error-rates using
 * the EM algorithm". With one coin a rater is right with probability s_w, the mean of T at what it voted, and else takes
 * any other label: Zhang, Chen, Zhou and Jordan 2016 (arXiv 1406.3824). As crowd-kit: probabilities are kept 1e-10 from 0, and it
 * stops when the objective gains less than 1e-5; that objective counts the prior once a vote.
 * Skill: the probability of being right, sum_c pi_c e_w(c|c), and s_w with one coin; undefined where only one label occurs.
 */
final class DawidSkene {
    private static final double LEAST = 1e-10;
    private static final double GAIN = 1e-5;

    private final Votes votes;
    private final boolean oneCoin;
    private final int k;
    private final double[][] posterior;
    private final double[] prior;
    /** By rater, label voted, true label. */
    private final double[][][] error;
    private final double[] skill;

    private DawidSkene(Votes votes, boolean oneCoin) {
        this.votes = votes;
        this.oneCoin = oneCoin;
        this.k = votes.labels().size();
        this.posterior = votes.shares();
        this.prior = new double[k];
        this.error = new double[votes.raters().size()][k][k];
        this.skill = new double[votes.raters().size()];
    }

    static Aggregation of(Votes votes, boolean oneCoin, int iterations, Progress progress) {
        if (votes.labels().size() < 2) {
            Figure[] none = new Figure[votes.raters().size()];
            Arrays.fill(none, Figure.undefined("only one label occurs"));
            return new Aggregation(votes, votes.shares(), none, List.of(), List.of(), true);
        }
        return new DawidSkene(votes, oneCoin).run(iterations, progress);
    }

    private Aggregation run(int iterations, Progress progress) {
        List<Double> likelihood = new ArrayList<>();
        List<Double> objective = new ArrayList<>();
        boolean converged = false;
        maximise();
        for (int i = 0; i < iterations && !converged; i++) {
            progress.stopIfCancelled();
            expect(posterior);
            maximise();
            double now = objective();
            converged = !objective.isEmpty() && now - objective.getLast() < GAIN;
            objective.add(now);
            likelihood.add(expect(null));
            progress.at(i + 1, iterations, "iteration");
        }
        Figure[] skills = new Figure[skill.length];
        for (int w = 0; w < skills.length; w++) {
            double right = skill[w];
            for (int c = 0; c < k && !oneCoin; c++) {
                right += prior[c] * error[w][c][c];
            }
            skills[w] = Figure.of(Math.min(1, right));
        }
        return new Aggregation(votes, posterior, skills, likelihood, objective, converged);
    }

    private void maximise() {
        Arrays.fill(prior, 0);
        for (double[] row : posterior) {
            for (int c = 0; c < k; c++) {
                prior[c] += row[c] / posterior.length;
            }
        }
        double[] given = new double[skill.length];
        boolean[][] used = new boolean[skill.length][k];
        Arrays.fill(skill, 0);
        for (double[][] matrix : error) {
            for (double[] row : matrix) {
                Arrays.fill(row, 0);
            }
        }
        for (int v = 0; v < votes.size(); v++) {
            int w = votes.rater()[v];
            double[] truth = posterior[votes.item()[v]];
            used[w][votes.label()[v]] = true;
            given[w]++;
            skill[w] += truth[votes.label()[v]];
            for (int c = 0; c < k; c++) {
                error[w][votes.label()[v]][c] += truth[c];
            }
        }
        for (int w = 0; w < skill.length; w++) {
            skill[w] = oneCoin ? skill[w] / given[w] : 0;
            if (oneCoin) {
                coin(error[w], skill[w]);
            } else {
                normalise(error[w], used[w]);
            }
        }
    }

    private void coin(double[][] matrix, double right) {
        for (int v = 0; v < k; v++) {
            for (int c = 0; c < k; c++) {
                matrix[v][c] = Math.clamp(v == c ? right : (1 - right) / (k - 1), LEAST, 1 - LEAST);
            }
        }
    }

    /** Over the labels that the rater ever gave. */
    private void normalise(double[][] matrix, boolean[] used) {
        for (int c = 0; c < k; c++) {
            double total = 0;
            for (int v = 0; v < k; v++) {
                matrix[v][c] = used[v] ? Math.max(matrix[v][c], LEAST) : 0;
                total += matrix[v][c];
            }
            for (int v = 0; v < k; v++) {
                matrix[v][c] /= total;
            }
        }
    }

    /** Posteriors into the array, unless it is null; returns the log likelihood of the votes. */
    private double expect(double[][] into) {
        double[][][] log = new double[error.length][k][k];
        for (int w = 0; w < error.length; w++) {
            for (int v = 0; v < k; v++) {
                for (int c = 0; c < k; c++) {
                    log[w][v][c] = Math.log(error[w][v][c]);
                }
            }
        }
        double[][] sums = into == null ? new double[posterior.length][k] : into;
        for (double[] row : sums) {
            for (int c = 0; c < k; c++) {
                row[c] = Math.log(Math.max(prior[c], LEAST));
            }
        }
        for (int v = 0; v < votes.size(); v++) {
            double[] row = sums[votes.item()[v]];
            double[] of = log[votes.rater()[v]][votes.label()[v]];
            for (int c = 0; c < k; c++) {
                row[c] += of[c];
            }
        }
        double likelihood = 0;
        for (double[] row : sums) {
            likelihood += Softmax.inPlace(row);
        }
        return likelihood;
    }

    /** Expected log of the joint probability plus the posterior's entropy, a vote. Keeps posteriors from 0, as crowd-kit does at this place. */
    private double objective() {
        double sum = 0;
        for (int v = 0; v < votes.size(); v++) {
            double[] truth = posterior[votes.item()[v]];
            for (int c = 0; c < k; c++) {
                sum += truth[c] == 0 ? 0 : truth[c] * (Math.log(error[votes.rater()[v]][votes.label()[v]][c]) + Math.log(Math.max(prior[c], LEAST)));
            }
        }
        for (double[] row : posterior) {
            for (int c = 0; c < k; c++) {
                row[c] = Math.max(row[c], LEAST);
                sum -= row[c] * Math.log(row[c]);
            }
        }
        return sum / votes.size();
    }
}
