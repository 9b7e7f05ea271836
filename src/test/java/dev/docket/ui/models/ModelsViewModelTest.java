package dev.docket.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.registry.Stage;
import dev.docket.retrain.RetrainingRun;
import dev.docket.ui.common.Background;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ModelsViewModelTest {
    private final PaintedBench bench = new PaintedBench();
    private final ModelsViewModel model = new ModelsViewModel(bench, new Background(Runnable::run, Runnable::run));

    @Test
    void theModelInUseIsShownFirst() {
        model.refresh();

        assertThat(selected()).isEqualTo("forensic-starter@1.0.0");
        assertThat(model.gate()).isEmpty();
        assertThat(model.rates().orElseThrow().scorer()).isEqualTo("forensic-starter@1.0.0");
        assertThat(model.fed()).singleElement().satisfies(rates -> assertThat(rates.scorer()).isEqualTo("sample-vendor@1.0"));
    }

    @Test
    void aTrainingRunSelectsItsCandidate() {
        model.refresh();
        model.train(RetrainingRun.Choices.PLAIN);

        assertThat(selected()).isEqualTo("desk-head@1.0.0");
        assertThat(model.noticeProperty().get().words()).contains("desk-head@1.0.0 is a new candidate");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void tooFewVerdictsAreToldInWords() {
        bench.tooFew = true;
        model.refresh();
        model.train(RetrainingRun.Choices.PLAIN);

        assertThat(model.noticeProperty().get()).isEqualTo(new ModelsViewModel.Notice("Too few verdicts to learn from: 4 decided items.", true));
        assertThat(bench.entries).hasSize(1);
    }

    @Test
    void aGateThatFailedTakesAReason() {
        model.refresh();
        model.train(RetrainingRun.Choices.PLAIN);

        assertThat(model.needsReason()).isTrue();
        model.promote(Optional.empty());
        assertThat(model.noticeProperty().get().warning()).isTrue();
        assertThat(bench.told).isEmpty();

        model.promote(Optional.of("the feed is worse"));
        assertThat(bench.told).containsExactly("promote desk-head@1.0.0 despite: the feed is worse", "rescore");
        assertThat(model.noticeProperty().get().words()).isEqualTo("desk-head@1.0.0 is in use. 100 waiting items scored again, 31 moved in the queue.");
        assertThat(model.selectedProperty().get().version().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(model.canPromote()).isFalse();
        assertThat(model.canRollBack()).isTrue();
    }

    @Test
    void rollingBackScoresTheQueueAgain() {
        bench.gatePasses = true;
        model.refresh();
        model.train(RetrainingRun.Choices.PLAIN);
        model.promote(Optional.empty());
        model.rollBack();

        assertThat(bench.told).endsWith("roll back desk-head", "rescore");
        assertThat(model.selectedProperty().get().version().stage()).isEqualTo(Stage.RETIRED);
        assertThat(model.noticeProperty().get().words()).startsWith("No version of desk-head is in use any more.");
    }

    @Test
    void aFolderThatIsNoModelIsRefusedInItsOwnWords() {
        model.refresh();
        model.add(Path.of("nowhere"));

        assertThat(model.noticeProperty().get().words()).startsWith("model.onnx is missing");
    }

    @Test
    void oneJobAtATimeAndItCanBeStopped() {
        Queue<Runnable> workers = new ArrayDeque<>();
        ModelsViewModel slow = new ModelsViewModel(bench, new Background(workers::add, Runnable::run));
        slow.refresh();
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
        slow.train(RetrainingRun.Choices.PLAIN);
        slow.train(RetrainingRun.Choices.PLAIN);
        slow.cancel();

        assertThat(workers).hasSize(1);
        assertThat(slow.busyProperty().get()).isTrue();
        workers.remove().run();

        assertThat(slow.busyProperty().get()).isFalse();
        assertThat(slow.noticeProperty().get()).isEqualTo(new ModelsViewModel.Notice("Stopped. What was finished stays.", false));
        assertThat(bench.entries).hasSize(1);
    }

    private String selected() {
        return model.selectedProperty().get().version().name();
    }
}
