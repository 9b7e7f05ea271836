package dev.docket.metrics.drift;

import dev.docket.metrics.SpecialFunctions;

/**
 * Probability of a two-sample Kolmogorov-Smirnov statistic at least this large if both samples came from one distribution. Exact up to
 * 10 000 values a side, by counting lattice paths that leave the band (Hodges 1958). Above, the distribution of the one-sample
 * statistic for round(nm / (n + m)) values: Marsaglia, Tsang and Wang 2003 (Journal of Statistical Software 8, 18), Pelz and Good 1976, and
 * the tail of Birnbaum and Tingey 1951, each where it is accurate, by the cut-offs of Simard and L'Ecuyer 2011. As scipy's
 * {@code ks_2samp(method="auto")}.
 */
final class KolmogorovSmirnov {
    static final int EXACT = 10_000;

    private KolmogorovSmirnov() {}

    /** @param d the statistic, 0..1 */
    static double p(double d, int n, int m) {
        if (Math.max(n, m) <= EXACT) {
            return exact(d, n, m);
        }
        double effective = (double) n * m / ((double) n + m);
        return Math.clamp(tail((long) Math.rint(effective), d), 0, 1);
    }

    /** Probability that a random path from (0, 0) to (n, m) touches |i/n - j/m| >= d: sums of positive terms only. */
    private static double exact(double d, int n, int m) {
        long reach = Math.round(d * n * m);
        if (reach <= 0) {
            return 1;
        }
        // d is a multiple of 1 / lcm(n, m); half of that guards the comparison
        double limit = reach - 0.5;
        double[] left = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs((double) i * m - (double) j * n) >= limit) {
                    left[j] = 1;
                } else if (i + j == 0) {
                    left[j] = 0;
                } else {
                    left[j] = (i == 0 ? 0 : left[j] * i / (i + j)) + (j == 0 ? 0 : left[j - 1] * j / (i + j));
                }
            }
        }
        return left[m];
    }

    private static double tail(long n, double d) {
        double t = n * d;
        if (n < 1 || t <= 0.5) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        if (t <= 1) {
            // n! / n^n (2t - 1)^n
            return 1 - Math.exp(SpecialFunctions.logGamma(n + 1.0) + n * Math.log((2 * t - 1) / n));
        }
        if (t >= n - 1) {
            return 2 * Math.pow(1 - d, n);
        }
        double square = t * d;
        if (d >= 0.5 || square > (n <= 140 ? 4 : 2.2)) {
            return square >= 370 ? 0 : 2 * oneSided(n, d);
        }
        return 1 - (n <= 140 || n <= 100_000 && n * d * Math.sqrt(d) <= 1.4 ? marsaglia((int) n, d) : pelzGood(n, d));
    }

    /** d sum_j C(n, j) (d + j/n)^(j-1) (1 - d - j/n)^(n-j), j to n (1 - d). */
    private static double oneSided(long n, double d) {
        double sum = 0;
        long last = (long) Math.floor(n * (1 - d));
        for (long j = 0; j <= last; j++) {
            double rest = 1 - d - (double) j / n;
            if (rest > 0) {
                double log = SpecialFunctions.logBinomial(n, j) + (j - 1) * Math.log(d + (double) j / n) + (n - j) * Math.log(rest);
                sum += Math.exp(log);
            }
        }
        return d * sum;
    }

    /** P(D < d) as an entry of the n-th power of a matrix. */
    private static double marsaglia(int n, double d) {
        int k = (int) Math.ceil(n * d);
        int size = 2 * k - 1;
        double h = k - n * d;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = i - j + 1 < 0 ? 0 : 1;
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i][0] -= Math.pow(h, i + 1);
            matrix[size - 1][i] -= Math.pow(h, size - i);
        }
        matrix[size - 1][0] += 2 * h - 1 > 0 ? Math.pow(2 * h - 1, size) : 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i - j + 1 > 0) {
                    matrix[i][j] /= Math.exp(SpecialFunctions.logGamma(i - j + 2.0));
                }
            }
        }
        double[] exponent = {0};
        double[][] power = power(matrix, n, exponent, k - 1);
        return Math.exp(Math.log(power[k - 1][k - 1]) + exponent[0] + SpecialFunctions.logGamma(n + 1.0) - n * Math.log(n));
    }

    /** The power up to a factor, whose logarithm is added. */
    private static double[][] power(double[][] matrix, int n, double[] exponent, int watched) {
        double[][] result = null;
        double resultExponent = 0;
        double[][] base = matrix;
        double baseExponent = 0;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result == null ? base : product(result, base);
                resultExponent += baseExponent;
                resultExponent += scale(result = copy(result), watched);
            }
            base = product(base, base);
            baseExponent *= 2;
            baseExponent += scale(base, watched);
        }
        exponent[0] = resultExponent;
        return result;
    }

    private static double[][] copy(double[][] a) {
        return java.util.Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    }

    private static double scale(double[][] a, int watched) {
        double factor = a[watched][watched];
        if (factor > 1e-100 && factor < 1e100) {
            return 0;
        }
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= factor;
            }
        }
        return Math.log(factor);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; a[i][k] != 0 && j < a.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** Kolmogorov's limit with the corrections of order n^-1/2, n^-1 and n^-3/2. */
    private static double pelzGood(long n, double d) {
        double z = Math.sqrt(n) * d;
        double z2 = z * z;
        double pi2 = Math.PI * Math.PI;
        double[] sums = new double[4];
        for (int k = 0; k < 200; k++) {
            double u = (k + 0.5) * (k + 0.5) * pi2;
            double e = Math.exp(-u / (2 * z2));
            sums[0] += 2 * e;
            sums[1] += 2 * (u - z2) * e;
            sums[2] += 2 * (6 * z2 * z2 * z2 + 2 * z2 * z2 + (2 * z2 * z2 - 5 * z2) * u + (1 - 2 * z2) * u * u) * e;
            sums[3] += 2 * (-30 * Math.pow(z, 6) - 90 * Math.pow(z, 8) + (135 * Math.pow(z, 4) - 96 * Math.pow(z, 6)) * u
                    + (-60 * z2 + 212 * z2 * z2) * u * u + (5 - 30 * z2) * u * u * u) * e;
        }
        double second = 0;
        double third = 0;
        for (int k = 1; k < 200; k++) {
            double u = k * (double) k * pi2;
            double e = Math.exp(-u / (2 * z2));
            second += 2 * u * e;
            third += 2 * (3 * u * z2 - u * u) * e;
        }
        double root = Math.sqrt(Math.PI / 2);
        double k0 = root / z * sums[0];
        double k1 = root / (6 * Math.pow(z, 4)) * sums[1];
        double k2 = root / (72 * Math.pow(z, 7)) * sums[2] - root / (36 * z2 * z) * second;
        double k3 = root / (6480 * Math.pow(z, 10)) * sums[3] + root / (216 * Math.pow(z, 6)) * third;
        double rootN = Math.sqrt(n);
        return k0 + k1 / rootN + k2 / n + k3 / (n * rootN);
    }
}
