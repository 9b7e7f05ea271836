package dev.docket.bench.screen;

import dev.docket.bench.measure.Timing;
import dev.docket.settings.Settings;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.ScreenThread;
import dev.docket.ui.common.Theme;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.grid.TileSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window that is all grid. From the bench's own thread. */
public final class GridWindow implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final int THREADS = 2;

    private final ScreenThread screen;
    private final Background workers = Background.ofWindow("tiles", THREADS);
    private PictureGrid grid;
    private Stage stage;

    private GridWindow(ScreenThread screen) {
        this.screen = screen;
    }

    public static GridWindow open(ScreenThread screen, List<UUID> items, TileSource tiles) {
        GridWindow window = new GridWindow(screen);
        screen.tell(() -> window.show(items, tiles));
        screen.await("the grid", () -> window.flow() != null);
        return window;
    }

    private void show(List<UUID> items, TileSource tiles) {
        new Theme(Settings.Theme.DARK);
        grid = new PictureGrid(tiles, workers, THREADS);
        Scene scene = new Scene(new StackPane(grid), WIDTH, HEIGHT);
        Theme.dress(scene, "review");
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        grid.show(items);
        grid.requestFocus();
    }

    private Node flow() {
        return grid.lookup(".virtual-flow");
    }

    /**
     * Turns the wheel a little before every frame.
     *
     * @param pixels each time
     * @return frame times
     */
    public Timing wheel(int pixels, Duration time) {
        return during(time, () -> Event.fireEvent(flow(), new ScrollEvent(ScrollEvent.SCROLL, 1, 1, 1, 1, false, false, false, false, false, false, 0, -pixels,
                0, -pixels, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    /** Presses a key before every frame. @return frame times */
    public Timing key(KeyCode code, Duration time) {
        return during(time, () -> Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private Timing during(Duration time, Runnable each) {
        Pulses pulses = new Pulses(each);
        screen.tell(pulses::start);
        ScreenThread.pause(time);
        screen.await("frames", pulses::hasTiming);
        screen.tell(pulses::stop);
        return pulses.timing();
    }

    @Override
    public void close() {
        screen.tell(() -> {
            grid.close();
            stage.hide();
        });
        workers.abandon();
    }
}
