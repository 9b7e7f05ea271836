package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.desk.OwnSettings;
import dev.docket.settings.Settings;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Clockwork;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.signin.PassphraseViewModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** When the window locks: by key, from the palette, and after a while without anybody; and what the screens are told of it. JavaFX thread. */
final class Locking {
    private static final Duration LOOKS = Duration.seconds(2);

    private final Scene scene;
    private final Desk desk;
    private final ObservableValue<KeyMap> keys;
    private final ObservableValue<Settings> settings;
    private final PassphraseViewModel passphrase;
    private final DeskLock lock;
    private final IdleWatch idle;
    private Runnable setOne = () -> {};

    /** @param workers try passphrases */
    Locking(Scene scene, Desk desk, ShellController shell, ReviewViewModel review, Background workers, ObservableValue<KeyMap> keys, ObservableValue<Settings> settings) {
        this.scene = scene;
        this.desk = desk;
        this.keys = keys;
        this.settings = settings;
        passphrase = new PassphraseViewModel(desk.profile.keyFile(), () -> OwnSettings.settle(desk.profile), workers);
        lock = new DeskLock(scene, passphrase, workers, System::nanoTime, () -> settings.getValue().appearance());
        idle = new IdleWatch(desk.clock, System::nanoTime);
        scene.addEventFilter(InputEvent.ANY, e -> idle.used());
        lock.lockedProperty().addListener((o, was, now) -> {
            idle.used();
            shell.away(now);
            review.away(now);
        });
    }

    /** @param open shows where a passphrase is set */
    void start(Runnable open) {
        setOne = open;
        Clockwork looks = new Clockwork(LOOKS, this::look);
        looks.within(scene.getRoot());
        looks.start();
    }

    private void look() {
        if (idle.isIdle(settings.getValue().lockAfter())) {
            lock();
        }
    }

    private void lock() {
        lock.lock(desk.joined.isPresent() ? Text.of("lock.detail.team", Math.ceilDiv(ReviewViewModel.heldLocked().toSeconds(), 60)) : Text.of("lock.detail"));
    }

    /** At once; where there is no passphrase, one can be set. */
    private void lockOrOffer() {
        if (passphrase.setProperty().get()) {
            lock();
        } else {
            setOne.run();
        }
    }

    /** Comes before every screen. A letter that was chosen as the key is a letter in a field. */
    void pressed(KeyEvent event) {
        boolean letter = scene.getFocusOwner() instanceof TextInputControl && !event.isControlDown() && !event.isAltDown();
        if (!isLocked() && !letter && keys.getValue().of(event).filter(binding -> binding.command() == KeyCommand.LOCK).isPresent()) {
            event.consume();
            lockOrOffer();
        }
    }

    /** For the palette. */
    Command command() {
        return new Command(Command.Group.RUN, "mdal-lock", KeyCommand.LOCK.words(), Text.of(passphrase.setProperty().get() ? "lock.now.aside" : "lock.now.none"),
                keys.getValue().caps(KeyCommand.LOCK), this::lockOrOffer);
    }

    PassphraseViewModel passphrase() {
        return passphrase;
    }

    boolean isLocked() {
        return lock.lockedProperty().get();
    }
}
