package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import java.util.Iterator;
import java.util.List;

/** Proofs checked by whoever has only roots: RFC 9162, sections 2.1.3.2 and 2.1.4.2. A proof of the wrong length proves nothing. */
public final class MerkleProof {
    private MerkleProof() {}

    /** Whether a leaf is at this place of the tree with this root. */
    public static boolean includes(ContentHash leaf, long place, long size, List<ContentHash> path, ContentHash root) {
        if (place < 0 || place >= size) {
            return false;
        }
        long node = place;
        long last = size - 1;
        ContentHash joined = leaf;
        for (ContentHash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                joined = Merkle.node(beside, joined);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                joined = Merkle.node(joined, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && joined.equals(root);
    }

    /** Whether the newer tree begins with all the leaves of the older one. */
    public static boolean grows(long older, ContentHash olderRoot, long newer, ContentHash newerRoot, List<ContentHash> path) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (older == 0) {
            return path.isEmpty() && olderRoot.equals(Merkle.EMPTY);
        }
        Iterator<ContentHash> proof = path.iterator();
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        if (node != 0 && !proof.hasNext()) {
            return false;
        }
        ContentHash start = node == 0 ? olderRoot : proof.next();
        ContentHash asOlder = start;
        ContentHash asNewer = start;
        while (proof.hasNext()) {
            if (last == 0) {
                return false;
            }
            ContentHash beside = proof.next();
            if ((node & 1) == 1 || node == last) {
                asOlder = Merkle.node(beside, asOlder);
                asNewer = Merkle.node(beside, asNewer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                asNewer = Merkle.node(asNewer, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && asOlder.equals(olderRoot) && asNewer.equals(newerRoot);
    }
}
