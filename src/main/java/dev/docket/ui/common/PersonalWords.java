package dev.docket.ui.common;

import dev.docket.verdict.PersonalData;
import java.util.Locale;
import java.util.stream.Collectors;

/** What in a reviewer's words looks like it points at a person, said in the reader's language. */
public final class PersonalWords {
    private PersonalWords() {}

    /** The kinds found in a text, for a sentence: {@code an e-mail address, a card number}; empty when there is none. */
    public static String in(String text) {
        return PersonalData.in(text).stream().map(hit -> Text.of("personal." + hit.kind().name().toLowerCase(Locale.ROOT))).distinct().collect(Collectors.joining(", "));
    }
}
