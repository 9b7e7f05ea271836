package dev.docket.export;

import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Whether anything that belongs together stands in two splits, judged from the rows themselves: the same picture, the
 * same group, the same uploader where uploaders are kept together, and pictures whose PDQ hashes are close, whatever
 * group they claim.
 */
final class LeakageCheck {
    private static final Pattern PDQ = Pattern.compile("[0-9a-f]{64}");
    private static final int BANDS = 16;

    private record Hashed(PerceptualHash hash, SetRow row) {}

    private final List<SetRow> rows;
    private final List<String> findings = new ArrayList<>();

    private LeakageCheck(List<SetRow> rows) {
        this.rows = rows;
    }

    /** Sentences; empty when nothing leaks. */
    static List<String> findings(List<SetRow> rows, boolean uploadersTogether) {
        LeakageCheck check = new LeakageCheck(rows);
        check.apart("Picture", SetRow::sha256, rows);
        check.apart("Near-duplicate group", SetRow::clusterId, rows);
        if (uploadersTogether) {
            check.apart("Uploader", SetRow::uploader, rows.stream().filter(r -> !Split.GOLD.word().equals(r.split())).toList());
        }
        check.closePictures();
        return check.findings;
    }

    private void apart(String what, Function<SetRow, String> key, List<SetRow> among) {
        Map<String, Set<String>> splits = new HashMap<>();
        among.stream().filter(r -> key.apply(r) != null).forEach(r -> splits.computeIfAbsent(key.apply(r), _ -> new HashSet<>()).add(String.valueOf(r.split())));
        splits.entrySet().stream().filter(e -> e.getValue().size() > 1).sorted(Map.Entry.comparingByKey()).forEach(e -> findings.add(
                what + " " + SelectionText.plain(e.getKey()) + " stands in " + e.getValue().size() + " splits: "
                        + SelectionText.plain(String.join(", ", e.getValue().stream().sorted().toList())) + "."));
    }

    /**
     * Two hashes at most 31 bits apart differ by at most one bit in at least one of 16 bands of 16 bits: only those
     * pairs are compared.
     */
    private void closePictures() {
        Map<Integer, List<Hashed>> byBand = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (SetRow row : rows) {
            if (row.pdq() != null && row.pdqQuality() != null && row.pdqQuality() >= NearDuplicates.MIN_QUALITY && PDQ.matcher(row.pdq()).matches()) {
                Hashed mine = new Hashed(PerceptualHash.fromHex(row.pdq(), row.pdqQuality()), row);
                Set<SetRow> told = new HashSet<>();
                for (int band = 0; band < BANDS; band++) {
                    int bits = band(mine.hash(), band);
                    compare(byBand.get(bits), mine, told);
                    for (int flip = 0; flip < 16; flip++) {
                        compare(byBand.get(bits ^ 1 << flip), mine, told);
                    }
                }
                if (known.add(row.pdq() + row.split())) {
                    for (int band = 0; band < BANDS; band++) {
                        byBand.computeIfAbsent(band(mine.hash(), band), _ -> new ArrayList<>()).add(mine);
                    }
                }
            }
        }
    }

    private void compare(List<Hashed> others, Hashed mine, Set<SetRow> told) {
        if (others == null) {
            return;
        }
        for (Hashed other : others) {
            int distance = mine.hash().distance(other.hash());
            if (distance <= NearDuplicates.MAX_DISTANCE && !String.valueOf(mine.row().split()).equals(other.row().split()) && told.add(other.row())) {
                findings.add("Items " + SelectionText.plain(String.valueOf(other.row().itemId())) + " (" + SelectionText.plain(String.valueOf(other.row().split())) + ") and "
                        + SelectionText.plain(String.valueOf(mine.row().itemId())) + " (" + SelectionText.plain(String.valueOf(mine.row().split()))
                        + ") look alike: their PDQ hashes are " + distance + " bits apart.");
            }
        }
    }

    /** Band number in the high half, its 16 bits in the low half. */
    private static int band(PerceptualHash hash, int band) {
        long word = switch (band / 4) {
            case 0 -> hash.w0();
            case 1 -> hash.w1();
            case 2 -> hash.w2();
            default -> hash.w3();
        };
        return band << 16 | (int) (word >>> 16 * (band % 4)) & 0xffff;
    }
}
