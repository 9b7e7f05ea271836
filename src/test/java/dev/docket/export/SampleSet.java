package dev.docket.export;

import dev.docket.classify.ModelScore;
import dev.docket.decode.PngEncoder;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.PackRef;
import dev.docket.policy.Severity;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Region.Corner;
import dev.docket.verdict.Region;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A made-up decision set of a few dozen items and the store that holds its pictures (PNG files of noise, 64 by 48 pixels). */
final class SampleSet {
    static final PackRef PACK = new PackRef("default", "1.0.0", ContentHash.of(new byte[] {42}));
    static final Instant DAY = Instant.parse("2026-11-03T12:34:56.123456Z");
    static final List<String> LABELS = List.of("benign", "spam_scam", "civic_deception");
    private static final List<Region> PLACES = List.of(
            new Region("spam_scam", Region.Shape.BOX, List.of(new Corner(0.25, 0.5), new Corner(0.75, 1))),
            new Region("spam_scam", Region.Shape.POLYGON, List.of(new Corner(0, 0), new Corner(0.5, 0), new Corner(0.5, 0.25))));
    private static final UUID BUSY = new UUID(5, 1);
    private static final UUID RARE = new UUID(5, 2);

    final MemoryBlobs blobs = new MemoryBlobs();
    final ExportKeys keys;
    final DecisionSet set;

    SampleSet(Path folder, int n) {
        keys = ExportKeys.open(folder.resolve("export.keys"), new byte[32]);
        Random random = new Random(11);
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(item(i, random));
        }
        byte[] names = keys.names();
        items.sort(Comparator.comparing(i -> Pseudonyms.item(names, i.item().id())));
        set = new DecisionSet(Recipe.USUAL, items, new TreeMap<>(Map.of(LeftOut.UNDECIDED, 7L)), Optional.empty(), PACK);
    }

    private LabelledItem item(int i, Random random) {
        byte[] picture = PngEncoder.encode(64, 48, random.ints(64 * 48).map(argb -> argb | 0xff000000).toArray());
        ContentHash address = blobs.put(picture);
        ItemFacts facts = new ItemFacts(Optional.of("secret posted text"), Optional.of("en"), "*", Optional.of("uploader-" + i % 9),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);
        Source source = new Source(i % 3 == 0 ? "=cmd|' /C calc'!A0" : "news-desk", "external-" + i);
        ImageItem item = new ImageItem(new UUID(9, i), source, address, picture.length, "image/png", 64, 48, DAY, DAY, facts);
        ContentHash group = i % 4 == 0 ? address : ContentHash.of(new byte[] {(byte) (i / 4)});
        boolean hashOnly = i % 17 == 16;
        String label = LABELS.get(i % 3);
        Verdict first = verdict(item, 1, i % 10 == 9 ? RARE : BUSY, label, DAY.plusSeconds(i));
        List<Verdict> votes = i % 6 == 5 ? List.of(first, verdict(item, 2, RARE, label, DAY.plusSeconds(i + 60))) : List.of(first);
        return new LabelledItem(item, "general", Optional.of(new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 90)),
                group, votes.getLast(), votes, new TreeMap<>(Map.of(label, 1.0)), 1, Set.of(),
                List.of(new ModelScore("forensic-starter", "1.0.0", "procedural", 0.1 * (i % 10), 0.5)), List.of(),
                hashOnly ? ExportMode.HASH_ONLY : i % 13 == 12 ? ExportMode.DERIVED : ExportMode.FULL, true, keys.splits(Splits.Grouping.NEAR_DUPLICATES).of(group));
    }

    static Verdict verdict(ImageItem item, int round, UUID reviewer, String label, Instant at) {
        Finding finding = new Finding(label, label.equals("civic_deception") ? List.of("spam_scam") : List.of(), label.equals("benign") ? Severity.S0 : Severity.S2, "allow", true,
                Optional.empty(), Optional.of("a note that stays here"), Optional.empty(), List.of(), label.equals("benign") ? List.of() : PLACES, Map.of());
        Shown shown = new Shown(item.sha256(), round == 1, List.of(), List.of("forensic-starter@1.0.0"), round == 1 ? "%064x".formatted(item.id().getLeastSignificantBits() + 1) : Shown.HIDDEN, "open", true, List.of(), 1234);
        return new Verdict(new UUID(at.toEpochMilli(), round), new UUID(1, item.id().getLeastSignificantBits()), item.id(), round, 0, VerdictKind.DECIDED,
                reviewer, 1, Optional.of(finding), Optional.empty(), PACK, shown, at);
    }

    /** Pictures in memory. */
    static final class MemoryBlobs implements BlobStore {
        private final Map<ContentHash, byte[]> pictures = new HashMap<>();

        @Override
        public ContentHash put(byte[] content) {
            ContentHash address = ContentHash.of(content);
            pictures.put(address, content);
            return address;
        }

        @Override
        public Optional<byte[]> get(ContentHash address) {
            return Optional.ofNullable(pictures.get(address));
        }

        @Override
        public boolean contains(ContentHash address) {
            return pictures.containsKey(address);
        }

        @Override
        public void delete(ContentHash address) {
            pictures.remove(address);
        }
    }
}
