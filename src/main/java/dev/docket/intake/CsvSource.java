package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A manifest in CSV (RFC 4180, UTF-8, header line). Reports are parted by {@code |}; scores are JSON in their cell. */
final class CsvSource implements IntakeSource {
    /** Columns whose cells are JSON. */
    private static final Set<String> JSON = Set.of("scores", "answers");

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true)
            .setMaxRows(10_000_000).get();

    private final Path manifest;
    private final String sourceName;
    private final Instant now;

    CsvSource(Path manifest, String sourceName, Instant now) {
        this.manifest = manifest;
        this.sourceName = sourceName;
        this.now = now;
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        Path folder = manifest.toAbsolutePath().normalize().getParent();
        long line = 1;
        try (Reader reader = Files.newBufferedReader(manifest, StandardCharsets.UTF_8); CSVParser parser = FORMAT.parse(withoutMark(reader))) {
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord record = records.next();
                line = parser.getCurrentLineNumber();
                String place = manifest.getFileName() + ":" + line;
                Candidate read = null;
                try {
                    read = new ManifestLine(object(record), folder, sourceName, now).candidate(place);
                } catch (FaultyLineException e) {
                    refused.accept(new Refusal(place, e.getMessage()));
                }
                if (read != null) {
                    candidate.accept(read);
                }
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            refused.accept(new Refusal(manifest.getFileName() + ":" + (line + 1), "not readable as CSV from here on: " + e.getMessage()));
        } catch (IOException e) {
            refused.accept(new Refusal(manifest.getFileName() + ":" + (line + 1), "cannot be read on: " + e.getMessage()));
        }
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static ObjectNode object(CSVRecord record) throws FaultyLineException {
        if (!record.isConsistent()) {
            throw new FaultyLineException("the line has " + record.size() + " cells, the header has " + record.getParser().getHeaderNames().size());
        }
        ObjectNode object = MAPPER.createObjectNode();
        for (var cell : record.toMap().entrySet()) {
            if (JSON.contains(cell.getKey()) && !cell.getValue().isBlank()) {
                try {
                    object.set(cell.getKey(), MAPPER.readTree(cell.getValue()));
                } catch (JacksonException e) {
                    throw new FaultyLineException(cell.getKey() + ": the cell is not valid JSON");
                }
            } else {
                object.put(cell.getKey(), cell.getValue());
            }
        }
        return object;
    }
}
