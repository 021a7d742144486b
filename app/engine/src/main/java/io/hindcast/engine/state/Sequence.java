package io.hindcast.engine.state;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A row of things that shares structure with the rows it was made from: reading, replacing, appending and removing
/// touch one path of a tree of width 32. Immutable.
final class Sequence<T> {
    private static final int WIDTH = 32;

    private final Node root;

    private sealed interface Node {
        int size();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Leaf(Object[] things) implements Node {
        @Override
        public int size() {
            return things.length;
        }
    }

    /// @param ends how many things there are up to and with each child
    /// @param height 1 above leaves; all leaves are equally deep
    @SuppressWarnings("ArrayRecordComponent")
    private record Branch(Node[] children, int[] ends, int height) implements Node {
        static Branch of(Node[] children, int height) {
            int[] ends = new int[children.length];
            int sum = 0;
            for (int i = 0; i < children.length; i++) {
                sum += children[i].size();
                ends[i] = sum;
            }
            return new Branch(children, ends, height);
        }

        @Override
        public int size() {
            return ends[ends.length - 1];
        }

        int childOf(int index) {
            int child = Math.min(index / powerOfWidth(height), ends.length - 1);
            while (ends[child] <= index) {
                child++;
            }
            return child;
        }

        int startOf(int child) {
            return child == 0 ? 0 : ends[child - 1];
        }

        private static int powerOfWidth(int height) {
            return height > 5 ? 1 << 30 : 1 << (5 * height);
        }

        Branch with(int at, Node child) {
            Node[] copy = children.clone();
            copy[at] = child;
            return of(copy, height);
        }
    }

    private Sequence(Node root) {
        this.root = root;
    }

    /// The first `count` things of an array; the array is not kept.
    static <T> Sequence<T> of(T[] things, int count) {
        var level = new Node[Math.max(1, (count + WIDTH - 1) / WIDTH)];
        for (int i = 0; i < level.length; i++) {
            level[i] = new Leaf(Arrays.copyOfRange(things, i * WIDTH, Math.min(count, (i + 1) * WIDTH), Object[].class));
        }
        for (int height = 1; level.length > 1; height++) {
            var above = new Node[(level.length + WIDTH - 1) / WIDTH];
            for (int i = 0; i < above.length; i++) {
                Node[] children = Arrays.copyOfRange(level, i * WIDTH, Math.min(level.length, (i + 1) * WIDTH));
                above[i] = Branch.of(children, height);
            }
            level = above;
        }
        return new Sequence<>(level[0]);
    }

    int size() {
        return root.size();
    }

    /// What [#toArray()] gave, with other things in it; the array is not kept.
    @SuppressWarnings("unchecked")
    static <T> Sequence<T> of(Object... things) {
        return (Sequence<T>) of(things, things.length);
    }

    /// A new array of all things.
    Object[] toArray() {
        var things = new Object[size()];
        for (int at = 0; at < things.length; ) {
            Object[] leaf = leafFrom(at);
            System.arraycopy(leaf, 0, things, at, leaf.length);
            at += leaf.length;
        }
        return things;
    }

    @SuppressWarnings("unchecked")
    T at(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        Node node = root;
        int rest = index;
        while (node instanceof Branch branch) {
            int child = branch.childOf(rest);
            rest -= branch.startOf(child);
            node = branch.children[child];
        }
        return (T) ((Leaf) node).things[rest];
    }

    Sequence<T> replaced(int index, T thing) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return new Sequence<>(replaced(root, index, thing));
    }

    private static Node replaced(Node node, int index, Object thing) {
        return switch (node) {
            case Leaf leaf -> {
                Object[] copy = leaf.things.clone();
                copy[index] = thing;
                yield new Leaf(copy);
            }
            case Branch branch -> {
                int child = branch.childOf(index);
                Node[] copy = branch.children.clone();
                copy[child] = replaced(copy[child], index - branch.startOf(child), thing);
                yield new Branch(copy, branch.ends, branch.height);
            }
        };
    }

    Sequence<T> appended(T thing) {
        Node longer = appended(root, thing);
        if (longer == null) {
            int height = root instanceof Branch branch ? branch.height + 1 : 1;
            longer = Branch.of(new Node[] {root, path(height - 1, thing)}, height);
        }
        return new Sequence<>(longer);
    }

    private static @Nullable Node appended(Node node, Object thing) {
        return switch (node) {
            case Leaf leaf -> {
                int length = leaf.things.length;
                if (length == WIDTH) {
                    yield null;
                }
                Object[] longer = Arrays.copyOf(leaf.things, length + 1);
                longer[length] = thing;
                yield new Leaf(longer);
            }
            case Branch branch -> {
                int last = branch.children.length - 1;
                Node child = appended(branch.children[last], thing);
                if (child != null) {
                    yield branch.with(last, child);
                }
                if (last + 1 == WIDTH) {
                    yield null;
                }
                Node[] more = Arrays.copyOf(branch.children, last + 2);
                more[last + 1] = path(branch.height - 1, thing);
                yield Branch.of(more, branch.height);
            }
        };
    }

    private static Node path(int height, Object thing) {
        Node node = new Leaf(new Object[] {thing});
        for (int above = 1; above <= height; above++) {
            node = Branch.of(new Node[] {node}, above);
        }
        return node;
    }

    Sequence<T> removed(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        Node shorter = removed(root, index);
        while (shorter instanceof Branch branch && branch.children.length == 1) {
            shorter = branch.children[0];
        }
        return new Sequence<>(shorter == null ? new Leaf(new Object[0]) : shorter);
    }

    private static @Nullable Node removed(Node node, int index) {
        return switch (node) {
            case Leaf leaf -> leaf.things.length == 1 ? null : new Leaf(without(leaf.things, index));
            case Branch branch -> {
                int at = branch.childOf(index);
                Node child = removed(branch.children[at], index - branch.startOf(at));
                if (child != null) {
                    yield branch.with(at, child);
                }
                yield branch.children.length == 1 ? null : Branch.of(without(branch.children, at), branch.height);
            }
        };
    }

    private static <A> A[] without(A[] array, int index) {
        A[] shorter = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, index + 1, shorter, index, shorter.length - index);
        return shorter;
    }

    Iterator<T> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<T> {
        private final int size = size();
        private int index;
        private Object[] leaf = new Object[0];
        private int inLeaf;

        @Override
        public boolean hasNext() {
            return index < size;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T next() {
            if (index >= size) {
                throw new NoSuchElementException();
            }
            if (inLeaf == leaf.length) {
                leaf = leafFrom(index);
                inLeaf = 0;
            }
            index++;
            return (T) leaf[inLeaf++];
        }
    }

    /// The leaf that begins at an index.
    private Object[] leafFrom(int index) {
        Node node = root;
        int rest = index;
        while (node instanceof Branch branch) {
            int child = branch.childOf(rest);
            rest -= branch.startOf(child);
            node = branch.children[child];
        }
        return ((Leaf) node).things;
    }
}
