package dev.docket.metrics;

/** Functions that the JDK lacks, in double precision. Sources stand at each; all are classical formulas. */
public final class SpecialFunctions {
    private static final double LOG_SQRT_2_PI = 0.9189385332046727418;
    /** B_2k / (2k (2k-1)), of Stirling's series. */
    private static final double[] STIRLING = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0, -3617 / 122400.0};
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;

    private SpecialFunctions() {}

    /** log |Gamma(x)|, positive infinity at 0, -1, -2, ... By Stirling's series from 10 on, recurrence and reflection below (Abramowitz and Stegun 6.1). */
    public static double logGamma(double x) {
        if (x <= 0) {
            double sine = Math.abs(Math.sin(Math.PI * (x - Math.rint(x))));
            return sine == 0 ? Double.POSITIVE_INFINITY : Math.log(Math.PI / sine) - logGamma(1 - x);
        }
        double product = 1;
        double at = x;
        while (at < 10) {
            product *= at;
            at++;
        }
        double series = 0;
        double power = 1 / at;
        for (double coefficient : STIRLING) {
            series += coefficient * power;
            power /= at * at;
        }
        return (at - 0.5) * Math.log(at) - at + LOG_SQRT_2_PI + series - Math.log(product);
    }

    /** log |C(n, k)| for any real n and k; negative infinity where it is 0. */
    public static double logBinomial(double n, double k) {
        return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    }

    /** log erfc(x) for any x: the series of erf below 2, the continued fraction above (Abramowitz and Stegun 7.1.6 and 7.1.14). */
    public static double logErfc(double x) {
        if (x < 0) {
            return Math.log1p(1 - Math.exp(logErfc(-x)));
        }
        if (x < 2) {
            double term = x;
            double sum = x;
            for (int n = 1; term > sum * PRECISION && n < 200; n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return Math.log1p(-2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum);
        }
        // erfc(x) = e^(-x^2) / sqrt(pi) * 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + ...)))), from its end
        double fraction = x;
        for (int n = 200; n >= 1; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return -x * x - 0.5 * Math.log(Math.PI) - Math.log(fraction);
    }

    /** Two-sided tail probability of the standard normal distribution, at or beyond |z|: 0..1. */
    public static double normalTails(double z) {
        return Math.exp(logErfc(Math.abs(z) / Math.sqrt(2)));
    }

    /** Regularised incomplete beta function I_x(a, b), a and b above 0: Lentz's continued fraction (Abramowitz and Stegun 26.5.8). */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
        return x < (a + 1) / (a + b + 2) ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < 1_000_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            fraction *= step;
            if (Math.abs(step - 1) < 1e-15) {
                break;
            }
        }
        return fraction;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The x at which I_x(a, b) is p, by halving: 0..1. */
    static double betaQuantile(double p, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 1_100 && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high || high - low < 1e-15 * high) {
                break;
            }
            if (beta(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
