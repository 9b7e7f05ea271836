package dev.docket.export;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code README.md}: the dataset card, with the YAML header that dataset hubs read. Outside words in it are plain text. */
final class DatasetCard {
    private static final List<Split> ORDER = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.GOLD);

    private final DecisionSet set;
    private final Set<Format> formats;
    private final Manifest.Counts counts;
    private final Pseudonyms names;
    private final Terms terms;

    DatasetCard(DecisionSet set, Set<Format> formats, Manifest.Counts counts, Pseudonyms names, Terms terms) {
        this.terms = terms;
        this.names = names;
        this.set = set;
        this.formats = formats;
        this.counts = counts;
    }

    String text() {
        return header() + """
                # Decision set

                Labelled decisions of people who reviewed flagged images, written by Docket. `manifest.json` names every file with its
                SHA-256; `manifest.sig` is its Ed25519 signature. Check all of it, without a network, with `docket export verify DIR`.

                ## What is in it

                """ + contents() + """

                """ + loading() + """
                ## How the labels came about

                """ + labels() + """

                ## Known bias

                """ + bullets(new KnownBiases(set.rows()).sentences().stream().map(DatasetCard::cell).toList()) + """

                ## What was taken out, and what was not

                """ + bullets(ManifestMaker.redaction(set.recipe())) + gps() + """

                """ + rights() + """
                Rights in the pictures stay with whoever holds them. """ + (terms.licence().isPresent() ? "" : "Nothing here was licensed to you by being exported.\n");
    }

    private String rights() {
        return terms.licence().map(words -> "Licence, as whoever handed this on put it: " + cell(words) + "\n\n").orElse("")
                + terms.basis().map(words -> "Basis of handing it on, as they put it: " + cell(words) + "\n\n").orElse("");
    }

    /** One way of loading per folder: hubs pick one loader for all of it, the one for images where there are images. */
    private String header() {
        StringBuilder yaml = new StringBuilder("---\nlicense: other\nlicense_name: " + (terms.licence().isPresent() ? "as-told-in-the-card" : "rights-stay-with-their-holders") + "\n"
                + "task_categories:\n- image-classification\ntags:\n- content-moderation\n- human-decisions\n");
        if (counts.images() > 0) {
            yaml.append("configs:\n- config_name: images\n  default: true\n  drop_labels: true\n  data_files:\n");
            pictured().forEach(split -> yaml.append("  - split: ").append(split).append("\n    path: ").append(split).append("/**\n"));
        } else if (formats.contains(Format.JSONL) || formats.contains(Format.CSV)) {
            yaml.append("configs:\n- config_name: rows\n  default: true\n  data_files: ")
                    .append(formats.contains(Format.JSONL) ? "data.jsonl" : "data.csv").append('\n');
        }
        if (counts.images() > 0) {
            yaml.append("dataset_info:\n- config_name: images\n  splits:\n");
            pictured().forEach(split -> yaml.append("  - name: ").append(split).append("\n    num_examples: ").append(imagesIn(split)).append('\n'));
        }
        return yaml.append("---\n\n").toString();
    }

    private List<String> pictured() {
        SortedSet<Split> with = new TreeSet<>(set.withImages().stream().map(LabelledItem::split).toList());
        return with.stream().map(Split::word).toList();
    }

    private long imagesIn(String split) {
        return set.withImages().stream().filter(i -> i.split().word().equals(split)).count();
    }

    private String contents() {
        String where = names.selection(set.selection()).where();
        return bullets(List.of(
                        "Selection: " + (where.isEmpty() ? "everything decided" : code(where)) + ".",
                        counts.rows() + " rows from " + counts.votes() + " votes, " + counts.images() + " pictures, " + counts.hashOnly() + " hash-only items.",
                        "Splits by " + set.grouping().words() + ": " + ManifestMaker.SHARES + "."))
                + "\n" + table() + leftOut();
    }

    private String table() {
        StringBuilder table = new StringBuilder("| label | " + ORDER.stream().map(Split::word).collect(Collectors.joining(" | ")) + " | all |\n|---|---|---|---|---|---|\n");
        counts.byLabel().forEach((label, n) -> table.append(line(cell(label), n)));
        return table.append(line("all", counts.bySplit())).toString();
    }

    private static String line(String name, SortedMap<String, Long> n) {
        long all = n.values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(Stream.concat(Stream.of(name), ORDER.stream().map(s -> n.getOrDefault(s.word(), 0L).toString())), Stream.of("" + all))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String leftOut() {
        return set.leftOut().isEmpty() ? "" : "\nLeft out:\n\n"
                + bullets(set.leftOut().entrySet().stream().map(e -> e.getKey().sentence() + ": " + e.getValue() + ".").toList());
    }

    private String labels() {
        String packs = set.items().stream().flatMap(i -> i.votes().stream()).map(v -> v.pack().name() + " (SHA-256 " + v.pack().sha256().hex() + ")")
                .distinct().sorted().collect(Collectors.joining(", "));
        return bullets(List.of(
                "Policy: " + cell(packs) + ".",
                "Label rule: " + set.recipe().rule().words() + ".",
                "Reviewers: " + counts.reviewers() + " named by pseudonym, " + counts.otherReviewers() + " behind 'other'.",
                "Decided blind, the model's scores hidden: " + KnownBiases.percent(counts.blind(), counts.rows()) + "."));
    }

    private String loading() {
        String images = counts.images() == 0 ? "" : "    load_dataset(\"DIR\")  # pictures with plain columns\n";
        String rows = !formats.contains(Format.JSONL) ? "" : "    load_dataset(\"json\", data_files=\"DIR/data.jsonl\")  # every row with votes, scores and shares\n";
        return images.isEmpty() && rows.isEmpty() ? "" : "Loading it with Python's `datasets`:\n\n" + images + rows + "\n";
    }

    private String gps() {
        return counts.images() == 0 ? "" : "- " + counts.withGps() + " of the " + counts.images() + " picture files hold coordinates.\n";
    }

    private static String bullets(List<String> sentences) {
        return sentences.stream().map(s -> "- " + s + "\n").collect(Collectors.joining());
    }

    private static String code(String text) {
        return "`" + text.replace('`', '\'').replaceAll("\\p{Cntrl}", " ") + "`";
    }

    /** Outside words inside a table or a line: no markup. */
    private static String cell(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([|<>\\[\\]`*\\\\])", "\\\\$1");
    }
}
