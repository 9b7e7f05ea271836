package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;

/** Reads the rows of a set back, whatever format they stand in. The files were hashed before, but are not trusted. */
final class SetRows {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_ROWS = 5_000_000;

    private final Path root;
    private final long most;

    private SetRows(Path root, long most) {
        this.root = root;
        this.most = Math.min(most, MAX_ROWS);
    }

    /**
     * Rows of {@code data.jsonl}, else {@code data.csv}, else every {@code metadata.jsonl}.
     *
     * @param present plain files of the set
     * @param most rows there are to be
     * @throws IOException naming file and line of what cannot be read, or the file with more rows
     */
    static List<SetRow> read(Path root, Set<String> present, long most) throws IOException {
        return new SetRows(root, most).read(present);
    }

    private List<SetRow> read(Set<String> present) throws IOException {
        if (present.contains("data.jsonl")) {
            return jsonLines("data.jsonl", "");
        }
        if (present.contains("data.csv")) {
            return csv();
        }
        List<SetRow> rows = new ArrayList<>();
        for (Split split : Split.values()) {
            String name = split.word() + "/metadata.jsonl";
            if (present.contains(name)) {
                rows.addAll(jsonLines(name, split.word() + "/"));
            }
        }
        return rows;
    }

    /** @param prefix put before file names, which stand relative to their folder in an image folder */
    private List<SetRow> jsonLines(String name, String prefix) throws IOException {
        List<SetRow> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(reader(name))) {
            for (String line = line(in, name, 1); line != null; line = line(in, name, rows.size() + 1)) {
                add(rows, row(line, prefix, name, rows.size() + 1), name);
            }
        }
        return rows;
    }

    private void add(List<SetRow> rows, SetRow row, String name) throws IOException {
        if (rows.size() >= most) {
            throw new IOException(name + " has more than the " + most + " rows the manifest counts");
        }
        rows.add(row);
    }

    private static SetRow row(String line, String prefix, String name, int number) throws IOException {
        try {
            SetRow r = CanonicalJson.MAPPER.readValue(line, SetRow.class);
            return r == null || r.fileName() == null || prefix.isEmpty() ? r : new SetRow(
                    r.itemId(), r.sha256(), r.pdq(), r.pdqQuality(), r.clusterId(), r.uploader(), r.label(), r.split(), prefix + r.fileName());
        } catch (JacksonException e) {
            throw new IOException(name + " line " + number + " is not a row: " + SelectionText.plain(e.getOriginalMessage()), e);
        }
    }

    /** The next line, or null at the end; never more than {@link #MAX_LINE} characters in memory. */
    private static String line(BufferedReader in, String name, int number) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() >= MAX_LINE) {
                throw new IOException(name + " line " + number + " is longer than " + MAX_LINE + " characters");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private List<SetRow> csv() throws IOException {
        List<SetRow> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.builder().setReader(reader("data.csv")).setFormat(format).get()) {
            for (CSVRecord r : parser) {
                add(rows, new SetRow(cell(r, "item_id"), cell(r, "sha256"), cell(r, "pdq"), number(r), cell(r, "cluster_id"), cell(r, "uploader"),
                        cell(r, "label"), cell(r, "split"), cell(r, "file_name")), "data.csv");
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException("data.csv is not a table of rows: " + SelectionText.plain(String.valueOf(e.getMessage())), e);
        }
        return rows;
    }

    /** Empty cells are nulls; the apostrophe before a would-be formula goes. */
    private static String cell(CSVRecord r, String column) {
        String cell = r.get(column);
        String bare = cell.startsWith("'") && !CsvRows.safe(cell.substring(1)).equals(cell.substring(1)) ? cell.substring(1) : cell;
        return bare.isEmpty() ? null : bare;
    }

    private static Integer number(CSVRecord r) {
        String cell = cell(r, "pdq_quality");
        return cell == null ? null : Integer.valueOf(cell);
    }

    private Reader reader(String name) throws IOException {
        return new InputStreamReader(Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS), StandardCharsets.UTF_8);
    }
}
