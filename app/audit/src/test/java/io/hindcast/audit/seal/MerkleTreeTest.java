package io.hindcast.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /// The entries and roots that the tests of Certificate Transparency use.
    private static final List<String> ENTRIES = List.of(
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private record Listed(List<Hash> hashes) implements MerkleTree.Leaves {
        @Override
        public long size() {
            return hashes.size();
        }

        @Override
        public Hash at(long index) {
            return hashes.get((int) index);
        }
    }

    private static Listed numbers(int size) {
        var hashes = new ArrayList<Hash>();
        for (int i = 0; i < size; i++) {
            hashes.add(MerkleTree.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return new Listed(hashes);
    }

    @Test
    void roots_are_those_of_rfc_6962() {
        var leaves = new Listed(ENTRIES.stream()
                .map(entry -> MerkleTree.leaf(HexFormat.of().parseHex(entry)))
                .toList());

        assertThat(IntStream.rangeClosed(1, 8).mapToObj(size -> MerkleTree.root(leaves, size).toString()))
                .isEqualTo(ROOTS);
        assertThat(MerkleTree.root(leaves, 0))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_leaf_of_every_small_tree_is_proven_and_no_other_is() {
        var leaves = numbers(40);
        for (int size = 1; size <= 40; size++) {
            Hash root = MerkleTree.root(leaves, size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerkleTree.inclusion(leaves, index, size);
                assertThat(MerkleTree.includes(leaves.at(index), index, size, path, root)).isTrue();
                assertThat(MerkleTree.includes(leaves.at((index + 1) % 40), index, size, path, root)).isFalse();
                assertThat(MerkleTree.includes(leaves.at(index), index, size, path, Hash.ZERO)).isFalse();
                assertThat(MerkleTree.includes(leaves.at(index), index + 1, size, path, root)).isFalse();
            }
        }
    }

    @Test
    void every_tree_is_proven_to_continue_every_smaller_one_and_no_changed_one() {
        var leaves = numbers(40);
        var altered = new ArrayList<>(leaves.hashes());
        altered.set(0, Hash.ZERO);
        for (int size = 1; size <= 40; size++) {
            Hash root = MerkleTree.root(leaves, size);
            for (int old = 1; old <= size; old++) {
                List<Hash> proof = MerkleTree.consistency(leaves, old, size);
                Hash before = MerkleTree.root(leaves, old);
                assertThat(MerkleTree.extendsTree(old, before, size, root, proof))
                        .as("%d of %d", old, size)
                        .isTrue();
                assertThat(MerkleTree.extendsTree(old, MerkleTree.root(new Listed(altered), old), size, root, proof))
                        .as("%d altered of %d", old, size)
                        .isFalse();
                assertThat(MerkleTree.extendsTree(old, before, size, Hash.ZERO, proof)).isFalse();
            }
        }
    }
}
