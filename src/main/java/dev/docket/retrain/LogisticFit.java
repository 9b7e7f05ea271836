package dev.docket.retrain;

import java.util.Arrays;

/**
 * One label's logistic regression: sum_i w_i [log(1 + e^z_i) - t_i z_i] + lambda/2 |w|^2 with z = w.x + b, the bias b
 * not penalised and t_i in 0..1. Equals scikit-learn's LogisticRegression with C = 1/lambda. Deterministic: sums run in
 * the order of the rows, and exponentials come from StrictMath.
 */
public final class LogisticFit {
    /** Gradient per unit of weight at which a solution is exact: coefficients are then within 1e-6 of scikit-learn's. */
    static final double EXACT = 1e-10;
    private static final int MAX_ITERATIONS = 2000;
    private static final int AT_ONCE = 4;

    private final double[][] rows;
    private final double[] target;
    private final double[] weight;

    /**
     * @param rows standardised features of the judged items
     * @param target 0..1 for each row; both outcomes must occur, or the bias has no optimum
     * @param weight how much each row counts
     */
    public LogisticFit(double[][] rows, double[] target, double[] weight) {
        this.rows = rows;
        this.target = target;
        this.weight = weight;
    }

    /** Coefficients, the bias last. */
    public double[] solve(double lambda) {
        return solve(lambda, start(), EXACT);
    }

    /** With nothing known of the curvature. */
    double[] solve(double lambda, double[] from, double precision) {
        return solve(lambda, Curvature.Metric.NONE, from, precision);
    }

    /**
     * @param metric what is known of the curvature at this penalty
     * @param from where to begin, such as the solution for another lambda
     * @param precision gradient at which to stop, per unit of weight
     */
    double[] solve(double lambda, Curvature.Metric metric, double[] from, double precision) {
        double total = Math.max(1, Arrays.stream(weight).sum());
        return Lbfgs.minimise((x, gradient) -> loss(lambda, x, gradient), metric, from, precision * total, MAX_ITERATIONS);
    }

    /** No feature counts and the bias gives the mean target. */
    double[] start() {
        double positive = 0;
        double total = 0;
        for (int i = 0; i < rows.length; i++) {
            positive += weight[i] * target[i];
            total += weight[i];
        }
        double[] x = new double[rows[0].length + 1];
        double p = Math.clamp(positive / total, 1e-6, 1 - 1e-6);
        x[x.length - 1] = StrictMath.log(p / (1 - p));
        return x;
    }

    private double loss(double lambda, double[] x, double[] gradient) {
        int d = x.length - 1;
        double penalty = 0;
        for (int j = 0; j < d; j++) {
            penalty += x[j] * x[j];
            gradient[j] = lambda * x[j];
        }
        gradient[d] = 0;
        double loss = lambda / 2 * penalty;
        double[] residual = new double[AT_ONCE];
        for (int i = 0; i < rows.length; i += AT_ONCE) {
            int n = Math.min(AT_ONCE, rows.length - i);
            for (int r = 0; r < n; r++) {
                double z = logit(x, rows[i + r]);
                double tail = StrictMath.exp(-Math.abs(z));
                loss += weight[i + r] * (Math.max(z, 0) + StrictMath.log1p(tail) - target[i + r] * z);
                double p = z >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
                residual[r] = weight[i + r] * (p - target[i + r]);
                gradient[d] += residual[r];
            }
            if (n == AT_ONCE) {
                addFour(gradient, residual, i);
            } else {
                for (int r = 0; r < n; r++) {
                    for (int j = 0; j < d; j++) {
                        gradient[j] += residual[r] * rows[i + r][j];
                    }
                }
            }
        }
        return loss;
    }

    /** Four rows in one pass over the gradient, which is what a pass spends its time on. */
    private void addFour(double[] gradient, double[] residual, int i) {
        double[] a = rows[i];
        double[] b = rows[i + 1];
        double[] c = rows[i + 2];
        double[] e = rows[i + 3];
        for (int j = 0; j < a.length; j++) {
            gradient[j] += residual[0] * a[j] + residual[1] * b[j] + residual[2] * c[j] + residual[3] * e[j];
        }
    }

    /** Of a row under coefficients whose last is the bias. Four sums at once, always in the same order. */
    static double logit(double[] coefficients, double[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double e = 0;
        int j = 0;
        for (; j + 3 < row.length; j += 4) {
            a += coefficients[j] * row[j];
            b += coefficients[j + 1] * row[j + 1];
            c += coefficients[j + 2] * row[j + 2];
            e += coefficients[j + 3] * row[j + 3];
        }
        for (; j < row.length; j++) {
            a += coefficients[j] * row[j];
        }
        return (a + b) + (c + e) + coefficients[row.length];
    }

    /** 1 / (1 + e^-z). */
    public static double sigmoid(double z) {
        double tail = StrictMath.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    }
}
