package dev.docket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code data.csv}: RFC 4180, UTF-8, lists joined by {@code ;}, deeper fields as JSON. A cell that a spreadsheet would
 * take for a formula starts with an apostrophe.
 */
public final class CsvRows implements AutoCloseable {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    CsvRows(OutputStream out) throws IOException {
        this(out, RowColumn.names());
    }

    private CsvRows(OutputStream out, List<String> columns) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    /** A file of other columns, written by the same rules. */
    public static CsvRows of(OutputStream out, List<String> columns) throws IOException {
        return new CsvRows(out, columns);
    }

    void write(ExportRow row) throws IOException {
        write(RowColumn.ALL.stream().map(column -> column.of(row)));
    }

    /** One line. A null is an empty cell. */
    public void write(Stream<?> cells) throws IOException {
        printer.printRecord(cells.map(cell -> cell == null ? "" : safe(cell.toString())).toList());
    }

    /** The cell, with an apostrophe before what would start a formula. */
    static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
