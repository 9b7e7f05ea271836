package dev.docket.ui.stack;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings.Theme;
import dev.docket.ui.KnownWords;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.WalkContract;
import dev.docket.ui.common.Views;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;

/** The stack screen with stacks on it. */
class EveryStackStateTest extends WalkContract {
    private static final String PAINTER = "src/test/java/dev/docket/ui/stack/PaintedBoard.java";

    private final OpenWindow window = new OpenWindow("review", "stack");

    private PaintedBoard board;
    private StackViewModel model;
    private StackController controller;
    private Theme theme;
    private int percent;

    @Override
    protected KnownWords prepare(Path folder) throws Exception {
        return new KnownWords(PaintedBoard.PACK, PAINTER);
    }

    @Override
    protected void walk(Theme shown, int size) {
        theme = shown;
        percent = size;
        board = PaintedBoard.full();
        everyState();
    }

    @Override
    protected void leave() {
        window.close();
    }

    private void everyState() {
        carryOver();
        show();
        open("Your parcel is waiting").look("a stack");
        then(() -> grid().focus(2)).look("a ticked tile");
        then(() -> grid().focus(14)).look("a tile left out");
        then(() -> model.choose(PaintedBoard.PACK.label("hate_symbols"))).look("what never spreads");
        then(() -> model.choose(PaintedBoard.PACK.label("spam_scam"))).look("a label");
        then(() -> model.filter(TileFilter.ALIKE)).look("look-alikes").then(() -> model.filter(TileFilter.ALL));
        then(() -> large().open(model.openProperty().get().seed())).look("large").then(() -> large().close());
        then(() -> ((Button) window.scene().getRoot().lookup("#stack-more-labels")).fire()).look("more labels").then(window.overlays()::close);
        then(() -> controller.askTakeBack(board.spreads.getFirst())).look("take back").then(window.overlays()::close);
        then(this::decide).look("decided");
        open("City blackout tonight").look("covered tiles").then(() -> large().open(model.openProperty().get().seed())).look("large and covered");
        open("Street photo").look("words only");
        board = PaintedBoard.empty();
        show();
        look("no stacks");
        board.broken = true;
        show();
        look("stacks that cannot be read");
    }

    private void decide() {
        model.saw(model.shown());
        model.opened(model.openProperty().get().seed().id());
        model.commit();
    }

    private void carryOver() {
        StackMember member = board.byItem.values().iterator().next().seed();
        board.spreads.add(new Propagation.Spread(new Verdict(new UUID(9, 9), member.task(), member.id(), 1, 0, VerdictKind.DECIDED, new UUID(0, 1), 1,
                Optional.of(Finding.of("spam_scam", Severity.S1, "remove")), Optional.empty(), PaintedBoard.PACK.ref(),
                Shown.opened(member.item().sha256(), "open", 900), PaintedBoard.NOW), 13, false));
    }

    private PictureGrid grid() {
        return (PictureGrid) window.scene().getRoot().lookup("#stack-grid");
    }

    private LargeView large() {
        return (LargeView) window.scene().getRoot().lookup(".stack-large");
    }

    private EveryStackStateTest open(String title) {
        then(() -> model.open(model.shelf().stacks().stream().filter(stack -> stack.title().equals(title)).findFirst().orElseThrow()));
        Toolkit.frames(4);
        return this;
    }

    private EveryStackStateTest then(Runnable step) {
        Toolkit.tell(step);
        Toolkit.frames(2);
        return this;
    }

    private EveryStackStateTest look(String place) {
        look(place, window.scene(), window.overlays().isOpen() ? window.overlays().ground() : window.scene().getRoot());
        return this;
    }

    private void show() {
        model = new StackViewModel(board, window.now(), window.now(), Clock.fixed(PaintedBoard.NOW, ZoneOffset.UTC));
        window.show(theme, WIDTH, HEIGHT, () -> {
            controller = new StackController(model, window.overlays(), window.now(), new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            return List.of(new Screen("stacks", "[]", new SimpleStringProperty("3"), () -> new Views().load("cluster", controller),
                    () -> null, controller::shown, controller::hidden));
        });
        window.textSize(percent);
    }
}
