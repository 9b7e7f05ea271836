package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.Shredding;
import dev.docket.item.Tombstone;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On desks made by chance, through every format: of an item leaves what its label lets out, and nothing else. */
class NothingMoreLeavesTest {
    private static final int ITEMS = 24;
    private static final List<String> FILTERS = List.of("", "gold=yes", "source=news-desk", "label=benign,privacy_doxxing gold=yes", "lane=general", "uploader=\"uploader of name-of-3\",\"uploader of name-of-5\",\"uploader of name-of-7\" gold=yes");
    /** By the desk's pack: leave whole, without a picture, as a hash, not at all. */
    private static final List<String> LABELS = List.of("benign", "spam_scam", "privacy_doxxing", "ncii", SmallDesk.KEPT_HERE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void throughAnyFormatAndFilterOnlyWhatMayLeaveIsReached(long seed) throws Exception {
        Random random = new Random(seed);
        try (SmallDesk desk = new SmallDesk(folder)) {
            Map<UUID, String> withheld = withheld(desk, random);
            for (Format format : Format.values()) {
                String filter = FILTERS.get(random.nextInt(FILTERS.size()));
                Resolution rule = Resolution.values()[random.nextInt(Resolution.values().length)];
                DecisionSet set = desk.exports.preview(new Recipe(Selection.parse(filter), Splits.Grouping.NEAR_DUPLICATES).withRule(rule));
                if (set.isEmpty()) {
                    continue;
                }
                Path target = folder.resolve(format.word());
                desk.exports.write(set, EnumSet.of(format), target, Progress.NONE);
                List<String> all = SetFolderTest.bytes(target).entrySet().stream().map(e -> e.getKey() + "\n" + new String(e.getValue(), StandardCharsets.ISO_8859_1)).toList();
                for (Map.Entry<UUID, String> each : withheld.entrySet()) {
                    String name = Pseudonyms.item(desk.keys().names(), each.getKey());
                    assertThat(all).as(format + " " + filter + " " + rule).noneMatch(content -> content.contains(each.getValue()) || content.contains(name));
                }
                modes(desk, set, all);
            }
        }
    }

    /** Decides most, quarantines and erases some. @return hash of the picture of those of which nothing may leave */
    private static Map<UUID, String> withheld(SmallDesk desk, Random random) {
        Map<UUID, String> withheld = new LinkedHashMap<>();
        List<UUID> quarantined = new ArrayList<>();
        List<UUID> erased = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            UUID item = desk.admit("name-of-" + i, random.nextBoolean() ? "news-desk" : "community", random.nextInt(6) == 0);
            String hash = desk.database.inTransaction(tx -> desk.items.find(tx, item).orElseThrow().sha256().hex());
            String label = LABELS.get(random.nextInt(LABELS.size()));
            if (random.nextInt(5) == 0) {
                desk.decide(item, desk.self, "", true, VerdictKind.QUARANTINED, SmallDesk.NOW);
                withheld.put(item, hash);
                continue;
            }
            desk.decide(item, label);
            if (label.equals(SmallDesk.KEPT_HERE)) {
                withheld.put(item, hash);
            } else if (random.nextInt(6) == 0) {
                (random.nextBoolean() ? quarantined : erased).add(item);
                withheld.put(item, hash);
            }
        }
        erased.forEach(item -> desk.database.transact(tx -> new Shredding(desk.items).shred(tx, new Tombstone(UUID.randomUUID(), item, EnumSet.of(Tombstone.Part.PICTURE), Tombstone.Cause.values()[0], "asked", "art17", desk.self.id(), SmallDesk.NOW))));
        quarantined.forEach(item -> desk.database.transact(tx -> desk.items.quarantine(tx, item)));
        return withheld;
    }

    private static void modes(SmallDesk desk, DecisionSet set, List<String> all) {
        String together = String.join("\n", all);
        assertThat(together).doesNotContain("name-of-", "note on it", "text of", "uploader of");
        for (LabelledItem item : set.items()) {
            ContentHash address = item.item().sha256();
            if (item.mode() != ExportMode.FULL) {
                String pixels = new String(desk.blobs.get(address).orElseThrow(), StandardCharsets.ISO_8859_1);
                assertThat(all).noneMatch(content -> content.contains(pixels));
            }
            if (item.mode() == ExportMode.HASH_ONLY) {
                assertThat(all).filteredOn(content -> content.contains(address.hex())).allMatch(content -> content.startsWith("hashes.csv\n"));
            }
            assertThat(Set.of(ExportMode.FULL, ExportMode.DERIVED, ExportMode.HASH_ONLY)).contains(item.mode());
        }
    }
}
