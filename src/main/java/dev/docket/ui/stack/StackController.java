package dev.docket.ui.stack;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.ChoiceSheet;
import dev.docket.ui.common.Clockwork;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.keys.KeySheet;
import dev.docket.verdict.Propagation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

/** Binds the stacks screen to its view-model: what changes there is drawn here, what is pressed here is asked there. */
public final class StackController {
    private static final double COMPACT_BELOW = 1400;
    private static final int AT_ONCE = 2;
    private static final Duration TICK = Duration.seconds(1);

    private final StackViewModel model;
    private final Overlays overlays;
    private final Background pictures;
    private final ObservableValue<KeyMap> keys;
    private final Clockwork clockwork;
    private final EventHandler<KeyEvent> onPress = this::pressed;
    private final EventHandler<KeyEvent> onRelease = this::released;
    private PictureGrid grid;
    private StackKeys presses;

    @FXML private BorderPane root;
    @FXML private StackRail rail;
    @FXML private VBox middle;
    @FXML private StackBar bar;
    @FXML private ComparePane compare;
    @FXML private StackPane gridPlace;
    @FXML private LargeView large;
    @FXML private StackPane nothing;
    @FXML private ActionBar actions;
    @FXML private StackSide side;
    @FXML private Node sideScroll;

    /** @param pictures two threads, for tiles */
    public StackController(StackViewModel model, Overlays overlays, Background pictures, ObservableValue<KeyMap> keys) {
        this.model = model;
        this.overlays = overlays;
        this.pictures = pictures;
        this.keys = keys;
        clockwork = new Clockwork(TICK, model::tick);
    }

