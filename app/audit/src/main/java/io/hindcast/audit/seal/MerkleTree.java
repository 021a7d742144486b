package io.hindcast.audit.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The hash tree of RFC 6962, section 2.1: leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right), the left
/// subtree holding the largest power of two of leaves that is smaller than the whole. Verification follows RFC 9162,
/// sections 2.1.3.2 and 2.1.4.2, which describe the same tree. Stateless.
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /// The leaves of a tree, by number from 0.
    public interface Leaves {
        long size();

        /// The leaf hash, see [MerkleTree#leaf].
        Hash at(long index);
    }

    public static Hash leaf(Hash entry) {
        return leaf(entry.bytes());
    }

    static Hash leaf(byte[] entry) {
        return Hash.of(LEAF, entry);
    }

    static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.bytes(), right.bytes());
    }

    /// Root over the first `size` leaves; of no leaves, the hash of nothing.
    public static Hash root(Leaves leaves, long size) {
        return size == 0 ? Hash.of() : root(leaves, 0, size);
    }

    /// The path from a leaf to the root over the first `size` leaves, lowest sibling first.
    public static List<Hash> inclusion(Leaves leaves, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf %d of %d".formatted(index, size));
        }
        var path = new ArrayList<Hash>();
        include(leaves, index, 0, size, path);
        return path;
    }

    /// The nodes by which the root over the first `old` leaves and that over the first `size` are both computed.
    public static List<Hash> consistency(Leaves leaves, long old, long size) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("%d leaves before %d".formatted(old, size));
        }
        var path = new ArrayList<Hash>();
        if (old > 0 && old < size) {
            consist(leaves, old, 0, size, true, path);
        }
        return path;
    }

    /// Whether the path leads from this leaf hash to this root.
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash sum = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                sum = node(sibling, sum);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                sum = node(sum, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && sum.equals(root);
    }

    /// Whether the tree with the new root begins with all the leaves of the tree with the old one.
    public static boolean extendsTree(long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (old == 0) {
            return proof.isEmpty() && oldRoot.equals(Hash.of());
        }
        if (old < 0 || old > size) {
            return false;
        }
        return folded(old, oldRoot, size, proof)
                .filter(pair -> pair.old().equals(oldRoot) && pair.whole().equals(root))
                .isPresent();
    }

    private record Pair(Hash old, Hash whole) {}

    private static Optional<Pair> folded(long old, Hash oldRoot, long size, List<Hash> proof) {
        var nodes = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            nodes.addFirst(oldRoot);
        }
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        int skipped = Long.numberOfTrailingZeros(~(old - 1));
        long place = (old - 1) >> skipped;
        long last = (size - 1) >> skipped;
        Hash before = nodes.getFirst();
        Hash after = before;
        for (Hash node : nodes.subList(1, nodes.size())) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((place & 1) == 1 || place == last) {
                before = node(node, before);
                after = node(node, after);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, node);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(new Pair(before, after)) : Optional.empty();
    }

    private static Hash root(Leaves leaves, long from, long to) {
        if (to - from == 1) {
            return leaves.at(from);
        }
        long middle = from + half(to - from);
        return node(root(leaves, from, middle), root(leaves, middle, to));
    }

    private static void include(Leaves leaves, long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + half(to - from);
        if (index < middle) {
            include(leaves, index, from, middle, path);
            path.add(root(leaves, middle, to));
        } else {
            include(leaves, index, middle, to, path);
            path.add(root(leaves, from, middle));
        }
    }

    private static void consist(Leaves leaves, long old, long from, long to, boolean known, List<Hash> path) {
        if (old == to) {
            if (!known) {
                path.add(root(leaves, from, to));
            }
            return;
        }
        long middle = from + half(to - from);
        if (old <= middle) {
            consist(leaves, old, from, middle, known, path);
            path.add(root(leaves, middle, to));
        } else {
            consist(leaves, old, middle, to, false, path);
            path.add(root(leaves, from, middle));
        }
    }

    /// The largest power of two below `size`, which is at least 2.
    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }
}
