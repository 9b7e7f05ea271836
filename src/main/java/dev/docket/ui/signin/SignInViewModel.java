package dev.docket.ui.signin;

import dev.docket.storage.RecoveryKey;
import dev.docket.storage.WrongPassphrase;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Asks for a passphrase, or for a recovery key with a new one, until it fits. After each that does not it asks later: 1 s,
 * 2 s, 4 s, up to a minute. That slows a hand at this window; what slows a program with the file is {@link dev.docket.storage.PassphraseCost}.
 * JavaFX thread.
 */
public final class SignInViewModel {
    private static final int LONGEST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Tries tries;
    private final LongSupplier nanos;
    private final BooleanProperty recovering = new SimpleBooleanProperty(this, "recovering");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
    private final ReadOnlyIntegerWrapper wait = new ReadOnlyIntegerWrapper(this, "wait");
    private int wrong;
    private long waitUntil;

    private interface Tries {
        void by(char[] passphrase);

        void by(RecoveryKey recovery, char[] fresh);
    }

    /**
     * @param nanos of any clock that only goes forward
     * @param opened given what was opened
     * @param failed told what else went wrong
     */
    public <T> SignInViewModel(Opening<T> opening, Background workers, LongSupplier nanos, Consumer<T> opened, Consumer<Exception> failed) {
        this.nanos = nanos;
        tries = new Tries() {
            @Override
            public void by(char[] passphrase) {
                run(() -> opening.by(passphrase));
            }

            @Override
            public void by(RecoveryKey recovery, char[] fresh) {
                run(() -> opening.by(recovery, fresh));
            }

            private void run(Callable<T> attempt) {
                busy.set(true);
                fault.set("");
                workers.run(attempt, result -> {
                    busy.set(false);
                    wrong = 0;
                    opened.accept(result);
                }, reason -> failed(reason, failed));
            }
        };
        recovering.addListener((o, was, now) -> fault.set(""));
    }

    private void failed(Exception reason, Consumer<Exception> otherwise) {
        busy.set(false);
        if (reason instanceof WrongPassphrase) {
            fault.set(Text.of(recovering.get() ? "signin.wrong.recovery" : "signin.wrong"));
            waitUntil = nanos.getAsLong() + Math.min(LONGEST.toNanos(), Duration.ofSeconds(1L << Math.min(wrong, LONGEST_DOUBLINGS)).toNanos());
            wrong++;
            tick();
        } else {
            fault.set(String.valueOf(reason.getMessage()));
            otherwise.accept(reason);
        }
    }

    /** Several times a second. */
    public void tick() {
        wait.set((int) Math.max(0, Math.ceilDiv(waitUntil - nanos.getAsLong(), 1_000_000_000L)));
    }

    /** Nothing happens while it waits, or tries. */
    public void submit(String passphrase) {
        if (!isReady()) {
            return;
        }
        if (passphrase.isEmpty()) {
            fault.set(Text.of("signin.empty"));
        } else {
            tries.by(passphrase.toCharArray());
        }
    }

    /** As {@link #submit}. @param again the new passphrase once more */
    public void recover(String recovery, String fresh, String again) {
        if (!isReady()) {
            return;
        }
        Optional<RecoveryKey> key = RecoveryKey.read(recovery);
        Optional<String> objection = NewPassphrase.objection(fresh, again);
        if (key.isEmpty()) {
            fault.set(Text.of("signin.mistyped"));
        } else if (objection.isPresent()) {
            fault.set(objection.get());
        } else {
            tries.by(key.get(), fresh.toCharArray());
        }
    }

    private boolean isReady() {
        tick();
        return !busy.get() && wait.get() == 0;
    }

    /** Whether the recovery key is asked for, in place of the passphrase. */
    public BooleanProperty recoveringProperty() {
        return recovering;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What was wrong, in a sentence; empty when nothing was. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Seconds until something may be tried again; 0 at once. */
    public ReadOnlyIntegerProperty waitProperty() {
        return wait.getReadOnlyProperty();
    }
}
