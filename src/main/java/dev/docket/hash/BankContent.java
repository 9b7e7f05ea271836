package dev.docket.hash;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bank with its hashes.
 *
 * @param labels by number, as entries have it
 * @param entries of every kind, sorted
 */
record BankContent(String name, Instant added, List<String> labels, Map<HashKind, PackedEntries> entries) {

    static BankContent empty(String name, Instant added) {
        return new BankContent(name, added, List.of(), noEntries());
    }

    static Map<HashKind, PackedEntries> noEntries() {
        Map<HashKind, PackedEntries> none = new EnumMap<>(HashKind.class);
        for (HashKind kind : HashKind.values()) {
            none.put(kind, new PackedEntries(kind));
        }
        return none;
    }

    long size() {
        return entries.values().stream().mapToLong(PackedEntries::size).sum();
    }

    Bank summary(Instant now) {
        Map<HashKind, Long> kinds = new EnumMap<>(HashKind.class);
        Map<String, Long> labelled = new TreeMap<>();
        long expired = 0;
        for (Map.Entry<HashKind, PackedEntries> kind : entries.entrySet()) {
            PackedEntries packed = kind.getValue();
            if (packed.size() > 0) {
                kinds.put(kind.getKey(), (long) packed.size());
            }
            for (int i = 0; i < packed.size(); i++) {
                labelled.merge(labels.get(packed.label(i)), 1L, Long::sum);
                expired += packed.ends(i) <= now.getEpochSecond() ? 1 : 0;
            }
        }
        return new Bank(name, added, kinds, labelled, expired);
    }
}
