package dev.docket.metrics.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file. */
final class CsvRows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String name;
    private final Bounded reader;

    CsvRows(String name, Reader reader) {
        this.name = name;
        this.reader = new Bounded(reader);
    }

    void read(TableFile.Header header, Consumer<TableRow> row) throws IOException {
        long line = 0;
        try (CSVParser parser = FORMAT.parse(reader)) {
            Map<String, Integer> columns = null;
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord record = records.next();
                reader.next();
                line = parser.getCurrentLineNumber();
                if (columns == null) {
                    columns = columns(record, line);
                    header.of(name, record.toList());
                } else if (record.size() != columns.size()) {
                    throw new TableException(name + ":" + line + ": the line has " + record.size() + " cells, the header has " + columns.size());
                } else {
                    row.accept(new TableRow(name + ":" + line, columns, record.values()));
                }
            }
        } catch (CSVException | IllegalStateException e) {
            throw broken(line, e);
        } catch (UncheckedIOException e) {
            // the parser's iterator wraps both what is wrong in the text and what the disk says
            if (e.getCause() instanceof CSVException) {
                throw broken(line, e.getCause());
            }
            throw e.getCause();
        }
    }

    private TableException broken(long line, Exception why) {
        return why.getCause() instanceof TableException own ? own
                : new TableException(name + ":" + (line + 1) + ": not readable as CSV from here on: " + TableRow.shown(String.valueOf(why.getMessage())));
    }

    private Map<String, Integer> columns(CSVRecord record, long line) {
        List<String> names = record.toList();
        if (names.size() > TableFile.MOST_COLUMNS) {
            throw new TableException(name + ":" + line + ": it has more than " + TableFile.MOST_COLUMNS + " columns");
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i), i) != null) {
                throw new TableException(name + ":" + line + ": column " + TableRow.shown(names.get(i)) + " is there twice");
            }
        }
        return columns;
    }

    /** Ends a row that does not end, such as one with a quote that nobody closes, before it fills the memory. */
    private final class Bounded extends FilterReader {
        private long sinceRow;

        Bounded(Reader in) {
            super(in);
        }

        void next() {
            sinceRow = 0;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            return counted(Math.max(0, read), read);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return counted(c < 0 ? 0 : 1, c);
        }

        private int counted(int more, int answer) {
            sinceRow += more;
            if (sinceRow > TableFile.LONGEST_ROW) {
                throw new TableException(name + ": a row has more than " + TableFile.LONGEST_ROW + " characters; is a quote missing?");
            }
            return answer;
        }
    }
}
