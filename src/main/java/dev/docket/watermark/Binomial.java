package dev.docket.watermark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** How likely coins fall as told. */
public final class Binomial {
    private Binomial() {}

    /** The probability that of {@code n} fair coins at least {@code k} show heads; exact to double precision. */
    public static double tail(int n, int k) {
        BigInteger ways = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;  // n over n - i
        for (int i = 0; i <= n - Math.max(0, k); i++) {
            ways = ways.add(choose);
            choose = choose.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return new BigDecimal(ways).divide(new BigDecimal(BigInteger.ONE.shiftLeft(n)), MathContext.DECIMAL128).doubleValue();
    }
}
