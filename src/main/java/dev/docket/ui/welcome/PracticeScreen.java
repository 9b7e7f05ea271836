package dev.docket.ui.welcome;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeySheet;
import dev.docket.ui.review.ReviewController;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Workers;
import dev.docket.ui.shell.CommandSource;
import dev.docket.ui.shell.Screen;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The guided tour: the review screen as it is, over drawn pictures, with a card that asks for one key after the other.
 * Nothing that is done here is stored. JavaFX thread.
 */
public final class PracticeScreen implements AutoCloseable {
    /** Its tab. */
    public static final String ID = "practice";

    private final Workers workers;
    private final Overlays overlays;
    private final ObservableValue<KeyMap> keys;
    private final Course course;
    private final PracticeCasework casework;
    private final ReviewViewModel model;
    private final ReviewController controller;
    private final Runnable end;
    private final EventHandler<KeyEvent> onPress = this::pressed;
    private final Subscription sheets;
    private CoachCard coach;
    private Parent view;
    private Deed underWay;

    /**
     * @param keys the map that is in force
     * @param end told when the person is through or has had enough
     */
    public PracticeScreen(PolicyPack pack, Clock clock, Overlays overlays, ObservableValue<KeyMap> keys, Runnable end) {
        this.overlays = overlays;
        this.keys = keys;
        this.end = end;
        Background now = new Background(Runnable::run, Runnable::run);
        Background drawing = Background.ofWindow("practice", 1);
        workers = new Workers(now, now, drawing, 1, drawing, drawing);
        course = new Course(Lesson.of(pack));
        casework = new PracticeCasework(pack, clock, () -> course.lesson().scenery(), course::did);
        model = new ReviewViewModel(casework, workers, clock, 0);
        controller = new ReviewController(model, overlays, clock, 0, keys);
        model.cover().sightProperty().addListener((o, was, is) -> looked(was, is));
        sheets = overlays.openProperty().subscribe(this::sheet);
    }

    public Screen screen() {
        return new Screen(ID, Text.of("practice.title"), new SimpleStringProperty(""), this::view, this::status, controller::shown, controller::hidden);
    }

    /** What the palette finds while this is in front. */
    public CommandSource commands() {
        return new PracticeCommands(model, end);
    }

    private Parent view() {
        BorderPane review = (BorderPane) (Parent) new Views().load("review", controller);
        coach = new CoachCard(course, keys, this::move, end);
        review.setLeft(coach);
        review.sceneProperty().flatMap(javafx.scene.Scene::windowProperty).subscribe(this::listen);
        view = review;
        return review;
    }

    private Node status() {
        Label nothing = new Label(Text.of("practice.nothing"), new FontIcon("mdmz-school"));
        nothing.getStyleClass().add("status-item");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button sheet = new Button(Text.of("review.keys"), KeyHint.of(keys, KeyCommand.KEYS));
        sheet.setId("practiceKeys");
        sheet.getStyleClass().add("link-button");
        sheet.setOnAction(e -> overlays.open(new KeySheet(keys, overlays)));
        HBox status = new HBox(nothing, space, sheet);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.getStyleClass().add("status-items");
        return status;
    }

    /** Enter belongs to the card before it belongs to the review screen. */
    private void listen(Window was, Window now) {
        if (was != null) {
            was.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
        }
    }

    private void pressed(KeyEvent event) {
        Node focused = view.getScene().getFocusOwner();
        if (event.getCode() == KeyCode.ENTER && !overlays.isOpen() && !(focused instanceof TextInputControl) && coach.enter()) {
            event.consume();
        }
    }

    /** On or back by hand: the picture on screen may be another step's. */
    private void move(int by) {
        if (by > 0) {
            course.on();
        } else {
            course.back();
        }
        if (!casework.dealtLast().equals(java.util.Optional.of(course.lesson().scenery()))) {
            model.selectLane(casework.otherLane());
        }
        view.lookup(".picture-stage").requestFocus();
    }

    /** It was looked at, and is covered again. */
    private void looked(Cover.Sight was, Cover.Sight is) {
        if (was == Cover.Sight.ALL && is == Cover.Sight.NONE && model.currentProperty().get() != null) {
            course.did(Deed.LOOKED);
        }
    }

    /** A sheet counts when it is closed again, so that it can be read first. */
    private void sheet(boolean open) {
        if (open) {
            List<Node> sheets = overlays.ground().getChildrenUnmodifiable();
            underWay = sheets.stream().anyMatch(s -> s instanceof KeySheet) ? Deed.SAW_KEYS
                    : sheets.stream().anyMatch(s -> s.getStyleClass().contains("palette")) ? Deed.SAW_PALETTE : null;
        } else if (underWay != null && view != null && view.getScene() != null) {
            Deed seen = underWay;
            underWay = null;
            course.did(seen);
        }
    }

    /** Forgets everything that was done here. */
    @Override
    public void close() {
        sheets.unsubscribe();
        controller.closed();
        model.close();
        workers.close();
    }

    /** A desk's practice. */
    public static PracticeScreen of(Desk desk, Overlays overlays, ObservableValue<KeyMap> keys, Runnable end) {
        return new PracticeScreen(desk.policy.pack(), desk.clock, overlays, keys, end);
    }
}
