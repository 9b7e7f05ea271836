package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code croissant.json}: the set described in Croissant 1.1 with the RAI vocabulary 1.0 of MLCommons. Where the
 * specification wants a date, it is the last day decided on; where it wants an address, a name made of a hash: a set has no page.
 */
final class Croissant {
    static final String NAME = "croissant.json";
    private static final List<String> TERMS = List.of(
            "annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "excludes", "extract", "field", "fileProperty", "fileObject",
            "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "recordSet", "references", "regex",
            "readLines", "sdVersion", "separator", "source", "subField", "transform", "unArchive", "value");

    private final DecisionSet set;
    private final Set<Format> formats;
    private final ManifestMaker maker;
    private final OutgoingRows rows;

    Croissant(DecisionSet set, Set<Format> formats, ManifestMaker maker, OutgoingRows rows) {
        this.set = set;
        this.formats = formats;
        this.maker = maker;
        this.rows = rows;
    }

    /** @param files every other file of the set */
    byte[] bytes(List<Manifest.File> files) {
        Manifest.Counts counts = maker.counts();
        Manifest.File table = files.stream().filter(f -> f.path().equals(rowsFile())).findFirst().orElseThrow();
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("@context", context());
        top.put("@type", "sc:Dataset");
        top.put("conformsTo", List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"));
        top.put("name", "docket-decision-set");
        top.put("description", "Labelled decisions of people who reviewed flagged images: " + counts.rows() + " rows from " + counts.votes() + " votes, "
                + counts.images() + " pictures. README.md says how they came about, manifest.json is signed and names every file.");
        top.put("license", Map.of("@type", "sc:CreativeWork", "name", maker.terms().licence().orElse("Rights stay with their holders"), "description",
                maker.terms().licence().isPresent() ? "In the words of whoever handed this set on." : "Nothing in this set was licensed to anybody by being exported."));
        maker.terms().basis().ifPresent(basis -> top.put("usageInfo", "Handed on under: " + basis));
        top.put("url", "urn:sha256:" + table.sha256());
        top.put("creator", Map.of("@type", "sc:Organization", "name", "A review desk, signing with key " + maker.keyId()));
        top.put("datePublished", maker.days() == null ? "1970-01-01" : maker.days().to());
        top.put("version", "1.0.0");
        top.put("isLiveDataset", false);
        top.put("keywords", List.of("content moderation", "image classification", "human decisions"));
        top.put("distribution", distribution(files));
        top.put("recordSet", recordSets());
        top.putAll(responsible(counts));
        return CanonicalJson.bytes(top);
    }

    private String rowsFile() {
        return formats.contains(Format.CSV) ? "data.csv" : JsonLines.NAME;
    }

    /** Appendix 1 of the specification. */
    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "http://schema.org/");
        context.put("sc", "http://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        context.put("data", Map.of("@id", "cr:data", "@type", "@json"));
        context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        context.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }

    /** Files one by one, pictures as sets of files by split and kind. */
    private List<Map<String, Object>> distribution(List<Manifest.File> files) {
        List<Map<String, Object>> distribution = new ArrayList<>();
        TreeSet<String> pictures = new TreeSet<>();
        for (Manifest.File file : files) {
            if (isPicture(file.path())) {
                pictures.add(file.path().substring(0, file.path().indexOf('/')) + "/*/*" + file.path().substring(file.path().lastIndexOf('.')));
            } else {
                distribution.add(Map.of("@type", "cr:FileObject", "@id", file.path(), "name", file.path(), "contentUrl", file.path(),
                        "contentSize", file.bytes() + " B", "encodingFormat", mediaType(file.path()), "sha256", file.sha256()));
            }
        }
        for (String glob : pictures) {
            distribution.add(Map.of("@type", "cr:FileSet", "@id", "pictures/" + glob.replace("/*/*", ""), "name", "pictures/" + glob.replace("/*/*", ""),
                    "encodingFormat", ImageNames.mediaType(glob.substring(glob.lastIndexOf('.') + 1)), "includes", glob));
        }
        return distribution;
    }

