package dev.docket.provenance;

/**
 * One named text in a file.
 *
 * @param key PNG keyword, EXIF or IPTC field name, XMP name with its usual prefix; empty for a comment
 */
record Entry(Place place, String key, String value) {

    /** Where in a file a text can stand. */
    enum Place {
        PNG("PNG text"), EXIF("EXIF"), XMP("XMP"), IPTC("IPTC"), COMMENT("Comment"), PIXELS("Hidden in the pixels");

        final String title;

        Place(String title) {
            this.title = title;
        }
    }

    /** "PNG text 'parameters'". */
    String where() {
        return key.isEmpty() ? place.title : place.title + " '" + PlainText.shown(key) + "'";
    }
}
