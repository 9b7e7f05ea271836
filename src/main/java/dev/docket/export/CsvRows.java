package dev.docket.export;

import dev.docket.storage.CanonicalJson;
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
final class CsvRows implements AutoCloseable {
    static final List<String> COLUMNS = List.of(
            "item_id", "sha256", "pdq", "pdq_quality", "cluster_id", "file_name", "media_type", "width", "height", "label",
            "additional", "severity", "action", "sure", "n_votes", "votes", "soft_label", "agreement", "adjudicated", "blind",
            "policy_id", "policy_version", "policy_sha256", "jurisdiction", "lane", "source", "uploader", "c2pa", "states_ai",
            "scores", "gold", "training_allowed", "export_mode", "split", "decided_at", "origin", "rationale", "regions", "final_state",
            "propagated_from", "seen");
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    CsvRows(OutputStream out) throws IOException {
        this(out, COLUMNS);
    }

    private CsvRows(OutputStream out, List<String> columns) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    /** A file of other columns, written by the same rules. */
    static CsvRows of(OutputStream out, List<String> columns) throws IOException {
        return new CsvRows(out, columns);
    }

    void write(ExportRow r) throws IOException {
        write(Stream.of(
                r.itemId(), r.sha256(), r.pdq(), r.pdqQuality(), r.clusterId(), r.fileName(), r.mediaType(), r.width(), r.height(), r.label(),
                String.join(";", r.additional()), r.severity(), r.action(), r.sure(), r.nVotes(), CanonicalJson.write(r.votes()),
                CanonicalJson.write(r.softLabel()), r.agreement(), r.adjudicated(), r.blind(),
                r.policyId(), r.policyVersion(), r.policySha256(), r.jurisdiction(), r.lane(), r.source(), r.uploader(),
                r.provenance().c2pa(), r.provenance().statesAi(), CanonicalJson.write(r.scores()), r.gold(), r.trainingAllowed(),
                r.exportMode(), r.split(), r.decidedAt(), r.origin(), r.rationale(), CanonicalJson.write(r.regions()), r.finalState(),
                r.propagatedFrom(), r.seen()));
    }

    /** One line. A null is an empty cell. */
    void write(Stream<?> cells) throws IOException {
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
