package dev.docket.metrics.aggregate;

/** From logarithms to shares that sum to 1. */
final class Softmax {
    private Softmax() {}

    /** @return the logarithm of the sum of what the logarithms stand for */
    static double inPlace(double[] logs) {
        double high = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            high = Math.max(high, log);
        }
        double sum = 0;
        for (int c = 0; c < logs.length; c++) {
            logs[c] = Math.exp(logs[c] - high);
            sum += logs[c];
        }
        for (int c = 0; c < logs.length; c++) {
            logs[c] /= sum;
        }
        return high + Math.log(sum);
    }
}
