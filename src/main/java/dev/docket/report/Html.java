package dev.docket.report;

/** Text as it stands in a page. */
final class Html {
    private Html() {}

    /** Fit for an element and for an attribute in quotes. */
    static String text(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
