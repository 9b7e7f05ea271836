package dev.docket.ui.export;

import dev.docket.export.DecisionSet;
import dev.docket.export.Draft;
import dev.docket.export.ExportMode;
import dev.docket.export.Format;
import dev.docket.export.LabelledItem;
import dev.docket.export.Manifest;
import dev.docket.export.Split;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A set as it would be written now, with the manifest it would have.
 *
 * @param set what is written: everything, or what a delta brings
 * @param manifest of the formats chosen but those that pack pictures: to know their hashes all pictures would have to be read
 * @param formats all that were chosen
 */
record Preview(Draft draft, DecisionSet set, Manifest manifest, Set<Format> formats) {

    /**
     * A line of the table.
     *
     * @param label id of the label; empty text for the total
     * @param severity empty text for the total and for a label the pack in force does not know
     * @param modes how its items leave
     */
    record Line(String label, String title, String severity, Set<ExportMode> modes, Map<Split, Long> bySplit, long items, long votes) {
        boolean isTotal() {
            return label.isEmpty();
        }

        long of(Split split) {
            return bySplit.getOrDefault(split, 0L);
        }
    }

    /** Labels with most items first, then the total. */
    List<Line> lines(PolicyPack pack, String totalTitle) {
        SortedMap<String, List<LabelledItem>> byLabel = new TreeMap<>();
        set().items().forEach(i -> byLabel.computeIfAbsent(i.label(), _ -> new ArrayList<>()).add(i));
        List<Line> lines = new ArrayList<>(byLabel.entrySet().stream().map(e -> {
            var known = pack.labels().stream().filter(l -> l.id().equals(e.getKey())).findFirst();
            return line(e.getKey(), known.map(PolicyPack.Label::shortTitle).orElse(e.getKey()),
                    known.map(PolicyPack.Label::severity).map(Severity::name).orElse(""), e.getValue());
        }).sorted((a, b) -> a.items() != b.items() ? Long.compare(b.items(), a.items()) : a.label().compareTo(b.label())).toList());
        lines.add(line("", totalTitle, "", set().items()));
        return lines;
    }

    private static Line line(String label, String title, String severity, List<LabelledItem> items) {
        Map<Split, Long> bySplit = new EnumMap<>(Split.class);
        Set<ExportMode> modes = new HashSet<>();
        long votes = 0;
        for (LabelledItem item : items) {
            modes.add(item.mode());
            votes += item.votes().size();
            if (item.mode() != ExportMode.HASH_ONLY) {
                bySplit.merge(item.split(), 1L, Long::sum);
            }
        }
        return new Line(label, title, severity, modes, bySplit, items.size(), votes);
    }

    /** Groups of look-alikes among the rows, and how many of them stand in two splits: none, or the set is not to be used. */
    Leakage leakage() {
        Map<Object, Set<Split>> splits = new HashMap<>();
        set().rows().forEach(i -> splits.computeIfAbsent(i.group(), _ -> new HashSet<>()).add(i.split()));
        return new Leakage(splits.values().stream().filter(s -> s.size() > 1).count(), splits.size());
    }

    /** @param torn groups in more than one split */
    record Leakage(long torn, long groups) {}

    /** Formats whose files can be told before they are written; JSON lines where there are none. */
    static Set<Format> weighed(Set<Format> chosen) {
        Set<Format> weighed = chosen.stream().filter(format -> !format.packed()).collect(Collectors.toSet());
        return weighed.isEmpty() ? Set.of(Format.JSONL) : weighed;
    }

    /** Whether the manifest is the one that would be signed. */
    boolean exact() {
        return formats.stream().noneMatch(Format::packed);
    }

    /** Bytes the files of a format take, pictures that formats share counted to the image folder; of one that packs them, about. */
    long bytes(Format format) {
        return format.packed() ? packedBytes() : manifest.files().stream().filter(f -> format.owns(f.path())).mapToLong(Manifest.File::bytes).sum()
                + (format == Format.IMAGEFOLDER ? pictureBytes() : 0);
    }

    /** About, where a format packs pictures. */
    long bytes() {
        return manifest.files().stream().mapToLong(Manifest.File::bytes).sum() + formats.stream().filter(Format::packed).count() * packedBytes();
    }

    private long pictureBytes() {
        return manifest.files().stream().filter(f -> f.path().chars().filter(c -> c == '/').count() == 2).mapToLong(Manifest.File::bytes).sum();
    }

    private long packedBytes() {
        return set().withImages().stream().mapToLong(i -> i.item().byteLength()).sum();
    }

    /** Items whose pictures the policy keeps out of training. */
    long notForTraining() {
        return set().rows().stream().filter(i -> !i.training()).count();
    }
}
