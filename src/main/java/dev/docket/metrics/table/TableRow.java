package dev.docket.metrics.table;

import java.util.Map;

/** One row of a table: valid until the next one is read. Faults name its file, line and column. */
public final class TableRow {
    private static final int LONGEST_SHOWN = 40;

    private final String place;
    private final Map<String, Integer> columns;
    private final String[] cells;

    /** @param place file and line, such as {@code votes.csv:7} */
    TableRow(String place, Map<String, Integer> columns, String[] cells) {
        this.place = place;
        this.columns = columns;
        this.cells = cells;
    }

    /** Whether the row says something there. A missing column, an empty cell and JSON's null say nothing. */
    public boolean has(String column) {
        Integer at = columns.get(column);
        return at != null && cells[at] != null && !cells[at].isEmpty();
    }

    /** @throws TableException when the row says nothing there */
    public String text(String column) {
        if (!has(column)) {
            throw fault(column, "is empty");
        }
        return cells[columns.get(column)];
    }

    /** A finite number. @throws TableException when there is none */
    public double number(String column) {
        String text = text(column);
        // Double.parseDouble also takes hexadecimal, "1d" and "NaN", which no other reader of such files does
        char last = text.charAt(text.length() - 1);
        if ((last >= '0' && last <= '9') || last == '.') {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number) && text.indexOf('x') < 0 && text.indexOf('X') < 0 && text.charAt(0) > ' ') {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw fault(column, "is no number: " + shown(text));
            }
        }
        throw fault(column, "is no number: " + shown(text));
    }

    /** A number of this range, both ends included. */
    public double number(String column, double low, double high) {
        double number = number(column);
        if (!(number >= low && number <= high)) {
            throw fault(column, high == Double.POSITIVE_INFINITY ? "is " + shown(text(column)) + "; it has to be " + plain(low) + " or more"
                    : "is " + shown(text(column)) + "; it has to lie in " + plain(low) + ".." + plain(high));
        }
        return number;
    }

    /** {@code votes.csv:7: column value: ...}. */
    public TableException fault(String column, String what) {
        return new TableException(place + ": column " + column + ": " + what);
    }

    /** A cell as it may stand in a message: short, without control characters. */
    public static String shown(String text) {
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return "'" + cut.replaceAll("\\p{C}", "?") + "'";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
