package dev.docket.ui.export;

import dev.docket.ui.common.Text;

/** How large something is, in the unit a person would use. */
final class ByteSize {
    private static final String[] KEYS = {"export.size.b", "export.size.kb", "export.size.mb", "export.size.gb"};

    private ByteSize() {}

    /** {@code 640 B}, {@code 41 kB}, {@code 6.1 MB}: powers of 1000, one decimal below ten. */
    static String words(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < KEYS.length - 1) {
            size /= 1000;
            unit++;
        }
        return Text.of(KEYS[unit], unit > 0 && size < 9.95 ? Math.round(size * 10) / 10.0 : Math.round(size));
    }
}
