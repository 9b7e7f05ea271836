package dev.docket.bench;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportKeys;
import dev.docket.export.ExportMode;
import dev.docket.export.Format;
import dev.docket.export.LabelledItem;
import dev.docket.export.Recipe;
import dev.docket.export.SetFolder;
import dev.docket.export.Split;
import dev.docket.export.Splits;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.PackRef;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.FolderBlobStore;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A program of its own, so that its heap can be capped: makes a decision set of so many items and writes it. Arguments: an
 * empty folder, format, number of items, bytes of a picture. Leaves {@code result} in the folder: seconds, and the most
 * MiB of heap that were in use, garbage included.
 */
final class ExportRun {
    private static final List<String> LABELS = List.of("benign", "spam_scam", "civic_deception", "undisclosed_synthetic");
    private static final Instant DAY = Instant.parse("2026-11-03T12:00:00Z");
    private static final PackRef PACK = new PackRef("default", "1.0.0", ContentHash.of(new byte[] {1}));
    private static final double MIB = 1 << 20;

    private ExportRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Format format = Format.parse(List.of(args[1])).iterator().next();
        ExportKeys keys = ExportKeys.open(folder.resolve("export.keys"), new byte[32]);
        try (BlobStore blobs = new FolderBlobStore(folder.resolve("images"), new byte[32])) {
            DecisionSet set = set(blobs, keys, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            new SetFolder(blobs, keys).write(set, Set.of(format), folder.resolve("set"), Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            Files.writeString(folder.resolve("result"), seconds + " " + pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MIB);
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    /** @param bytes of each picture; 0 for rows without one */
    private static DecisionSet set(BlobStore blobs, ExportKeys keys, int count, int bytes) throws IOException {
        Random random = new Random(5);
        Splits splits = keys.splits(Splits.Grouping.NEAR_DUPLICATES);
        List<LabelledItem> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] picture = new byte[Math.max(16, bytes)];
            random.nextBytes(picture);
            ContentHash address = bytes == 0 ? ContentHash.of(picture) : blobs.put(picture);
            items.add(item(i, address, picture.length, splits.of(address), bytes == 0 ? ExportMode.DERIVED : ExportMode.FULL, random));
        }
        return new DecisionSet(Recipe.USUAL, items, new TreeMap<>(), Optional.empty(), PACK);
    }

    private static LabelledItem item(int i, ContentHash address, int bytes, Split split, ExportMode mode, Random random) {
        String label = LABELS.get(i % LABELS.size());
        ImageItem item = new ImageItem(new UUID(9, i), new Source("feed", "item-" + i), address, bytes, "image/jpeg", 1600, 1200, DAY, DAY, ItemFacts.NONE);
        Shown shown = new Shown(address, true, List.of(), List.of("starter@1.0.0"), Shown.HIDDEN, "open", true, List.of(), 1500);
        Verdict verdict = new Verdict(new UUID(7, i), new UUID(1, i), item.id(), 1, 0, VerdictKind.DECIDED, new UUID(5, i % 8), 1,
                Optional.of(Finding.of(label, Severity.S2, "label")), Optional.empty(), PACK, shown, DAY);
        return new LabelledItem(item, "general", Optional.of(new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 90)),
                address, verdict, List.of(verdict), new TreeMap<>(java.util.Map.of(label, 1.0)), 1, Set.of(),
                List.of(new ModelScore("starter", "1.0.0", "synthetic", 0.25, 0.5), new ModelScore("starter", "1.0.0", "altered", 0.125, 0.5)), List.of(), mode, true, split);
    }
}
