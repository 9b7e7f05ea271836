package dev.docket.ui.signin;

import dev.docket.ui.common.Text;
import java.util.Optional;

/** What a new passphrase has to be. */
public final class NewPassphrase {
    private static final int LEAST = 12;

    private NewPassphrase() {}

    /** What is wrong with it, in a sentence. @param again as it was typed the second time */
    public static Optional<String> objection(String fresh, String again) {
        if (fresh.length() < LEAST) {
            return Optional.of(Text.of("signin.short", LEAST));
        }
        return fresh.equals(again) ? Optional.empty() : Optional.of(Text.of("signin.unequal"));
    }
}
