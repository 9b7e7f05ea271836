package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.progress.Reins;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final Reins reins = new Reins();

    @Test
    void itShowsHowFarHowFastAndHowLongStill() {
        try (ProgressLine line = line(true)) {
            line.at(0, 200, "a.png");
            nanos.set(2_000_000_000L);
            line.at(50, 200, "b".repeat(50) + ".png");
            assertThat(text()).endsWith("\r[######------------------] 50/200  25.0/s  0:06 left  " + "b".repeat(37) + "...");
        }
        assertThat(text()).as("the line is wiped").endsWith(" \r");
    }

    @Test
    void aLongerLineLeavesNothingBehind() {
        try (ProgressLine line = line(true)) {
            line.at(1, 3, "a long name.png");
            nanos.set(500_000_000L);
            line.at(2, 3, "b");
            assertThat(text()).endsWith("2/3  b" + " ".repeat("a long name.png".length() - 1));
        }
    }

    @Test
    void nothingIsWrittenWhereNobodyWatches() {
        try (ProgressLine line = line(false)) {
            line.at(1, 3, "a");
            line.at(3, 3, "c");
        }
        assertThat(text()).isEmpty();
    }

    @Test
    void theJobStopsWhenTheReinsSaySo() {
        try (ProgressLine line = line(false)) {
            assertThat(line.cancelled()).isFalse();
            reins.stop();
            assertThat(line.cancelled()).isTrue();
        }
    }

    private ProgressLine line(boolean interactive) {
        return new ProgressLine(new PrintStream(out, true, StandardCharsets.UTF_8), interactive, reins, nanos::get);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
