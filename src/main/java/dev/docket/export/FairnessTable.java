package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code aif360.csv}: numbers only, as AI Fairness 360's {@code BinaryLabelDataset} takes them: whether the outcome is
 * favourable, feeds and jurisdictions as columns of 0 and 1, a weight. {@code aif360.json} says what is what.
 */
final class FairnessTable implements SetWriter {
    private static final String OUTCOME = "favorable";
    private static final String WEIGHT = "instance_weights";

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        TreeSet<String> sources = new TreeSet<>();
        TreeSet<String> jurisdictions = new TreeSet<>();
        rows.all(outgoing -> {
            sources.add(outgoing.row().source());
            jurisdictions.add(outgoing.row().jurisdiction());
        });
        List<String> groups = Stream.concat(sources.stream().map(s -> "source=" + s), jurisdictions.stream().map(j -> "jurisdiction=" + j)).toList();
        try (OutputStream out = files.create("aif360.json")) {
            out.write(CanonicalJson.bytes(Map.of("file", "aif360.csv", "index", "item_id", "label_names", List.of(OUTCOME), "favorable_label", 1, "unfavorable_label", 0,
                    "favorable_means", "the label that counts is of severity S0, benign", "protected_attribute_names", groups, "instance_weights_name", WEIGHT)));
        }
        List<String> header = new ArrayList<>(List.of("item_id"));
        header.addAll(groups);
        header.addAll(List.of("n_votes", "agreement", "blind", OUTCOME, WEIGHT));
        try (CsvRows out = CsvRows.of(files.create("aif360.csv"), List.copyOf(new LinkedHashSet<>(header)))) {
            rows.all(outgoing -> {
                ExportRow row = outgoing.row();
                List<Object> cells = new ArrayList<>(List.of(row.itemId()));
                sources.forEach(source -> cells.add(one(source.equals(row.source()))));
                jurisdictions.forEach(jurisdiction -> cells.add(one(jurisdiction.equals(row.jurisdiction()))));
                cells.addAll(List.of(row.nVotes(), row.agreement(), one(row.blind()), one(row.severity().equals("S0")), 1));
                out.write(cells.stream());
            });
        }
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }
}
