package dev.docket.ui.review;

import java.util.HashMap;
import java.util.Map;

/**
 * Guesses how far a decoder is that does not tell: by the pixels it has to decode and the time it took for the last ones.
 * JavaFX thread.
 */
final class SlowPace {
    private static final double NANOS = 1e9;
    /** It is not done until it is. */
    private static final double MOST = 0.95;
    private static final double USUAL = 0.5;

    /** Seconds a megapixel, first as measured with the compiled WebAssembly decoders at 12 megapixels. */
    private final Map<String, Double> seconds = new HashMap<>(Map.of("image/avif", 0.48, "image/heic", 0.25, "image/jxl", 0.74));

    /** 0..1. */
    double share(Held one, long now) {
        double expected = seconds.getOrDefault(kind(one), USUAL) * megapixels(one);
        return Math.min(MOST, one.decodingFor(now) / NANOS / expected);
    }

    void took(Held one, long now) {
        seconds.put(kind(one), Math.max(1e-3, one.decodingFor(now) / NANOS / megapixels(one)));
    }

    private static String kind(Held one) {
        return one.known().orElseThrow().item().mediaType();
    }

    private static double megapixels(Held one) {
        return Math.max(0.1, one.known().orElseThrow().item().width() * (double) one.known().orElseThrow().item().height() / 1e6);
    }
}
