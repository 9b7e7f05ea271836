package dev.docket.audit;

import dev.docket.audit.seal.Frontier;
import dev.docket.audit.seal.MerkleTree;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/**
 * The tree cut into tiles of 1024 leaves. A full tile is a complete subtree, so the tree over the tiles' roots is the upper
 * part of the tree over the leaves, and a proof reads the leaves of one tile and a hash of each other.
 */
final class Tiles {
    static final int LEAVES = 1024;

    private Tiles() {}

    /** Keeps the root of each tile as it gets full. One transaction. */
    static final class Laying {
        private final Handle tx;
        private long number;
        private Frontier tile;

        /** @param tree as it stands before it grows */
        Laying(Handle tx, Frontier tree) {
            this.tx = tx;
            number = tree.size() / LEAVES;
            long begun = tree.size() % LEAVES;
            List<ContentHash> subtrees = tree.subtrees();
            tile = new Frontier(begun, subtrees.subList(subtrees.size() - Long.bitCount(begun), subtrees.size()));
        }

        void add(ContentHash leaf) {
            tile.add(leaf);
            if (tile.size() == LEAVES) {
                tx.createUpdate("insert into audit_tile (tile, root) select :tile, :root where not exists (select 1 from audit_tile where tile = :tile)").bind("tile", number).bind("root", tile.root()).execute();
                number++;
                tile = new Frontier();
            }
        }
    }

    /** The way from a leaf to the root of the first so many leaves. */
    static List<ContentHash> path(Handle tx, long leaf, long size) {
        long tile = leaf / LEAVES;
        MerkleTree lower = tree(leaves(tx, tile, size));
        MerkleTree upper = tree(roots(tx, size));
        List<ContentHash> path = new ArrayList<>(lower.inclusion(leaf % LEAVES, lower.size()));
        path.addAll(upper.inclusion(tile, upper.size()));
        return path;
    }

    /** Of every tile of a tree of this size, the last one as far as it goes. Those sealed by an earlier version are put together from their leaves. */
    private static List<ContentHash> roots(Handle tx, long size) {
        Map<Long, ContentHash> kept = new HashMap<>();
        tx.createQuery("select tile, root from audit_tile where tile < :full").bind("full", size / LEAVES)
                .map((row, _) -> Map.entry(row.getLong("tile"), ContentHash.fromDigest(row.getBytes("root")))).forEach(each -> kept.put(each.getKey(), each.getValue()));
        return LongStream.range(0, (size + LEAVES - 1) / LEAVES).mapToObj(tile -> {
            ContentHash root = kept.get(tile);
            return root != null ? root : root(leaves(tx, tile, size));
        }).toList();
    }

    private static List<ContentHash> leaves(Handle tx, long tile, long size) {
        return SealedTree.leaves(tx, tile * LEAVES, Math.min(size, (tile + 1) * LEAVES));
    }

    private static ContentHash root(List<ContentHash> leaves) {
        MerkleTree tree = tree(leaves);
        return tree.root(tree.size());
    }

    private static MerkleTree tree(List<ContentHash> leaves) {
        MerkleTree tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree;
    }
}
