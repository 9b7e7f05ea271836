package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class PackedEntriesTest {
    private record Terms(long ends, int label) {}

    /** Against a sorted map; hashes of few values, so that many are equal. */
    @RepeatedTest(30)
    void changesDoWhatTheyDoToAMap(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Terms> expected = new TreeMap<>();
        PackedEntries entries = new PackedEntries(HashKind.MD5);
        for (int round = 0; round < 6; round++) {
            PackedEntries changes = new PackedEntries(HashKind.MD5);
            int count = random.nextInt(2000);
            long before = expected.size();
            for (int i = 0; i < count; i++) {
                byte[] hash = new byte[16];
                hash[random.nextInt(2)] = (byte) random.nextInt(256);
                hash[15] = (byte) random.nextInt(3);
                Terms terms = new Terms(random.nextLong(), random.nextInt(4) - 1);
                changes.add(hash, terms.ends(), terms.label());
                String key = HexFormat.of().formatHex(hash);
                if (terms.label() == PackedEntries.WITHDRAWN) {
                    expected.remove(key);
                } else {
                    expected.put(key, terms);
                }
            }
            changes.sort();

            PackedEntries.Changed changed = entries.with(HashKind.MD5, changes);

            entries = reread(changed.entries(), 1 + random.nextInt(700));
            assertThat(contents(entries)).isEqualTo(expected);
            assertThat(changed.added() - changed.withdrawn()).isEqualTo(expected.size() - before);
        }
        PackedEntries all = entries;
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.find(all.hash(i))).isEqualTo(i);
        }
        assertThat(all.find(new byte[] {9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})).isNegative();
    }

    /** Through parts, as the database keeps them. */
    private static PackedEntries reread(PackedEntries entries, int part) {
        PackedEntries read = new PackedEntries(HashKind.MD5);
        for (int from = 0; from < entries.size(); from += part) {
            read.addPart(entries.part(from, part));
        }
        return read;
    }

    private static Map<String, Terms> contents(PackedEntries entries) {
        Map<String, Terms> contents = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            contents.put(HexFormat.of().formatHex(entries.hash(i)), new Terms(entries.ends(i), entries.label(i)));
        }
        assertThat(contents).hasSize(entries.size());
        return contents;
    }
}
