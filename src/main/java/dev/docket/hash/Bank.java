package dev.docket.hash;

import java.time.Instant;
import java.util.Map;

/**
 * A stored hash bank, without its hashes.
 *
 * @param name 1 to 40 letters, digits, dots, dashes and underscores
 * @param added when the first list was added to it
 * @param kinds how many entries of each kind that has any
 * @param labels how many entries of each label; the empty one for those without
 * @param expired how many of the entries match no more
 */
public record Bank(String name, Instant added, Map<HashKind, Long> kinds, Map<String, Long> labels, long expired) {

    public long entries() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }
}
