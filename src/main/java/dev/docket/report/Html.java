package dev.docket.report;

/** Text as it stands in a page. */
public final class Html {
    private static final String STYLE = """
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #202328; background: #fff }
            h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #ccc }
            svg text { font: 12px system-ui, sans-serif; fill: #202328 } svg rect { fill: #0661df }
            table { border-collapse: collapse; margin: .5rem 0 } td, th { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
            .n { text-align: right; font-variant-numeric: tabular-nums } .none, .note, summary { color: #555 } code { overflow-wrap: anywhere }
            @media print { body { margin: 0; max-width: none } section { break-inside: avoid } summary { display: none } }
            </style>
            """;

    private Html() {}

    /** What a page of ours begins with: no script runs in it, and nothing is loaded. @param title plain text */
    public static String head(String title) {
        return head(text(title), "en");
    }

    /** @param title fit for a page @param language its code */
    static String head(String title, String language) {
        return "<!doctype html>\n<html lang=" + language + "><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\n"
                + "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>" + title + "</title>\n" + STYLE;
    }

    /** Fit for an element and for an attribute in quotes. */
    public static String text(String words) {
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
