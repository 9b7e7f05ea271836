package dev.docket.ui.signin;

import dev.docket.storage.RecoveryKey;

/**
 * What a passphrase opens. On workers; each throws {@link dev.docket.storage.WrongPassphrase} when it does not.
 *
 * @param <T> what is given then
 */
public interface Opening<T> {
    T by(char[] passphrase) throws Exception;

    /** @param fresh the passphrase from now on */
    T by(RecoveryKey recovery, char[] fresh) throws Exception;
}
