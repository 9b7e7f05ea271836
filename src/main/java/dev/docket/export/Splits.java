package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Deals items into train, validation and test (70, 15, 15 of 100) so that pictures that look alike stay together.
 *
 * <p>A group of items goes where HMAC-SHA256(salt, group) sends it: the same group lands in the same split in every
 * later set, whatever else was added. A group moves only when a new picture joins two groups into one. Pure; several
 * threads.
 */
public final class Splits {
    private static final int TRAIN_BELOW = 70;
    private static final int VALIDATION_BELOW = 85;

    /**
     * What keeps items together. A few busy uploaders connect most groups of a small desk into one, which would put
     * nearly everything into one split: the default is therefore the near-duplicate group alone.
     */
    public enum Grouping {
        NEAR_DUPLICATES, NEAR_DUPLICATES_AND_UPLOADER;

        /** As the manifest says it. */
        public String words() {
            return this == NEAR_DUPLICATES ? "near-duplicate group" : "near-duplicate group or uploader";
        }
    }

    /**
     * An item to be dealt.
     *
     * @param group name of its near-duplicate group; its picture's own address when it has none
     * @param uploader pseudonym of its uploader, where known
     */
    public record Member(UUID item, ContentHash group, Optional<String> uploader, boolean gold) {}

    private final byte[] salt;
    private final Grouping grouping;

    /** @param salt secret of this desk, kept for good: another salt deals anew */
    public Splits(byte[] salt, Grouping grouping) {
        this.salt = salt.clone();
        this.grouping = grouping;
    }

    public Grouping grouping() {
        return grouping;
    }

    /** SHA-256 of the salt, so that two sets can be seen to be dealt alike without giving the salt away. */
    public ContentHash saltHash() {
        return ContentHash.of(salt);
    }

    /**
     * The split of every item.
     *
     * @param members all live items of the desk in order of receipt, chosen for the set or not: a group's name, and
     *     with it its split, must not hang on what was chosen
     */
    public Map<UUID, Split> deal(List<Member> members) {
        Map<ContentHash, ContentHash> component = components(members);
        Set<ContentHash> goldGroups = new HashSet<>();
        members.stream().filter(Member::gold).forEach(m -> goldGroups.add(m.group()));
        Map<UUID, Split> splits = new LinkedHashMap<>();
        for (Member m : members) {
            splits.put(m.item(), goldGroups.contains(m.group()) ? Split.GOLD : of(component.get(m.group())));
        }
        return splits;
    }

    /** Where a group of this name goes; never gold. */
    public Split of(ContentHash component) {
        byte[] mac = Hmac.of(salt, component.bytes());
        long bucket = 0;
        for (byte b : Arrays.copyOf(mac, 6)) {
            bucket = bucket << 8 | (b & 0xff);
        }
        bucket %= 100;
        return bucket < TRAIN_BELOW ? Split.TRAIN : bucket < VALIDATION_BELOW ? Split.VALIDATION : Split.TEST;
    }

    /** Each group's component, named by the component's first group in order of receipt. */
    private Map<ContentHash, ContentHash> components(List<Member> members) {
        Map<ContentHash, Integer> number = new LinkedHashMap<>();
        members.forEach(m -> number.putIfAbsent(m.group(), number.size()));
        int[] parent = new int[number.size()];
        Arrays.setAll(parent, i -> i);
        if (grouping == Grouping.NEAR_DUPLICATES_AND_UPLOADER) {
            Map<String, Integer> first = new HashMap<>();
            for (Member m : members) {
                int mine = number.get(m.group());
                m.uploader().ifPresent(u -> join(parent, first.computeIfAbsent(u, _ -> mine), mine));
            }
        }
        List<ContentHash> names = new ArrayList<>(number.keySet());
        Map<ContentHash, ContentHash> component = new HashMap<>();
        number.forEach((group, i) -> component.put(group, names.get(root(parent, i))));
        return component;
    }

    /** The earlier root stays root, so that it names the component. */
    private static void join(int[] parent, int a, int b) {
        int rootA = root(parent, a);
        int rootB = root(parent, b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
