package dev.docket.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a decision set is written down. Several can stand side by side in one folder, sharing its pictures. */
public enum Format {
    /** {@code data.jsonl}: one canonical JSON object a row. */
    JSONL(Pictures.NONE, "data.jsonl", ""),
    /** {@code data.csv}: one line a row, safe to open in a spreadsheet. */
    CSV(Pictures.NONE, "data.csv", "lists as JSON or joined texts"),
    /** {@code train/LABEL/HASH.jpg} and {@code train/metadata.jsonl}: what Hugging Face calls an image folder. */
    IMAGEFOLDER(Pictures.BESIDE, "*/metadata.jsonl", "rows without a picture, single votes, shares, scores, most of provenance, PDQ hashes"),
    /** {@code data/train-00000-of-00001.parquet}: every row, pictures in the column {@code image}. */
    PARQUET(Pictures.INSIDE, "data/*.parquet", "nothing, but lists are JSON in text"),
    /** {@code webdataset/train-000000.tar}: shards for training in a stream. */
    WEBDATASET(Pictures.INSIDE, "webdataset/*", "rows without a picture"),
    /** {@code coco/train.json}: labels as categories, places as boxes and polygons in pixels. */
    COCO(Pictures.BESIDE, "coco/*.json", "rows without a picture, votes, scores, shares, policy, provenance; a label of the whole picture is a box over all of it"),
    /** {@code label-studio.json}: tasks with annotations and predictions, and the configuration they fit. */
    LABEL_STUDIO(Pictures.BESIDE, "label-studio.*", "rows without a picture, who voted as more than a pseudonym, severity, action, provenance, thresholds"),
    /** {@code metadata.json} and {@code samples.json}: a FiftyOne data set. */
    FIFTYONE(Pictures.BESIDE, "(metadata|samples).json", "rows without a picture, single votes, shares, policy, provenance, thresholds"),
    /** {@code cvat.xml}: CVAT for images 1.1. */
    CVAT(Pictures.BESIDE, "cvat.xml", "rows without a picture, and of a row all but its labels, places and split"),
    /** {@code aif360.csv}: numbers for AI Fairness 360. */
    AIF360(Pictures.NONE, "aif360.*", "all but whether the outcome was favourable, feed, jurisdiction, agreement and whether it was decided blind"),
    /** {@code prov.json}: from report to verdict to decision, as W3C's PROV-JSON. */
    PROV(Pictures.NONE, "prov.json", "all but which reports and verdicts a label comes from"),
    /** {@code croissant.json}: the set described for catalogues and loaders. */
    CROISSANT(Pictures.NONE, "croissant.json", "rows: it describes the other files");

    /** Where a format has its pictures: nowhere, as files of the set that all such formats share, or inside its own files. */
    enum Pictures { NONE, BESIDE, INSIDE }

    public static final Set<Format> ALL = EnumSet.allOf(Format.class);
    /** What is written when nobody says. */
    public static final Set<Format> USUAL = EnumSet.of(JSONL, CSV, IMAGEFOLDER);

    private final Pictures pictures;
    private final String files;
    private final String loses;

    Format(Pictures pictures, String files, String loses) {
        this.pictures = pictures;
        this.files = files;
        this.loses = loses;
    }

    /** As the command line and the manifest spell it: {@code jsonl}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Pictures pictures() {
        return pictures;
    }

    /** Whether pictures leave with it. */
    public boolean pictured() {
        return pictures != Pictures.NONE;
    }

    /** Whether its own files hold the pictures, so that their hashes are known only once they are written. */
    public boolean packed() {
        return pictures == Pictures.INSIDE;
    }

    /** What of a row it cannot carry, in words for a person; empty when nothing. */
    public Optional<String> loses() {
        return loses.isEmpty() ? Optional.empty() : Optional.of(loses);
    }

    /** Whether a file of the set is its own; pictures that formats share are no format's. @param path inside the set */
    public boolean owns(String path) {
        return path.matches(files.replace(".", "\\.").replace("*", "[^/]*"));
    }

    /**
     * These formats and, where none of them can be checked row by row, JSON lines: every set can be verified.
     */
    public static Set<Format> checkable(Set<Format> wanted) {
        EnumSet<Format> formats = EnumSet.copyOf(wanted);
        if (wanted.stream().noneMatch(USUAL::contains)) {
            formats.add(JSONL);
        }
        return formats;
    }

    static boolean anyBeside(Set<Format> formats) {
        return formats.stream().anyMatch(format -> format.pictures == Pictures.BESIDE);
    }

    static boolean anyPictured(Set<Format> formats) {
        return formats.stream().anyMatch(Format::pictured);
    }

    /** @throws SelectionException naming the word that is no format, and the formats there are */
    public static Set<Format> parse(List<String> words) throws SelectionException {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : words) {
            formats.add(Stream.of(values()).filter(f -> f.word().equals(word.strip())).findFirst()
                    .orElseThrow(() -> new SelectionException("--format: no format '" + SelectionText.plain(word) + "'; there are " + words())));
        }
        return formats;
    }

    /** All of them, as the command line spells them. */
    public static String words() {
        return Stream.of(values()).map(Format::word).collect(Collectors.joining(", "));
    }
}
