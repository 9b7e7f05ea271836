package dev.docket.watermark;

/** The largest singular value of 4 x 4 matrices. */
final class Singular {
    private static final int MOST_STEPS = 80;
    private static final double NEAR = 1e-12;

    private Singular() {}

    /**
     * Newton's way down to the largest root of the characteristic polynomial of the matrix times itself, from above, where the
     * polynomial rises and bends upwards: it cannot miss.
     *
     * @param m row by row
     */
    static double largest(double[] m) {
        double[] gram = gram(m);
        double[] square = gram(gram);  // symmetric: its square
        double p1 = trace(gram);
        if (p1 <= 0) {
            return 0;
        }
        double p2 = trace(square);
        double p3 = product(square, gram);
        double p4 = product(square, square);
        double e2 = (p1 * p1 - p2) / 2;
        double e3 = (e2 * p1 - p1 * p2 + p3) / 3;
        double e4 = (e3 * p1 - e2 * p2 + p1 * p3 - p4) / 4;
        double x = Math.sqrt(Math.sqrt(p4));  // the fourth root of the sum of fourth powers
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = (((x - p1) * x + e2) * x - e3) * x + e4;
            double slope = ((4 * x - 3 * p1) * x + 2 * e2) * x - e3;
            double step = value / slope;
            if (!(step > NEAR * x)) {
                break;
            }
            x -= step;
        }
        return Math.sqrt(x);
    }

    /** The matrix, turned over, times the matrix. */
    private static double[] gram(double[] m) {
        double[] gram = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                double sum = m[i] * m[j] + m[4 + i] * m[4 + j] + m[8 + i] * m[8 + j] + m[12 + i] * m[12 + j];
                gram[4 * i + j] = sum;
                gram[4 * j + i] = sum;
            }
        }
        return gram;
    }

    private static double trace(double[] m) {
        return m[0] + m[5] + m[10] + m[15];
    }

    /** The trace of the product of two symmetric matrices. */
    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
