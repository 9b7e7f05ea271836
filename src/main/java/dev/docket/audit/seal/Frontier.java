package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be kept of a growing tree to know its root: its complete subtrees, one for each bit that is set in its size,
 * the largest first. One thread.
 */
public final class Frontier {
    private final List<ContentHash> subtrees = new ArrayList<>();
    private long size;

    public Frontier() {}

    /**
     * @param subtrees as {@link #subtrees} gave them
     * @throws IllegalArgumentException where they are not those of a tree of this size
     */
    public Frontier(long size, List<ContentHash> subtrees) {
        if (size < 0 || subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has " + Long.bitCount(size) + " complete subtrees, not " + subtrees.size());
        }
        this.size = size;
        this.subtrees.addAll(subtrees);
    }

    public void add(ContentHash leaf) {
        ContentHash joined = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            joined = Merkle.node(subtrees.removeLast(), joined);
        }
        subtrees.add(joined);
        size++;
    }

    public long size() {
        return size;
    }

    public List<ContentHash> subtrees() {
        return List.copyOf(subtrees);
    }

    public ContentHash root() {
        return subtrees.isEmpty() ? Merkle.EMPTY : subtrees.reversed().stream().reduce((right, left) -> Merkle.node(left, right)).orElseThrow();
    }
}
