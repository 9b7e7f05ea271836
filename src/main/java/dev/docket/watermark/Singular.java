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
     * @param m holds the matrix
     * @param at where its first value stands
     * @param row how far its rows are apart
     */
    static double largest(double[] m, int at, int row) {
        // the matrix, turned over, times the matrix
        double aa = product(m, at, at, row);
        double ab = product(m, at, at + 1, row);
        double ac = product(m, at, at + 2, row);
        double ad = product(m, at, at + 3, row);
        double bb = product(m, at + 1, at + 1, row);
        double bc = product(m, at + 1, at + 2, row);
        double bd = product(m, at + 1, at + 3, row);
        double cc = product(m, at + 2, at + 2, row);
        double cd = product(m, at + 2, at + 3, row);
        double dd = product(m, at + 3, at + 3, row);
        double e1 = aa + bb + cc + dd;
        if (e1 <= 0) {
            return 0;
        }
        // minors of two rows, and with them the sums of minors of three and four
        double mab = aa * bb - ab * ab;
        double mac = aa * cc - ac * ac;
        double mad = aa * dd - ad * ad;
        double mbc = bb * cc - bc * bc;
        double mbd = bb * dd - bd * bd;
        double mcd = cc * dd - cd * cd;
        double e2 = mab + mac + mad + mbc + mbd + mcd;
        double e3 = cubed(aa, ab, ac, bb, bc, cc) + cubed(aa, ab, ad, bb, bd, dd) + cubed(aa, ac, ad, cc, cd, dd) + cubed(bb, bc, bd, cc, cd, dd);
        double e4 = aa * cubed(bb, bc, bd, cc, cd, dd) - ab * (ab * mcd - bc * (ac * dd - ad * cd) + bd * (ac * cd - ad * cc))
                + ac * (ab * (bc * dd - bd * cd) - bb * (ac * dd - ad * cd) + bd * (ac * bd - ad * bc))
                - ad * (ab * (bc * cd - bd * cc) - bb * (ac * cd - ad * cc) + bc * (ac * bd - ad * bc));
        double x = Math.sqrt(Math.max(0, e1 * e1 - 2 * e2));  // the root of the sum of squares: not below the largest
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = (((x - e1) * x + e2) * x - e3) * x + e4;
            double slope = ((4 * x - 3 * e1) * x + 2 * e2) * x - e3;
            double step = value / slope;
            if (!(step > NEAR * x)) {
                break;
            }
            x -= step;
        }
        return Math.sqrt(x);
    }

    /** Of two columns. */
    private static double product(double[] m, int a, int b, int row) {
        return m[a] * m[b] + m[a + row] * m[b + row] + m[a + 2 * row] * m[b + 2 * row] + m[a + 3 * row] * m[b + 3 * row];
    }

    /** The determinant of a symmetric 3 x 3 matrix. */
    private static double cubed(double aa, double ab, double ac, double bb, double bc, double cc) {
        return aa * (bb * cc - bc * bc) - ab * (ab * cc - bc * ac) + ac * (ab * bc - bb * ac);
    }
}
