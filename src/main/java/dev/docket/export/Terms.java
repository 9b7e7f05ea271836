package dev.docket.export;

import java.util.Optional;

/**
 * Under what a set is handed on, in the words of whoever hands it on; it stands in the manifest and on the card. Docket does not judge it.
 *
 * @param licence what whoever receives the set may do with it
 * @param basis what permits it to be handed on, such as a contract or a provision of law
 */
public record Terms(Optional<String> licence, Optional<String> basis) {
    /** Nothing is said. */
    public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());
    private static final int MOST = 200;

    /** Blank words say nothing. @throws SelectionException when words are longer than a line of 200 characters */
    public static Terms of(String licence, String basis) throws SelectionException {
        return new Terms(line("--licence", licence), line("--basis", basis));
    }

    private static Optional<String> line(String option, String words) throws SelectionException {
        String line = words == null ? "" : words.strip();
        if (line.length() > MOST || line.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw new SelectionException(option + ": one line of at most " + MOST + " characters");
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
