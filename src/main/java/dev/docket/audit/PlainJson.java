package dev.docket.audit;

/**
 * Sees at a glance that a text is canonical JSON (RFC 8785), as nearly every body of the log is: plain strings and
 * integers, names in order, no spaces. Of anything else it says that it does not see it. One thread.
 */
final class PlainJson {
    private static final int MOST_DIGITS = 15;
    private static final int DEEPEST = 20;

    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    /** False also where a text is canonical in a way that takes a closer look. */
    static boolean isCanonical(String text) {
        PlainJson json = new PlainJson(text);
        return json.value(0) && json.at == text.length();
    }

    private boolean value(int depth) {
        return switch (next()) {
            case '{' -> depth < DEEPEST && object(depth + 1);
            case '[' -> depth < DEEPEST && array(depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> integer();
        };
    }

    private boolean object(int depth) {
        at++;
        if (take('}')) {
            return true;
        }
        String before = null;
        do {
            int start = at;
            if (next() != '"' || !string()) {
                return false;
            }
            String name = text.substring(start + 1, at - 1);
            if (before != null && before.compareTo(name) >= 0 || !take(':') || !value(depth)) {
                return false;
            }
            before = name;
        } while (take(','));
        return take('}');
    }

    private boolean array(int depth) {
        at++;
        if (take(']')) {
            return true;
        }
        do {
            if (!value(depth)) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    /** Without anything escaped. */
    private boolean string() {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return true;
            }
            if (c == '\\' || c < ' ') {
                return false;
            }
        }
        return false;
    }

    private boolean integer() {
        boolean negative = take('-');
        int start = at;
        while (next() >= '0' && next() <= '9') {
            at++;
        }
        int digits = at - start;
        boolean zero = digits > 0 && text.charAt(start) == '0';
        return digits > 0 && digits <= MOST_DIGITS && (!zero || digits == 1 && !negative);
    }

    private boolean word(String word) {
        boolean there = text.startsWith(word, at);
        at += word.length();
        return there;
    }

    /** The next character; 0 at the end. */
    private char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean there = next() == wanted;
        if (there) {
            at++;
        }
        return there;
    }
}
