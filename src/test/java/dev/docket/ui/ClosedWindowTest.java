package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.ui.review.PaintedPictures;
import dev.docket.ui.review.ReviewViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedWindowTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsInHandIsLetGoOnTheJavaFxThreadWhoeverClosesTheWindow() throws Exception {
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            desk.intake.admitAll(IntakeSources.open(PaintedPictures.streets(folder.resolve("pictures"), 3, 64, 48), IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
            Toolkit.start();
            Stage stage = Toolkit.ask(Stage::new);
            DocketWindow window = Toolkit.ask(() -> new DocketWindow(1280, 800));
            Toolkit.tell(() -> {
                window.show(stage);
                window.open(desk);
            });
            ReviewViewModel model = Toolkit.ask(() -> window.screens().review().model());
            Toolkit.until("a picture", model::canDecide);

            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                busy.countDown();
                await(done);
            });
            await(busy);
            int inHand = model.held();
            Thread closing = Thread.ofPlatform().start(window::close);
            closing.join(TimeUnit.SECONDS.toMillis(1));
            int whileTheScreenWasBusy = model.held();
            done.countDown();
            closing.join(TimeUnit.SECONDS.toMillis(20));

            assertThat(whileTheScreenWasBusy).isEqualTo(inHand).isPositive();
            assertThat(closing.isAlive()).isFalse();
            assertThat(Toolkit.ask(model::held)).isZero();
            Toolkit.tell(stage::close);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
