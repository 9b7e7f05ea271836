package dev.docket.export;

import dev.docket.storage.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the files of a decision set and gives their manifest. The same set and formats give the same bytes. One thread. */
final class DecisionSetWriter {
    /** {@code tombstones.jsonl}: the items of the parent that are not in this set. */
    static final String TOMBSTONES = "tombstones.jsonl";

    private final Draft draft;
    private final DecisionSet set;
    private final Set<Format> formats;
    private final ExportKeys keys;
    private final Pseudonyms names;
    private final ImageNames paths;
    private final boolean inside;

    DecisionSetWriter(DecisionSet set, Set<Format> formats, Images images, ExportKeys keys) {
        this(Draft.of(set, formats, images), keys);
    }

    /** Names and paths are those of the whole set, so that a delta's rows are the ones that the whole set has. */
    DecisionSetWriter(Draft draft, ExportKeys keys) {
        this.draft = draft;
        inside = draft.images() != Images.REFERENCE;
        set = draft.written(keys);
        formats = Format.checkable(draft.formats());
        this.keys = keys;
        names = Pseudonyms.of(keys.names(draft.set().recipe().audience()), draft.set());
        paths = new ImageNames(Format.anyBeside(formats) ? draft.set().withImages() : List.of(), names);
    }

    /** Rows and pictures there are to go through, for the progress; a format may go through its rows once. */
    static long steps(Draft draft, ExportKeys keys) {
        DecisionSet set = draft.written(keys);
        Set<Format> formats = Format.checkable(draft.formats());
        long pictures = set.withImages().size();
        return formats.stream().mapToLong(f -> f.pictured() ? pictures : set.rows().size()).sum() + (Format.anyBeside(formats) ? pictures : 0);
    }

    /** All files but the manifest and its signature. */
    Manifest write(SetFiles files) throws IOException {
        OutgoingRows rows = new OutgoingRows(set, draft.set(), new RowMaker(names), paths, files);
        for (Format format : new TreeSet<>(formats)) {
            writer(format).write(rows, files);
        }
        if (Format.anyBeside(formats)) {
            for (LabelledItem item : set.withImages()) {
                files.step(paths.of(item));
                files.image(paths.of(item), item.item().sha256(), item.item().byteLength());
            }
        }
        if (!set.hashesOnly().isEmpty()) {
            hashes(files);
        }
        tombstones(files);
        ManifestMaker maker = new ManifestMaker(draft, set, formats, keys, names);
        try (OutputStream out = files.create("README.md")) {
            out.write(new DatasetCard(set, formats, maker.counts(), names, draft.order().terms()).text().getBytes(StandardCharsets.UTF_8));
        }
        if (formats.contains(Format.CROISSANT)) {
            try (OutputStream out = files.create(Croissant.NAME)) {
                out.write(new Croissant(set, formats, maker, rows).bytes(files.files()));
            }
        }
        return maker.manifest(files.files(), files.elsewhere());
    }

    private SetWriter writer(Format format) {
        return switch (format) {
            case JSONL -> new JsonLines();
            case CSV -> DecisionSetWriter::csv;
            case IMAGEFOLDER -> new ImageFolder();
            case PROV -> new ProvJson();
            case PARQUET -> new ParquetSet(inside);
            case WEBDATASET -> new WebDataset();
            case COCO -> new Coco();
            case LABEL_STUDIO -> new LabelStudio();
            case FIFTYONE -> new FiftyOne();
            case CVAT -> new CvatXml();
            case AIF360 -> new FairnessTable();
            case CROISSANT -> (_, _) -> {}; // last, as it names the others
        };
    }

    private static void csv(OutgoingRows rows, SetFiles files) throws IOException {
        try (CsvRows out = new CsvRows(files.create("data.csv"))) {
            rows.all(outgoing -> out.write(outgoing.row()));
        }
    }

    private void tombstones(SetFiles files) throws IOException {
        List<Changes.Gone> gone = draft.lineage().changes().map(Changes::tombstones).orElse(List.of());
        if (!gone.isEmpty()) {
            try (OutputStream out = files.create(TOMBSTONES)) {
                for (Changes.Gone each : gone) {
                    out.write(CanonicalText.bytes(each));
                    out.write('\n');
                }
            }
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
}