    @FXML
    private void initialize() {
        clockwork.within(root);
        grid = new PictureGrid(model.tiles(), pictures, AT_ONCE);
        grid.setId("stack-grid");
        grid.peeks(false);
        keys.subscribe(map -> grid.setAccessibleText(Text.of("stack.grid", map.said(KeyCommand.PEEK), map.said(KeyCommand.SKIP))));
        grid.mark(item -> TileMark.of(model, item), model::flip);
        grid.watch(model::saw, () -> !overlays.isOpen() && !large.isOpen());
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                openLarge();
            }
        });
        gridPlace.getChildren().addFirst(grid);
        presses = new StackKeys(keys, overlays, grid, this::run, () -> large.hold(false));
        rail.fill(model, this::askTakeBack);
        bar.fill(model);
        compare.fill(model, pictures);
        compare.focusedFace().setOnMouseClicked(_ -> openLarge());
        large.fill(model, keys);
        actions.fill(model, keys);
        side.fill(model, keys, this::chooseOther);
        model.openProperty().addListener((_, was, now) -> drawStack(was, now));
        model.shown().addListener((ListChangeListener<UUID>) _ -> drawTiles());
        model.changesProperty().subscribe(_ -> draw());
        model.shelf().stateProperty().subscribe(_ -> drawNothing());
        model.shelf().stacks().addListener((ListChangeListener<Stack>) _ -> drawNothing());
        grid.focusProperty().subscribe(_ -> draw());
        overlays.beforeOpening(large::close);
        root.widthProperty().subscribe(width -> fold(width.doubleValue() < COMPACT_BELOW));
        root.sceneProperty().subscribe(this::moveKeys);
        drawNothing();
    }

    /** The tab came to the front. */
    public void shown() {
        clockwork.start();
        model.comeBack();
        grid.requestFocus();
    }

    /** Another tab came to the front, or the window closes: nothing stays uncovered, leases go back. */
    public void hidden() {
        clockwork.stop();
        if (large != null) {
            large.close();
        }
        model.goAway();
    }

    // ---- keys

    private void moveKeys(Scene was, Scene now) {
        if (was != null) {
            was.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
            was.removeEventFilter(KeyEvent.KEY_RELEASED, onRelease);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
            now.addEventFilter(KeyEvent.KEY_RELEASED, onRelease);
            now.windowProperty().flatMap(Window::focusedProperty).subscribe(this::windowFocused);
        }
    }

    /** Another window has the keyboard now: a held key would be let go unseen. */
    void windowFocused(Boolean focused) {
        if (Boolean.FALSE.equals(focused)) {
            presses.forget();
            large.hold(false);
            large.cover();
        }
    }

    private void pressed(KeyEvent event) {
        presses.pressed(event);
    }

    private void released(KeyEvent event) {
        presses.released(event);
    }

    private void run(Binding binding) {
        switch (binding.command()) {
            case DECIDE -> binding.label().ifPresent(model::choose);
            case DECIDE_UNSURE -> model.say(Text.of("stack.unsure"));
            case MORE_LABELS -> chooseOther();
            case SKIP -> model.flip(grid.chosen());
            case PEEK, LATCH -> focused().ifPresent(this::peek);
            case GO_ON -> openLarge();
            case COVER_NOW -> large.close();
            case DECIDE_STACK -> model.commit();
            case MAKE_SEED -> focused().ifPresent(member -> model.makeSeed(member.id()));
            case UNDO -> model.undo();
            case KEYS -> overlays.open(new KeySheet(keys, overlays));
            default -> { }
        }
    }

    private void peek(StackMember member) {
        if (large.isOpen()) {
            large.hold(true);
        } else {
            large.peek(member);
        }
    }

    private void openLarge() {
        focused().ifPresent(large::open);
    }

    private void chooseOther() {
        List<ChoiceSheet.Choice<Label>> choices = LabelPicker.others(model.pack()).stream().map(label -> new ChoiceSheet.Choice<>(
                label.hotkey().substring(2), label.shortTitle(), Optional.<Node>of(SeverityTag.plainWord(label.severity())),
                Text.of("stack.rule." + label.propagation().word()), label)).toList();
        ChoiceSheet.open(overlays, Text.of("stack.labels.choose"), choices, model::choose);
    }

    /** Counts first what would go back: others may have looked since. */
    public void askTakeBack(Propagation.Spread spread) {
        String label = StackRail.title(spread, model.pack());
        model.shelf().count(spread.seed().id(), standing -> new TakeBackSheet(overlays, Text.of("stack.back.title", label),
                Text.of(spread.sound() ? "stack.back.detail" : "stack.back.unsound", standing, label), standing,
                () -> model.takeBack(spread.seed().id())).open());
    }

    // ---- drawing

    private Optional<StackMember> focused() {
        OpenStack stack = model.openProperty().get();
        int at = grid.focusProperty().get();
        return stack == null || at < 0 || at >= model.shown().size() ? Optional.empty() : stack.find(model.shown().get(at));
    }

    private void drawStack(OpenStack was, OpenStack now) {
        boolean same = was != null && now != null && was.seed() == now.seed();
        if (!same) {
            large.close();
            compare.clear();
        }
        drawNothing();
    }

    private void drawTiles() {
        if (model.shown().isEmpty()) {
            grid.close();
        } else {
            grid.show(List.copyOf(model.shown()));
            if (root.getScene() != null && !overlays.isOpen()) {
                grid.requestFocus();
            }
        }
    }

    private void draw() {
        OpenStack stack = model.openProperty().get();
        actions.show(model);
        if (stack != null && model.ticks() != null) {
            bar.show(model, model.clock().getZone());
            Optional<StackMember> member = focused();
            member.ifPresent(shown -> compare.show(stack, shown, grid.focusProperty().get() + 1, model.shown().size()));
            side.show(model, member.orElse(null));
            grid.remark();
        }
    }

    /** What stands in the middle while no stack is open. */
    private void drawNothing() {
        boolean there = model.openProperty().get() != null;
        middle.setVisible(there);
        sideScroll.setVisible(there);
        nothing.setVisible(!there);
        if (!there) {
            nothing.getChildren().setAll(NoStackPanel.of(model.shelf()));
        }
    }

    private void fold(boolean compact) {
        root.getStyleClass().remove("compact");
        if (compact) {
            root.getStyleClass().add("compact");
        }
        rail.fold(compact);
        bar.fold(compact);
        actions.fold(compact);
        compare.fold(compact);
    }
}
