package dev.docket.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the rows of a set are the ones its manifest counts, each once, each with its own picture. */
final class RowCheck {
    private final Manifest manifest;
    private final Set<String> present;

    RowCheck(Manifest manifest, Set<String> present) {
        this.manifest = manifest;
        this.present = present;
    }

    List<String> findings(List<SetRow> rows) {
        List<String> findings = new ArrayList<>();
        counts(rows, findings);
        Map<String, String> hashes = Stream.concat(manifest.files().stream(), manifest.elsewhere().stream()).filter(f -> f.path() != null && f.sha256() != null)
                .collect(Collectors.toMap(Manifest.File::path, Manifest.File::sha256, (a, _) -> a));
        Set<String> seen = new HashSet<>();
        for (SetRow row : rows) {
            if (row.itemId() == null || row.label() == null || row.split() == null || row.clusterId() == null || !DecisionSetVerifier.isSha256(row.sha256())) {
                findings.add("Row " + SelectionText.plain(String.valueOf(row.itemId())) + " lacks its item, label, split, group or hash.");
            } else if (!seen.add(row.itemId())) {
                findings.add("Item " + SelectionText.plain(row.itemId()) + " stands in two rows.");
            } else if (row.fileName() != null && !row.sha256().equals(hashes.get(row.fileName()))) {
                findings.add("The picture of item " + SelectionText.plain(row.itemId()) + " is not the one its row names.");
            }
        }
        return findings;
    }

    private void counts(List<SetRow> rows, List<String> findings) {
        boolean whole = present.contains("data.jsonl") || present.contains("data.csv");
        long expected = whole ? manifest.counts().rows() : manifest.counts().images();
        if (rows.size() != expected) {
            findings.add("The set has " + rows.size() + " rows; the manifest counts " + expected + ".");
            return;
        }
        SortedMap<String, Long> bySplit = new TreeMap<>();
        rows.forEach(r -> bySplit.merge(String.valueOf(r.split()), 1L, Long::sum));
        if (whole && !bySplit.equals(manifest.counts().bySplit())) {
            findings.add("The rows by split are not those the manifest counts.");
        }
        SortedMap<String, SortedMap<String, Long>> byLabel = new TreeMap<>();
        rows.forEach(r -> byLabel.computeIfAbsent(String.valueOf(r.label()), _ -> new TreeMap<>()).merge(String.valueOf(r.split()), 1L, Long::sum));
        if (whole && !byLabel.equals(manifest.counts().byLabel())) {
            findings.add("The rows by label are not those the manifest counts.");
        }
    }
}