    /** Pictures stand at {@code split/label/name}, nothing else does. */
    private static boolean isPicture(String path) {
        return path.chars().filter(c -> c == '/').count() == 2;
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonlines";
            case "csv" -> "text/csv";
            case "xml" -> "application/xml";
            case "tar" -> "application/x-tar";
            case "parquet" -> "application/x-parquet";
            case "md" -> "text/markdown";
            default -> "application/octet-stream";
        };
    }

    private List<Map<String, Object>> recordSets() {
        List<Map<String, Object>> fields = new ArrayList<>();
        boolean csv = formats.contains(Format.CSV);
        Set<String> inJsonLines = Stream.of(ExportRow.class.getRecordComponents())
                .map(part -> part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (RowColumn column : RowColumn.ALL) {
            if (csv || inJsonLines.contains(column.name())) {
                fields.add(field(column, csv));
            }
        }
        List<Map<String, Object>> splits = rows.splits().stream().map(split -> Map.<String, Object>of("splits/name", split.word())).toList();
        List<Map<String, Object>> labels = rows.classes().keySet().stream().map(label -> Map.<String, Object>of("labels/name", label)).toList();
        return List.of(
                names("splits", List.of("sc:Text", "cr:Split"), splits), names("labels", List.of("sc:Text"), labels),
                Map.of("@type", "cr:RecordSet", "@id", "rows", "name", "rows", "description", "One row an item.", "key", Map.of("@id", "rows/item_id"), "field", fields));
    }

    private static Map<String, Object> names(String id, List<String> types, List<Map<String, Object>> data) {
        return Map.of("@type", "cr:RecordSet", "@id", id, "name", id, "key", Map.of("@id", id + "/name"),
                "field", List.of(Map.of("@type", "cr:Field", "@id", id + "/name", "name", id + "/name", "dataType", types)), "data", data);
    }

    private Map<String, Object> field(RowColumn column, boolean csv) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", "rows/" + column.name());
        field.put("name", "rows/" + column.name());
        field.put("description", column.meaning());
        field.put("dataType", column.name().equals("label") ? List.of("sc:Text", "cr:Label") : switch (column.kind()) {
            case TEXT, JSON -> "sc:Text";
            case WHOLE -> "sc:Integer";
            case REAL -> "sc:Float";
            case FLAG -> "sc:Boolean";
        });
        field.put("source", Map.of("fileObject", Map.of("@id", rowsFile()), "extract", csv ? Map.of("column", column.name()) : Map.of("jsonPath", "$." + column.name())));
        if (column.name().equals("split")) {
            field.put("references", Map.of("@id", "splits/name"));
        } else if (column.name().equals("label")) {
            field.put("references", Map.of("@id", "labels/name"));
        }
        return field;
    }

    private Map<String, Object> responsible(Manifest.Counts counts) {
        Map<String, Object> rai = new LinkedHashMap<>();
        rai.put("rai:dataCollection", "Pictures were flagged elsewhere and taken in by a review desk; selection: "
                + (maker.query().where().isEmpty() ? "everything decided" : maker.query().where()) + ".");
        rai.put("rai:dataAnnotationProtocol", "People decided each picture under a written policy: "
                + String.join(", ", maker.packs().stream().map(p -> p.id() + "@" + p.version() + " (SHA-256 " + p.sha256() + ")").toList())
                + ". Which label counts: " + set.recipe().rule().words() + ".");
        rai.put("rai:dataAnnotationPlatform", "Docket");
        rai.put("rai:dataAnnotationAnalysis", "Every vote stands in the rows, with agreement and soft label; "
                + counts.blind() + " of " + counts.rows() + " rows were decided with the scores hidden.");
        rai.put("rai:annotationsPerItem", counts.rows() == 0 ? "0" : (Math.round(100.0 * counts.votes() / counts.rows()) / 100.0) + " on average");
        rai.put("rai:annotatorDemographics", "Not recorded. " + counts.reviewers() + " reviewers by pseudonym, " + counts.otherReviewers() + " behind 'other'.");
        rai.put("rai:machineAnnotationTools", maker.models());
        rai.put("rai:dataBiases", new KnownBiases(set.rows()).sentences());
        rai.put("rai:personalSensitiveInformation", List.of(
                "Pictures may show people. " + counts.withGps() + " of " + counts.images() + " picture files hold coordinates.",
                "Items, uploaders and reviewers are pseudonyms under a key that stays at the desk; decision times are days."));
        rai.put("rai:dataLimitations", set.leftOut().entrySet().stream().map(e -> e.getKey().sentence() + ": " + e.getValue()).toList());
        return rai;
    }
}
