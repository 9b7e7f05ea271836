package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final SecureRandom random = new SecureRandom();

    @Test
    void itIsReadAsItIsWrittenAndAsPeopleTypeIt() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 500; n++) {
            String text = RecoveryKey.make(random).text();
            assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(seen.add(text)).isTrue();
            assertThat(RecoveryKey.read(text).orElseThrow().text()).isEqualTo(text);
            String typed = " " + text.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o').replace('1', 'l') + "\n";
            assertThat(RecoveryKey.read(typed).orElseThrow().text()).isEqualTo(text);
        }
    }

    @Test
    void everyMistypedLetterAndEverySwappedPairIsFound() {
        String text = RecoveryKey.make(random).text();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '-') {
                continue;
            }
            for (char other : LETTERS.toCharArray()) {
                String typed = text.substring(0, at) + other + text.substring(at + 1);
                assertThat(RecoveryKey.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(text));
            }
            if (at > 0 && text.charAt(at - 1) != '-') {
                String swapped = text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
                assertThat(RecoveryKey.read(swapped).isPresent()).as(swapped).isEqualTo(swapped.equals(text));
            }
        }
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertThat(RecoveryKey.read("")).isEmpty();
        assertThat(RecoveryKey.read("four words of mine")).isEmpty();
        assertThat(RecoveryKey.read(RecoveryKey.make(random).text() + "0")).isEmpty();
        assertThat(RecoveryKey.read("U".repeat(40))).isEmpty();
    }
}
