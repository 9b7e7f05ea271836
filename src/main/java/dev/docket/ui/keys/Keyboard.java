package dev.docket.ui.keys;

import dev.docket.settings.Keys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What is printed on the keys, and where they lie. Names are those of {@link Chord}.
 *
 * <p>JavaFX tells the sign a key gives without Shift. On AZERTY that hides the digits: {@code &}, {@code "} and their like
 * have a code each, {@code é}, {@code è}, {@code ç} and {@code à} have none and are told by their text, which is the
 * digit while Shift is held. Seen so on Linux; Windows names the digits by itself.
 */
enum Keyboard {
    QWERTY("Shift+Slash", Map.of(), Map.of(), "Q,W,E,R,T,Y,U,I,O,P", "A,S,D,F,G,H,J,K,L,Semicolon", "-,X,C,V,B,N,M,Comma,Period,-"),
    QWERTZ("Shift+ß", Map.of("?", "ß"), Map.of(), "Q,W,E,R,T,Z,U,I,O,P", "A,S,D,F,G,H,J,K,L,Ö", "-,X,C,V,B,N,M,Comma,Period,-"),
    AZERTY("Shift+Comma", azertyDigits(), Map.of("Period", "Semicolon", "Minus", "Right Parenthesis"),
            "A,Z,E,R,T,Y,U,I,O,P", "Q,S,D,F,G,H,J,K,L,M", "W,X,C,V,B,N,Comma,Semicolon,Colon,Exclamation Mark");

    private static final Set<String> QWERTZ_PLACES = Set.of("DE", "AT", "CH", "LI", "CZ", "SK", "HU", "SI", "HR", "BA", "RS", "AL");

    private final Chord question;
    private final Map<String, String> printed;
    private final Map<String, String> instead;
    private final List<List<String>> rows;

    /**
     * @param question where the question mark is
     * @param printed the key of a sign that does not name its key
     * @param instead keys this keyboard has in the place of those of QWERTY
     * @param rows its letters, ten keys a row; those without a mirror image left out
     */
    Keyboard(String question, Map<String, String> printed, Map<String, String> instead, String... rows) {
        this.question = Chord.of(question);
        this.printed = printed;
        this.instead = instead;
        this.rows = Stream.of(rows).map(row -> List.of(row.split(","))).toList();
    }

    private static Map<String, String> azertyDigits() {
        return Map.ofEntries(Map.entry("Ampersand", "1"), Map.entry("É", "2"), Map.entry("Double Quote", "3"), Map.entry("Quote", "4"),
                Map.entry("Left Parenthesis", "5"), Map.entry("Minus", "6"), Map.entry("§", "6"), Map.entry("È", "7"), Map.entry("Underscore", "8"),
                Map.entry("Ç", "9"), Map.entry("À", "0"));
    }

    /** @param system whose country says it unless something is chosen */
    static Keyboard of(Keys.Keyboard chosen, Locale system) {
        return switch (chosen) {
            case QWERTY -> QWERTY;
            case QWERTZ -> QWERTZ;
            case AZERTY -> AZERTY;
            case SYSTEM -> {
                boolean french = system.getCountry().equals("FR") || system.getCountry().equals("BE");
                yield french ? AZERTY : QWERTZ_PLACES.contains(system.getCountry()) ? QWERTZ : QWERTY;
            }
        };
    }

    /** The name of the pressed key; empty text for one that says nothing of itself. */
    String key(KeyEvent event) {
        String name = event.getCode() == KeyCode.UNDEFINED ? capital(event.getText()) : event.getCode().getName();
        return printed.getOrDefault(name, name);
    }

    /** As it is printed; ß stays. */
    private static String capital(String text) {
        return text.length() == 1 ? String.valueOf(Character.toUpperCase(text.charAt(0))) : text;
    }

    /** Where this keyboard has what QWERTY has there. */
    Chord here(Chord chord) {
        return chord.equals(QWERTY.question) ? question : chord.on(instead.getOrDefault(chord.key(), chord.key()));
    }

    /** The same finger of the other hand; keys outside the letters stay. */
    Chord mirrored(Chord chord) {
        for (List<String> row : rows) {
            int at = row.indexOf(chord.key());
            if (at >= 0) {
                String other = row.get(row.size() - 1 - at);
                return other.equals("-") ? chord : chord.on(other);
            }
        }
        return chord;
    }

    /** How a chord is drawn, a cap for each key. */
    List<String> caps(Chord chord) {
        return chord.equals(question) ? List.of("?") : chord.caps();
    }
}
