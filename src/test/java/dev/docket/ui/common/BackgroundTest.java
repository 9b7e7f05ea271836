package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void whatAWorkerFoundArrivesOnTheScreensThread() {
        Deque<Runnable> screen = new ArrayDeque<>();
        List<String> seen = new ArrayList<>();
        Background background = new Background(Runnable::run, screen::add);

        background.run(() -> "found", seen::add, e -> seen.add("failed"));

        assertThat(seen).isEmpty();
        screen.remove().run();
        assertThat(seen).containsExactly("found");
    }

    @Test
    void aFailureArrivesAsItself() {
        List<String> seen = new ArrayList<>();
        Background background = new Background(Runnable::run, Runnable::run);

        background.run(() -> { throw new java.io.IOException("no space left"); }, r -> seen.add("done"), e -> seen.add(e.getMessage()));

        assertThat(seen).containsExactly("no space left");
    }
}
