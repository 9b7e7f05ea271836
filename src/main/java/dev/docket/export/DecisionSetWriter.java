package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the files of a decision set and gives their manifest. The same set and formats give the same bytes. One thread. */
final class DecisionSetWriter {
    private static final byte[] END = {'\n'};

    private final DecisionSet set;
    private final Set<Format> formats;
    private final ExportKeys keys;
    private final Pseudonyms names;
    private final RowMaker rows;
    private final ImageNames images;

    DecisionSetWriter(DecisionSet set, Set<Format> formats, ExportKeys keys) {
        this.set = set;
        this.formats = formats;
        this.keys = keys;
        names = Pseudonyms.of(keys.names(), set);
        rows = new RowMaker(names);
        images = new ImageNames(formats.contains(Format.IMAGEFOLDER) ? set.withImages() : List.of(), names);
    }

    /** All files but the manifest and its signature. */
    Manifest write(SetFiles files) throws IOException {
        if (formats.contains(Format.JSONL)) {
            jsonLines(files);
        }
        if (formats.contains(Format.CSV)) {
            csv(files);
        }
        if (formats.contains(Format.IMAGEFOLDER)) {
            imageFolder(files);
        }
        if (!set.hashesOnly().isEmpty()) {
            hashes(files);
        }
        ManifestMaker maker = new ManifestMaker(set, formats, keys, names);
        try (OutputStream out = files.create("README.md")) {
            out.write(new DatasetCard(set, formats, maker.counts()).text().getBytes(StandardCharsets.UTF_8));
        }
        return maker.manifest(files.files());
    }

    private void jsonLines(SetFiles files) throws IOException {
        try (OutputStream out = files.create("data.jsonl")) {
            for (LabelledItem item : set.rows()) {
                out.write(CanonicalJson.bytes(row(item)));
                out.write(END);
            }
        }
    }

    private void csv(SetFiles files) throws IOException {
        try (CsvRows out = new CsvRows(files.create("data.csv"))) {
            for (LabelledItem item : set.rows()) {
                out.write(row(item));
            }
        }
    }

    private void imageFolder(SetFiles files) throws IOException {
        List<LabelledItem> pictured = set.withImages();
        SortedSet<Split> splits = new TreeSet<>(pictured.stream().map(LabelledItem::split).toList());
        for (Split split : splits) {
            try (OutputStream out = files.create(split.word() + "/metadata.jsonl")) {
                for (LabelledItem item : pictured) {
                    if (item.split() == split) {
                        out.write(CanonicalJson.bytes(flat(row(item))));
                        out.write(END);
                    }
                }
            }
        }
        for (LabelledItem item : pictured) {
            files.image(images.of(item), item.item().sha256(), item.item().byteLength());
        }
    }

    /** Hash, label and day of what may leave as nothing more. */
    private void hashes(SetFiles files) throws IOException {
        try (CsvRows out = CsvRows.of(files.create("hashes.csv"), List.of("sha256", "pdq", "pdq_quality", "label", "decided_at"))) {
            for (LabelledItem i : set.hashesOnly()) {
                out.write(Stream.of(i.item().sha256().hex(), i.pdq().map(h -> h.hex()).orElse(""),
                        i.pdq().map(h -> String.valueOf(h.quality())).orElse(""), i.label(), RowMaker.day(i.deciding()).toString()));
            }
        }
    }

    private ExportRow row(LabelledItem item) {
        return rows.row(item, images.of(item));
    }

    /**
     * Plain columns only, each of one type in every row: the loader guesses types per file and refuses files that
     * differ, as lists that happen to be empty, nulls, and fractions that happen to be whole would make them.
     */
    private static Map<String, Object> flat(ExportRow r) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("file_name", r.fileName().substring(r.split().length() + 1));
        columns.put("label", r.label());
        columns.put("additional", String.join(";", r.additional()));
        columns.put("severity", r.severity());
        columns.put("action", r.action());
        columns.put("sure", r.sure());
        columns.put("n_votes", r.nVotes());
        columns.put("agreement_percent", Math.round(r.agreement() * 100));
        columns.put("adjudicated", r.adjudicated());
        columns.put("blind", r.blind());
        columns.put("item_id", r.itemId());
        columns.put("sha256", r.sha256());
        columns.put("cluster_id", r.clusterId());
        columns.put("source", r.source());
        columns.put("uploader", r.uploader() == null ? "" : r.uploader());
        columns.put("jurisdiction", r.jurisdiction());
        columns.put("policy_id", r.policyId());
        columns.put("policy_version", r.policyVersion());
        columns.put("gold", r.gold());
        columns.put("training_allowed", r.trainingAllowed());
        columns.put("split", r.split());
        columns.put("decided_at", r.decidedAt());
        columns.put("origin", r.origin() == null ? "" : r.origin());
        columns.put("rationale", r.rationale() == null ? "" : r.rationale());
        columns.put("regions", CanonicalJson.write(r.regions()));
        columns.put("final_state", r.finalState());
        columns.put("propagated_from", r.propagatedFrom() == null ? "" : r.propagatedFrom());
        columns.put("seen", r.seen());
        return columns;
    }
}
