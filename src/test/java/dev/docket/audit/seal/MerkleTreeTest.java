package dev.docket.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The inputs and roots that implementations of Certificate Transparency test themselves with. */
    private static final List<String> INPUTS = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int LARGEST = 66;

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        MerkleTree tree = new MerkleTree();
        Frontier frontier = new Frontier();
        assertThat(tree.root(0).hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855").isEqualTo(frontier.root().hex());

        for (int i = 0; i < INPUTS.size(); i++) {
            ContentHash leaf = leaf(HexFormat.of().parseHex(INPUTS.get(i)));
            tree.add(leaf);
            frontier.add(leaf);
            assertThat(tree.root(i + 1).hex()).isEqualTo(ROOTS.get(i)).isEqualTo(frontier.root().hex());
        }
    }

    @Test
    void aFrontierThatWasKeptGrowsOn() {
        MerkleTree tree = tree(LARGEST);
        for (int size = 0; size < LARGEST; size++) {
            Frontier kept = frontier(size);
            Frontier again = new Frontier(kept.size(), kept.subtrees());
            again.add(leaf(size));
            assertThat(again.root()).isEqualTo(tree.root(size + 1));
        }
    }

    @Test
    void everyLeafIsProvedAndNoOther() {
        MerkleTree tree = tree(LARGEST);
        for (int size = 1; size <= LARGEST; size++) {
            long whole = size;
            ContentHash root = tree.root(size);
            for (int place = 0; place < size; place++) {
                long at = place;
                List<ContentHash> path = tree.inclusion(place, size);
                assertThat(MerkleProof.includes(leaf(place), place, size, path, root)).isTrue();
                assertThat(MerkleProof.includes(leaf(place + 1), place, size, path, root)).isFalse();
                assertThat(MerkleProof.includes(leaf(place), place, size + 1L, path, root) && path.isEmpty()).isFalse();
                assertThat(MerkleProof.includes(leaf(place), size, size, path, root)).isFalse();
                refused(path, forged -> MerkleProof.includes(leaf((int) at), at, whole, forged, root));
            }
        }
    }

    @Test
    void everyGrowthIsProvedAndNoForgeryIs() {
        MerkleTree tree = tree(LARGEST);
        MerkleTree other = new MerkleTree();
        IntStream.range(0, LARGEST).forEach(i -> other.add(leaf(i == 0 ? 999 : i)));
        for (int newer = 1; newer <= LARGEST; newer++) {
            for (int older = 1; older <= newer; older++) {
                long from = older;
                long to = newer;
                List<ContentHash> path = tree.consistency(older, newer);
                ContentHash root = tree.root(newer);
                assertThat(MerkleProof.grows(older, tree.root(older), newer, root, path)).as("%d to %d", older, newer).isTrue();
                assertThat(MerkleProof.grows(older, other.root(older), newer, root, path)).isFalse();
                assertThat(MerkleProof.grows(older, tree.root(older), newer, other.root(newer), path)).isFalse();
                assertThat(MerkleProof.grows(older, tree.root(older), newer, root, other.consistency(older, newer)) && !path.equals(other.consistency(older, newer))).isFalse();
                assertThat(MerkleProof.grows(newer + 1L, tree.root(older), newer, root, path)).isFalse();
                refused(path, forged -> MerkleProof.grows(from, tree.root(from), to, root, forged));
            }
        }
    }

    @Test
    void anEmptyLogGrowsIntoAnyAndAnotherSizeNeedsAProof() {
        MerkleTree tree = tree(5);
        assertThat(MerkleProof.grows(0, tree.root(0), 5, tree.root(5), List.of())).isTrue();
        assertThat(MerkleProof.grows(0, tree.root(1), 5, tree.root(5), List.of())).isFalse();
        assertThat(MerkleProof.grows(4, tree.root(4), 5, tree.root(5), List.of())).isFalse();
        assertThat(MerkleProof.grows(5, tree.root(5), 4, tree.root(4), List.of())).isFalse();
    }

    /** A path with a step left out, one too many, or one changed. */
    private static void refused(List<ContentHash> path, Predicate<List<ContentHash>> proves) {
        List<ContentHash> longer = new ArrayList<>(path);
        longer.add(leaf(7));
        assertThat(proves.test(longer)).isFalse();
        for (int step = 0; step < path.size(); step++) {
            List<ContentHash> shorter = new ArrayList<>(path);
            shorter.remove(step);
            assertThat(proves.test(shorter)).isFalse();
            List<ContentHash> changed = new ArrayList<>(path);
            byte[] hash = path.get(step).bytes();
            hash[step % hash.length] ^= 1;
            changed.set(step, ContentHash.fromDigest(hash));
            assertThat(proves.test(changed)).isFalse();
        }
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        IntStream.range(0, size).forEach(i -> tree.add(leaf(i)));
        return tree;
    }

    private static Frontier frontier(int size) {
        Frontier frontier = new Frontier();
        IntStream.range(0, size).forEach(i -> frontier.add(leaf(i)));
        return frontier;
    }

    private static ContentHash leaf(int number) {
        return leaf(new byte[] {(byte) number, (byte) (number >> 8)});
    }

    private static ContentHash leaf(byte[] content) {
        byte[] prefixed = new byte[content.length + 1];
        System.arraycopy(content, 0, prefixed, 1, content.length);
        return ContentHash.of(prefixed);
    }
}
