package dev.docket.metrics.table;

import dev.docket.progress.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table in a file, read row by row: CSV (RFC 4180, UTF-8, header line), JSON lines, or a JSON list of objects. Which of
 * them it is, its first character says. Hostile files are refused: see the limits.
 *
 * @param file the file to read
 * @param progress told the bytes read, of all
 */
public record TableFile(Path file, Progress progress) {
    /** Rows of a file at most. */
    public static final long MOST_ROWS = 10_000_000;
    /** Columns of a file at most. */
    public static final int MOST_COLUMNS = 8_192;
    /** Characters of one row at most. */
    public static final int LONGEST_ROW = 1 << 20;
    /** Bytes of a file at most. */
    static final long LARGEST = 4L << 30;

    private static final int TOLD_EVERY = 4_096;

    /** Says once, before the first row, which columns there are. */
    public interface Header {
        /** @throws TableException when they do not suffice; {@code file} begins the message */
        void of(String file, List<String> columns);
    }

    /** Every row in the file's order. @throws TableException when the file, or what the reader finds in a row, is wrong */
    public void read(Header header, Consumer<TableRow> row) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(file + ": there is no such file");
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new TableException(file + ": it is larger than " + (LARGEST >> 30) + " GB; take a sample of its rows");
        }
        try (CountedInput bytes = new CountedInput(Files.newInputStream(file)); BufferedReader reader = reader(bytes)) {
            long[] rows = {0};
            Consumer<TableRow> counted = each -> {
                if (++rows[0] > MOST_ROWS) {
                    throw new TableException(file + ": it has more than " + MOST_ROWS + " rows; take a sample of them");
                }
                if (rows[0] % TOLD_EVERY == 0) {
                    progress.stopIfCancelled();
                    progress.at(bytes.count(), size, "reading " + file.getFileName());
                }
                row.accept(each);
            };
            int first = firstCharacter(reader);
            if (first < 0) {
                throw new TableException(file + ": it is empty; a header line and rows, or JSON lines, are expected");
            }
            if (first == '{' || first == '[') {
                new JsonRows(file.getFileName().toString(), reader).read(header, counted);
            } else {
                new CsvRows(file.getFileName().toString(), reader).read(header, counted);
            }
            if (rows[0] == 0) {
                throw new TableException(file + ": it has no rows");
            }
        } catch (CharacterCodingException e) {
            throw new TableException(file + ":" + Utf8.firstBadLine(file) + ": not UTF-8 text from this line on");
        }
    }

    /** The header of a table that needs these columns; others may be there. */
    public static Header needing(String... columns) {
        return (file, found) -> {
            List<String> missing = new ArrayList<>(List.of(columns));
            missing.removeAll(found);
            if (!missing.isEmpty()) {
                throw new TableException(file + ":1: column " + missing.getFirst() + " is missing; it has "
                        + String.join(", ", found.stream().limit(12).map(TableRow::shown).toList()));
            }
        };
    }

    private static BufferedReader reader(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Looks at the first character that is neither a byte order mark nor white space, and takes the mark off. */
    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(1 << 13);
        int c = reader.read();
        if (c == '\uFEFF') {
            reader.mark(1 << 13);
            c = reader.read();
        }
        for (int seen = 1; c >= 0 && Character.isWhitespace(c) && seen < 1 << 12; seen++) {
            c = reader.read();
        }
        reader.reset();
        return c;
    }
}
