package dev.docket.ui.stack;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** The stacks tab of a desk. JavaFX thread. */
public final class StackScreen {
    private final Background pictures = Background.ofWindow("stack-pictures", 2);
    private final Background study = Background.ofWindow("stack-study", 1);
    private final StackViewModel model;
    private final StackController controller;

    /**
     * @param records one thread, so that decisions and claims keep their order
     * @param keys the map that is in force
     */
    public StackScreen(Desk desk, Background records, Overlays overlays, ObservableValue<KeyMap> keys) {
        model = new StackViewModel(new DeskStackBoard(desk), records, study, desk.clock);
        controller = new StackController(model, overlays, pictures, keys);
    }

    public StackViewModel model() {
        return model;
    }

    public Screen screen() {
        ObservableList<Stack> stacks = model.shelf().stacks();
        return new Screen("stacks", Text.of("stack.title"), Bindings.createStringBinding(() -> stacks.isEmpty() ? "" : Text.of("stack.count", stacks.size()), stacks),
                () -> new Views().load("cluster", controller), () -> null, controller::shown, controller::hidden);
    }

    /** Gives the leases back. */
    public void close() {
        controller.hidden();
        pictures.abandon();
        study.abandon();
    }
}
