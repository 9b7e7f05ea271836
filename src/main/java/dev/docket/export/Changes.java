package dev.docket.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How one set differs from another, each item by the name it leaves under.
 *
 * @param relabelled another label counts
 * @param changed same label, another row: votes, scores, split, what may leave
 * @param removed no longer in it: taken back, disputed, no longer selected, withheld
 * @param erased its picture was erased at the desk; whoever holds it deletes it
 */
public record Changes(SortedSet<String> added, SortedSet<String> relabelled, SortedSet<String> changed, SortedSet<String> removed, SortedSet<String> erased) {

    /** What an item was in a set. @param digest of its row, keyed, so that it tells nothing of what was in it */
    record Was(String name, String label, String digest) {}

    /** @param gone items of which the picture was erased */
    static Changes between(Map<UUID, Was> before, Map<UUID, Was> now, Set<UUID> gone) {
        Changes changes = new Changes(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        now.forEach((item, is) -> {
            Was was = before.get(item);
            if (was == null) {
                changes.added.add(is.name());
            } else if (!was.label().equals(is.label())) {
                changes.relabelled.add(is.name());
            } else if (!was.digest().equals(is.digest())) {
                changes.changed.add(is.name());
            }
        });
        before.forEach((item, was) -> {
            if (!now.containsKey(item)) {
                (gone.contains(item) ? changes.erased : changes.removed).add(was.name());
            }
        });
        return changes;
    }

    /** Whether nothing differs. */
    public boolean none() {
        return Stream.of(added, relabelled, changed, removed, erased).allMatch(SortedSet::isEmpty);
    }

    /** Whether an item of this name has a row that the earlier set has not. */
    boolean brings(String name) {
        return added.contains(name) || relabelled.contains(name) || changed.contains(name);
    }

    /** One line for each item of the earlier set that is not in this one. @param state removed or erased */
    @JsonNaming(SnakeCaseStrategy.class)
    record Gone(String itemId, String state) {}

    List<Gone> tombstones() {
        return Stream.concat(removed.stream().map(name -> new Gone(name, "removed")), erased.stream().map(name -> new Gone(name, "erased")))
                .sorted((a, b) -> a.itemId().compareTo(b.itemId())).toList();
    }
}
