package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Appearance;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void backToTheLanguageOfTheTests() {
        Locale.setDefault(before);
    }

    @Test
    void aChosenLanguageKeepsTheRegionOfTheSystem() {
        assertThat(Language.of(Appearance.Language.GERMAN, Locale.US)).isEqualTo(Locale.of("de", "US"));
        assertThat(Language.of(Appearance.Language.ENGLISH, Locale.GERMANY)).isEqualTo(Locale.of("en", "DE"));
        assertThat(Language.of(Appearance.Language.ENGLISH, Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void theSystemsLanguageIsSpokenWhereItIsKnownAndEnglishElsewhere() {
        assertThat(Language.of(Appearance.Language.SYSTEM, Locale.of("de", "AT"))).isEqualTo(Locale.of("de", "AT"));
        assertThat(Language.of(Appearance.Language.SYSTEM, Locale.FRANCE)).isEqualTo(Locale.of("en", "FR"));
    }

    @Test
    void wordsAndNumbersFollowTheLanguage() {
        Locale.setDefault(Locale.GERMANY);
        assertThat(Text.of("queue.count.cut", 500, 2345)).startsWith("Die ersten 500 von 2.345 Aufgaben");

        Locale.setDefault(Locale.US);
        assertThat(Text.of("queue.count.cut", 500, 2345)).startsWith("The first 500 of 2,345 tasks");
    }
}
