package dev.docket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the files of a decision set and gives their manifest. The same set and formats give the same bytes. One thread. */
final class DecisionSetWriter {
    private final DecisionSet set;
    private final Set<Format> formats;
    private final ExportKeys keys;
    private final Pseudonyms names;
    private final ImageNames paths;
    private final boolean inside;

    DecisionSetWriter(DecisionSet set, Set<Format> formats, Images images, ExportKeys keys) {
        inside = images != Images.REFERENCE;
        this.set = set;
        this.formats = Format.checkable(formats);
        this.keys = keys;
        names = Pseudonyms.of(keys.names(), set);
        paths = new ImageNames(Format.anyBeside(formats) ? set.withImages() : List.of(), names);
    }

    /** Rows and pictures there are to go through, for the progress; a format may go through its rows once. */
    static long steps(DecisionSet set, Set<Format> formats) {
        long pictures = set.withImages().size();
        return Format.checkable(formats).stream().mapToLong(f -> f.pictured() ? pictures : set.rows().size()).sum() + (Format.anyBeside(formats) ? pictures : 0);
    }

    /** All files but the manifest and its signature. */
    Manifest write(SetFiles files) throws IOException {
        OutgoingRows rows = new OutgoingRows(set, new RowMaker(names), paths, files);
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
        ManifestMaker maker = new ManifestMaker(set, formats, keys, names);
        try (OutputStream out = files.create("README.md")) {
            out.write(new DatasetCard(set, formats, maker.counts()).text().getBytes(StandardCharsets.UTF_8));
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
