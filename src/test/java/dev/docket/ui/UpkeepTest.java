package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.progress.Progress;
import dev.docket.ui.common.Background;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> allowed = new LinkedBlockingQueue<>();
    private final SimpleBooleanProperty intake = new SimpleBooleanProperty();
    private volatile boolean away = true;
    private Upkeep upkeep;

    @BeforeEach
    void open() {
        Toolkit.start();
        upkeep = new Upkeep(this::twoSteps, () -> away, Duration.ofMillis(1), Background.ofWindow("upkeep", 1));
    }

    @AfterEach
    void close() {
        upkeep.close();
    }

    private void twoSteps(Progress progress) {
        done.add("first");
        take();
        progress.stopIfCancelled();
        done.add("second");
    }

    private void take() {
        try {
            allowed.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        return done.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void itRunsWhenTheDeskOpensAndOnceMoreWhenAnIntakeHasEnded() throws Exception {
        allowed.add("go on");
        allowed.add("go on");
        Toolkit.tell(() -> upkeep.start(intake));
        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("second");

        Toolkit.tell(() -> intake.set(true));
        assertThat(done).isEmpty();
        Toolkit.tell(() -> intake.set(false));
        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("second");
    }

    @Test
    void anIntakeThatEndsMeanwhileIsCaughtUpWithAfterwards() throws Exception {
        Toolkit.tell(() -> upkeep.start(intake));
        assertThat(next()).isEqualTo("first");
        Toolkit.tell(() -> intake.set(true));
        Toolkit.tell(() -> intake.set(false));

        allowed.add("go on");
        allowed.add("go on");
        assertThat(next()).isEqualTo("second");
        assertThat(next()).isEqualTo("first");
    }

    @Test
    void itWaitsWhileSomebodyUsesTheWindowOrPicturesAreAdmitted() throws Exception {
        Toolkit.tell(() -> upkeep.start(intake));
        assertThat(next()).isEqualTo("first");
        away = false;
        allowed.add("go on");
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
        Toolkit.tell(() -> intake.set(true));
        away = true;
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();

        Toolkit.tell(() -> intake.set(false));
        assertThat(next()).isEqualTo("second");
    }

    @Test
    void closingStopsItAtTheNextStep() throws Exception {
        Toolkit.tell(() -> upkeep.start(intake));
        assertThat(next()).isEqualTo("first");
        away = false;
        allowed.add("go on");

        upkeep.close();

        assertThat(done).as("not the second").isEmpty();
    }
}
