package dev.docket.ui;

import dev.docket.settings.Appearance;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.SceneStyle;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.signin.PassphraseViewModel;
import dev.docket.ui.signin.SignInPane;
import dev.docket.ui.signin.SignInViewModel;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Takes the desk out of the window until its passphrase is typed. The desk's scene is then in no window: nothing of it is
 * painted, told to a screen reader or reached by a key, whatever was open in it; and it comes back as it was. JavaFX thread.
 */
final class DeskLock {
    private final Scene desk;
    private final PassphraseViewModel passphrase;
    private final Background workers;
    private final LongSupplier nanos;
    private final Supplier<Appearance> appearance;
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");

    /**
     * @param workers try passphrases
     * @param nanos of a clock that only goes forward
     * @param appearance of this moment
     */
    DeskLock(Scene desk, PassphraseViewModel passphrase, Background workers, LongSupplier nanos, Supplier<Appearance> appearance) {
        this.desk = desk;
        this.passphrase = passphrase;
        this.workers = workers;
        this.nanos = nanos;
        this.appearance = appearance;
    }

    /**
     * Nothing happens without a passphrase, or where it is locked.
     *
     * @param detail what that means for the reviewer
     */
    void lock(String detail) {
        if (locked.get() || !passphrase.setProperty().get() || !(desk.getWindow() instanceof Stage stage)) {
            return;
        }
        locked.set(true);
        hideAround(stage);
        SignInViewModel model = new SignInViewModel(passphrase.unlocking(), workers, nanos, _ -> unlock(stage), _ -> {});
        Scene cover = new Scene(new SignInPane(model, Text.of("lock.title"), detail, Text.of("lock.open"), Platform::exit), desk.getWidth(), desk.getHeight());
        Theme.dress(cover, Screens.STYLES);
        SceneStyle.set(cover, appearance.get());
        TextSize.set(cover, appearance.get().textSize(), Screens.STYLES);
        show(stage, cover);
    }

    private void unlock(Stage stage) {
        show(stage, desk);
        locked.set(false);
    }

    /** Another scene in a window of the same size. */
    private static void show(Stage stage, Scene scene) {
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            stage.setWidth(stage.getWidth());
            stage.setHeight(stage.getHeight());
        }
        stage.setScene(scene);
    }

    /** Menus, tips and other windows of this one. */
    private static void hideAround(Stage stage) {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != stage && isOf(window, stage)) {
                window.hide();
            }
        }
    }

    private static boolean isOf(Window window, Stage stage) {
        Window owner = window instanceof PopupWindow popup ? popup.getOwnerWindow() : window instanceof Stage other ? other.getOwner() : null;
        return window == stage || owner != null && isOf(owner, stage);
    }

    ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }
}
