package dev.docket.audit.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures below it, as C2SP signed-note has it: the text, an empty line, and for each signature a line of
 * an em dash, the key's name, and base64 of the key's id (4 bytes) with the signature.
 *
 * @param text of lines that each end in a line feed; no other control characters
 * @param signatures at least one
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String BEFORE = "\u2014 ";
    private static final int MOST_CHARACTERS = 100_000;
    static final int ID_BYTES = 4;

    /**
     * One signature.
     *
     * @param key its name
     * @param signed id of the key, then the signature
     */
    record Signature(String key, byte[] signed) {
        private String line() {
            return BEFORE + key + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** @throws BadNote saying what is wrong with it */
    public static SignedNote parse(String note) throws BadNote {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || note.length() > MOST_CHARACTERS || !note.endsWith("\n")) {
            throw new BadNote("It is not a signed note: there is no empty line with signatures below it");
        }
        String text = note.substring(0, end + 1);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new BadNote("It is not a signed note: there are control characters in it");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).lines().toList()) {
            signatures.add(signature(line));
        }
        if (signatures.isEmpty()) {
            throw new BadNote("It is not signed");
        }
        return new SignedNote(text, signatures);
    }

    /** Name and id of the key that the first signature says it is of, as the key's own text begins. */
    public String claimedBy() {
        Signature first = signatures.getFirst();
        return first.key() + "+" + HexFormat.of().formatHex(first.signed(), 0, ID_BYTES);
    }

    private static Signature signature(String line) throws BadNote {
        String[] parts = line.startsWith(BEFORE) ? line.substring(BEFORE.length()).split(" ", -1) : new String[0];
        if (parts.length == 2 && NoteKey.isName(parts[0])) {
            try {
                byte[] signed = Base64.getDecoder().decode(parts[1]);
                if (signed.length > ID_BYTES && Base64.getEncoder().encodeToString(signed).equals(parts[1])) {
                    return new Signature(parts[0], signed);
                }
            } catch (IllegalArgumentException _) {
                throw new BadNote("It is not a signed note: a signature is not base64");
            }
        }
        throw new BadNote("It is not a signed note: a line below the text is no signature");
    }

    /** The whole note, as {@link #parse} reads it. */
    public String note() {
        return text + "\n" + signatures.stream().map(Signature::line).collect(Collectors.joining());
    }
}
