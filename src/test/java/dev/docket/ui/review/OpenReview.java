package dev.docket.ui.review;

import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/** The review screen over painted casework, in the window of a test. */
record OpenReview(ReviewViewModel model, ReviewController controller) {
    private static final int AHEAD = 8;

    /** Shows the first case and waits until it is painted. */
    static OpenReview in(OpenWindow window, Settings.Theme theme, int width, int height, Casework casework, Workers workers, Clock clock) {
        ObservableValue<KeyMap> keys = new SimpleObjectProperty<>(new KeyMap(casework.pack()));
        AtomicReference<OpenReview> made = new AtomicReference<>();
        window.show(theme, width, height, () -> {
            ReviewViewModel model = new ReviewViewModel(casework, workers, clock, AHEAD);
            ReviewController controller = new ReviewController(model, window.overlays(), clock, 0.15, keys);
            made.set(new OpenReview(model, controller));
            return List.of(new Screen("review", Text.of("review.title"), new SimpleStringProperty("128"), () -> new Views().load("review", controller),
                    () -> new StatusItems(model, ZoneOffset.UTC, keys, controller::openExposure), controller::shown, controller::hidden));
        });
        Toolkit.tell(made.get().model::tick);
        made.get().paint();
        return made.get();
    }

    private void paint() {
        Toolkit.frames(3);
        Toolkit.tell(model::painted);
    }
}
