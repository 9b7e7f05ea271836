package dev.docket.hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a hash list in turn: a hash a line, or CSV when the first line names a column {@code hash}. A line
 * stands alone, also in CSV: a quoted cell ends on its line, so that a faulty one spoils no other. One thread.
 */
final class BankReader {
    /** A word, a hash, and after it a file name (as sha256sum prints) or a PDQ quality (as PDQ tools print). */
    private static final Pattern PLAIN = Pattern.compile("(?:([A-Za-z][A-Za-z0-9_-]{0,19})[ \\t:,]+)?([0-9A-Fa-f]{4,})(?:[ \\t,]+(.*))?");
    private static final Pattern QUALITY = Pattern.compile("(\\d{1,3})(?:[ \\t,].*)?");
    private static final String[] COLUMNS = {"type", "hash", "quality", "label", "expires", "status"};
    /** What other programs call the columns. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("signal_type", "type"), Map.entry("signaltype", "type"), Map.entry("hash_type", "type"), Map.entry("indicator_type", "type"),
            Map.entry("signal_str", "hash"), Map.entry("hashvalue", "hash"), Map.entry("hash_value", "hash"), Map.entry("signal", "hash"),
            Map.entry("indicator", "hash"), Map.entry("raw_indicator", "hash"), Map.entry("pdq_quality", "quality"),
            Map.entry("expires_at", "expires"), Map.entry("expires_on", "expires"), Map.entry("expire_time", "expires"),
            Map.entry("hashstatus", "status"), Map.entry("category", "status"), Map.entry("opinion", "status"));

    private final BankDefaults defaults;
    private boolean begun;
    /** Which cell holds a column; empty when the list is no CSV. */
    private Map<String, Integer> cells = Map.of();
    private int width;

    BankReader(BankDefaults defaults) {
        this.defaults = defaults;
    }

    /** What the line says; empty for a header, a comment and a line without text. */
    Optional<BankLine> read(String line) throws BankFormatException {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        if (!begun) {
            begun = true;
            if (isHeader(text)) {
                return Optional.empty();
            }
        }
        return Optional.of((cells.isEmpty() ? plain(text) : row(text)).read(defaults));
    }

    private boolean isHeader(String text) throws BankFormatException {
        List<String> names = split(text);
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toLowerCase(Locale.ROOT);
            name = ALSO.getOrDefault(name, name);
            if (List.of(COLUMNS).contains(name) && found.put(name, i) != null) {
                throw new BankFormatException("the header names the column " + name + " twice");
            }
        }
        if (!found.containsKey("hash")) {
            return false;
        }
        cells = found;
        width = names.size();
        return true;
    }

    private BankCells row(String text) throws BankFormatException {
        List<String> row = split(text);
        if (row.size() != width) {
            throw new BankFormatException("has " + row.size() + " cells, the header has " + width);
        }
        String[] values = new String[COLUMNS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.containsKey(COLUMNS[i]) ? row.get(cells.get(COLUMNS[i])) : "";
        }
        return new BankCells(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private BankCells plain(String text) throws BankFormatException {
        Matcher line = PLAIN.matcher(text);
        if (!line.matches()) {
            throw new BankFormatException("is no hash: write 'pdq', 'sha256' or 'md5' and its hex digits");
        }
        String kind = line.group(1) == null ? "" : line.group(1);
        String rest = line.group(3) == null ? "" : line.group(3);
        Optional<HashKind> known = kind.isEmpty() ? defaults.kind() : HashKind.of(kind);
        String quality = "";
        if (known.equals(Optional.of(HashKind.PDQ)) && !rest.isEmpty()) {
            Matcher number = QUALITY.matcher(rest);
            if (!number.matches()) {
                throw new BankFormatException("after a PDQ hash only its quality may stand; a list with more needs a header, as docs/hash-banks.md says");
            }
            quality = number.group(1);
        }
        return new BankCells(kind, line.group(2), quality, "", "", "");
    }

    /** The cells of a CSV line (RFC 4180), without the spaces about them. */
    private static List<String> split(String line) throws BankFormatException {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                at = quoted(line, at + 1, cell);
                cells.add(cell.toString().strip());
                if (at < line.length() && line.charAt(at) != ',') {
                    throw new BankFormatException("has text after a quoted cell");
                }
                at++;
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                cells.add(line.substring(at, end).strip());
                at = end + 1;
            }
        }
        return cells;
    }

    /** Reads to the closing quote and returns the place after it. */
    private static int quoted(String line, int from, StringBuilder cell) throws BankFormatException {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new BankFormatException("has a quote that is not closed on its line");
            }
            cell.append(line, at, quote);
            if (quote + 1 == line.length() || line.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            cell.append('"');
            at = quote + 2;
        }
    }
}
