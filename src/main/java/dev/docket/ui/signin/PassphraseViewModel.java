package dev.docket.ui.signin;

import dev.docket.storage.KeyFile;
import dev.docket.storage.RecoveryKey;
import dev.docket.storage.WrongPassphrase;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The passphrase of the open profile: set, changed, removed, its recovery key made anew. Whoever does it has to know it. JavaFX thread. */
public final class PassphraseViewModel {
    /** What is to be done. */
    public enum Change { SET, CHANGE, RENEW, REMOVE }

    /** Seals what lay in clear, or the other way round. On a worker. */
    @FunctionalInterface
    public interface Settling {
        void settle() throws IOException;
    }

    /** Who is told how it went. */
    public interface Answer {
        /** @param recovery to be shown once, where one was made */
        void done(Optional<RecoveryKey> recovery);

        void refused(String why);
    }

    private final KeyFile key;
    private final Settling settling;
    private final Background workers;
    private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper(this, "set");

    public PassphraseViewModel(KeyFile key, Settling settling, Background workers) {
        this.key = key;
        this.settling = settling;
        this.workers = workers;
        set.set(key.isWrapped());
    }

    /** @param now the passphrase there is, but for the first */
    void make(Change change, String now, String fresh, Answer answer) {
        workers.run(work(change, now.toCharArray(), fresh.toCharArray()), recovery -> {
            set.set(key.isWrapped());
            answer.done(recovery);
        }, reason -> {
            set.set(key.isWrapped());
            answer.refused(reason instanceof WrongPassphrase ? Text.of("signin.wrong") : String.valueOf(reason.getMessage()));
        });
    }

    private Callable<Optional<RecoveryKey>> work(Change change, char[] now, char[] fresh) {
        return () -> {
            if (change != Change.SET) {
                key.check(now);
            }
            Optional<RecoveryKey> recovery = Optional.empty();
            switch (change) {
                case SET -> recovery = Optional.of(key.protect(fresh));
                case CHANGE -> key.change(fresh);
                case RENEW -> recovery = Optional.of(key.renewRecovery());
                case REMOVE -> key.unprotect();
            }
            settling.settle();
            return recovery;
        };
    }

    /** The window's lock: whether this opens it. */
    public Opening<Boolean> unlocking() {
        return new Opening<>() {
            @Override
            public Boolean by(char[] passphrase) {
                key.check(passphrase);
                return true;
            }

            @Override
            public Boolean by(RecoveryKey recovery, char[] fresh) throws IOException {
                key.check(recovery);
                key.change(fresh);
                return true;
            }
        };
    }

    public ReadOnlyBooleanProperty setProperty() {
        return set.getReadOnlyProperty();
    }
}
