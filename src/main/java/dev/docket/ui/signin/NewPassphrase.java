package dev.docket.ui.signin;

import dev.docket.storage.KeyFile;
import dev.docket.ui.common.Text;
import java.util.Optional;

/** What a new passphrase has to be. */
public final class NewPassphrase {
    private NewPassphrase() {}

    /** What is wrong with it, in a sentence. @param again as it was typed the second time */
    public static Optional<String> objection(String fresh, String again) {
        if (fresh.length() < KeyFile.SHORTEST) {
            return Optional.of(Text.of("signin.short", KeyFile.SHORTEST));
        }
        return fresh.equals(again) ? Optional.empty() : Optional.of(Text.of("signin.unequal"));
    }
}
