package dev.docket.policy;

/** How grave, from benign to critical. Always shown as glyph and word, never by colour alone. */
public enum Severity {
    S0("Benign", "circle"), S1("Low", "square"), S2("Moderate", "triangle"), S3("Severe", "diamond"), S4("Critical", "octagon");

    private final String title;
    private final String glyph;

    Severity(String title, String glyph) {
        this.title = title;
        this.glyph = glyph;
    }

    public String title() {
        return title;
    }

    /** Shape of its sign: circle, square, triangle, diamond or octagon. */
    public String glyph() {
        return glyph;
    }
}
