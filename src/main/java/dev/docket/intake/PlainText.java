package dev.docket.intake;

/** Untrusted text made safe to show: no control, bidirectional or zero-width characters, and no longer than asked. */
final class PlainText {
    private PlainText() {}

    /** @param longest in UTF-16 units; longer text is cut at a whole character */
    static String of(String text, int longest) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (plain.length() + Character.charCount(c) > longest) {
                break;
            }
            if (c == '\n' || c == '\t') {
                plain.append(' ');
            } else if (visible(c)) {
                plain.appendCodePoint(c);
            }
        }
        return plain.toString();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
