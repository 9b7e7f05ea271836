package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.UndecodableImageException;
import java.time.Duration;
import java.util.TreeMap;

/** What became of broken files. Safe to use from several threads. */
final class FuzzFigures {
    private static final int LONGEST_REASON = 200;

    /** One try at a file. */
    interface Reading {
        Object read() throws UndecodableImageException;
    }

    private final TreeMap<String, Integer> reasons = new TreeMap<>();
    private int shown;
    private int refused;
    private Duration slowest = Duration.ZERO;
    private long slowestBytes;

    /** Tries it, and holds the refusal to having a reason. */
    void tell(byte[] file, Reading reading) {
        long start = System.nanoTime();
        String reason = null;
        try {
            assertThat(reading.read()).isNotNull();
        } catch (UndecodableImageException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(LONGEST_REASON);
            reason = e.state() + ": " + e.getMessage().replaceAll("[0-9][0-9.]*", "N");
        }
        count(reason, Duration.ofNanos(System.nanoTime() - start), file.length);
    }

    private synchronized void count(String reason, Duration took, int bytes) {
        if (reason == null) {
            shown++;
        } else {
            refused++;
            reasons.merge(reason, 1, Integer::sum);
        }
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestBytes = bytes;
        }
    }

    synchronized int refused() {
        return refused;
    }

    synchronized Duration slowest() {
        return slowest;
    }

    synchronized String text(long lost) {
        StringBuilder text = new StringBuilder();
        reasons.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(reason -> text.append(String.format("%8d %s%n", reason.getValue(), reason.getKey())));
        return text + "" + (shown + refused) + " broken files: " + shown + " shown, " + refused + " refused; " + lost
                + " processes lost; slowest " + slowest.toMillis() + " ms (" + slowestBytes + " bytes)";
    }
}
