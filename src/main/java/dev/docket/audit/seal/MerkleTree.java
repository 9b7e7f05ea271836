package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree whose leaves are all at hand, for the proofs of RFC 9162, section 2.1: that a leaf is in it, and that it only
 * grew. Holds two hashes a leaf. One thread.
 */
public final class MerkleTree {
    /** By height: the roots of the complete subtrees, from left to right. */
    private final List<List<ContentHash>> complete = new ArrayList<>();

    public void add(ContentHash leaf) {
        ContentHash joined = leaf;
        int height = 0;
        while (true) {
            if (complete.size() == height) {
                complete.add(new ArrayList<>());
            }
            List<ContentHash> row = complete.get(height);
            row.add(joined);
            if (row.size() % 2 == 1) {
                return;
            }
            joined = Merkle.node(row.get(row.size() - 2), joined);
            height++;
        }
    }

    public long size() {
        return complete.isEmpty() ? 0 : complete.getFirst().size();
    }

    /** Of the first so many leaves. */
    public ContentHash root(long size) {
        within(size);
        return size == 0 ? Merkle.EMPTY : root(0, size);
    }

    /** The way from a leaf to the root of the first so many leaves. */
    public List<ContentHash> inclusion(long leaf, long size) {
        within(size);
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("Leaf " + leaf + " of " + size);
        }
        List<ContentHash> path = new ArrayList<>();
        include(leaf, 0, size, path);
        return path;
    }

    /** That the first {@code older} leaves of the first {@code newer} ones are those of the older root. */
    public List<ContentHash> consistency(long older, long newer) {
        within(newer);
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("From " + older + " to " + newer + " leaves");
        }
        List<ContentHash> path = new ArrayList<>();
        consist(older, 0, newer, true, path);
        return path;
    }

    private void within(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException(size + " of " + size() + " leaves");
        }
    }

    private ContentHash root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1 && from % leaves == 0) {
            return complete.get(Long.numberOfTrailingZeros(leaves)).get((int) (from / leaves));
        }
        long left = from + Merkle.split(leaves);
        return Merkle.node(root(from, left), root(left, to));
    }

    private void include(long leaf, long from, long to, List<ContentHash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Merkle.split(to - from);
        if (leaf < middle) {
            include(leaf, from, middle, path);
            path.add(root(middle, to));
        } else {
            include(leaf, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** @param whole whether what the older tree has of this subtree is all that the verifier starts from */
    private void consist(long older, long from, long to, boolean whole, List<ContentHash> path) {
        if (older == to) {
            if (!whole) {
                path.add(root(from, to));
            }
            return;
        }
        long middle = from + Merkle.split(to - from);
        if (older <= middle) {
            consist(older, from, middle, whole, path);
            path.add(root(middle, to));
        } else {
            consist(older, middle, to, false, path);
            path.add(root(from, middle));
        }
    }
}
