package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The named values inside [Fields]: few of them in two arrays, many of them in a tree that shares structure.
/// Immutable; holds no [Absent].
sealed interface Row {
    /// Up to here copying two short arrays is cheaper than any tree.
    int FEW = 32;

    Row EMPTY = new Few(new String[0], new StateValue[0]);

    record Entry(String name, StateValue value) {}

    int size();

    StateValue value(String name);

    Row with(String name, StateValue value);

    Row without(String name);

    Iterator<Entry> iterator();

    /// The first `count` names and values; each name once. The arrays are not kept.
    static Row of(String[] names, StateValue[] values, int count) {
        return count <= FEW
                ? new Few(Arrays.copyOf(names, count), Arrays.copyOf(values, count))
                : Many.of(names, values, count);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Few(String[] names, StateValue[] values) implements Row {
        @Override
        public int size() {
            return names.length;
        }

        static int find(String[] names, int count, String name) {
            for (int i = 0; i < count; i++) {
                if (names[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public StateValue value(String name) {
            int at = find(names, names.length, name);
            return at < 0 ? Absent.ABSENT : values[at];
        }

        @Override
        public Row with(String name, StateValue value) {
            int at = find(names, names.length, name);
            if (at >= 0) {
                StateValue[] copy = values.clone();
                copy[at] = value;
                return new Few(names, copy);
            }
            String[] moreNames = Arrays.copyOf(names, names.length + 1);
            StateValue[] moreValues = Arrays.copyOf(values, values.length + 1);
            moreNames[names.length] = name;
            moreValues[values.length] = value;
            return of(moreNames, moreValues, moreNames.length);
        }

        @Override
        public Row without(String name) {
            int at = find(names, names.length, name);
            return at < 0 ? this : new Few(without(names, at), without(values, at));
        }

        private static <A> A[] without(A[] array, int index) {
            A[] shorter = Arrays.copyOf(array, array.length - 1);
            System.arraycopy(array, index + 1, shorter, index, shorter.length - index);
            return shorter;
        }

        @Override
        public Iterator<Entry> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Entry next() {
                    if (next == names.length) {
                        throw new NoSuchElementException();
                    }
                    return new Entry(names[next], values[next++]);
                }
            };
        }
    }

    /// @param index from name to place in `places`
    /// @param places in the order of arrival; a removed one leaves [#GONE] behind until there are too many of them
    /// @param size how many are not gone
    record Many(NameIndex index, Sequence<Entry> places, int size) implements Row {
        private static final Entry GONE = new Entry("", Absent.ABSENT);
        private static final int BACK_TO_FEW = FEW / 2;

        static Many of(String[] names, StateValue[] values, int count) {
            var entries = new Entry[count];
            NameIndex index = NameIndex.EMPTY;
            for (int i = 0; i < count; i++) {
                entries[i] = new Entry(names[i], values[i]);
                index = index.with(names[i], i);
            }
            return new Many(index, Sequence.of(entries, count), count);
        }

        @Override
        public StateValue value(String name) {
            int ordinal = index.ordinal(name);
            return ordinal < 0 ? Absent.ABSENT : places.at(ordinal).value;
        }

        @Override
        public Row with(String name, StateValue value) {
            int ordinal = index.ordinal(name);
            return ordinal < 0
                    ? new Many(
                            index.with(name, places.size()), places.appended(new Entry(name, value)), size + 1)
                    : new Many(index, places.replaced(ordinal, new Entry(name, value)), size);
        }

        /// Other values for names that are there, where there are so many of them that copying all places once is less
        /// work than copying the way to each.
        ///
        /// @param done where a name was there is set
        Row replaced(String[] names, StateValue[] values, boolean... done) {
            if (names.length < places.size() / FEW) {
                return this;
            }
            Object[] copy = places.toArray();
            for (int i = 0; i < names.length; i++) {
                int ordinal = values[i] instanceof Absent ? -1 : index.ordinal(names[i]);
                if (ordinal >= 0) {
                    copy[ordinal] = new Entry(names[i], values[i]);
                    done[i] = true;
                }
            }
            return new Many(index, Sequence.of(copy), size);
        }

        @Override
        public Row without(String name) {
            int ordinal = index.ordinal(name);
            if (ordinal < 0) {
                return this;
            }
            var rest = new Many(index.without(name), places.replaced(ordinal, GONE), size - 1);
            boolean sparse = rest.places.size() > 2 * rest.size + FEW;
            return rest.size <= BACK_TO_FEW || sparse ? rest.rebuilt() : rest;
        }

        private Row rebuilt() {
            var names = new String[size];
            var values = new StateValue[size];
            Iterator<Entry> entries = iterator();
            for (int i = 0; i < size; i++) {
                Entry entry = entries.next();
                names[i] = entry.name;
                values[i] = entry.value;
            }
            return Row.of(names, values, size);
        }

        @Override
        public Iterator<Entry> iterator() {
            Iterator<Entry> all = places.iterator();
            return new Iterator<>() {
                private int left = size;

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public Entry next() {
                    if (left == 0) {
                        throw new NoSuchElementException();
                    }
                    left--;
                    Entry entry = all.next();
                    while (entry.value instanceof Absent) {
                        entry = all.next();
                    }
                    return entry;
                }
            };
        }
    }

    /// Read when looked at: single values each time, all of them once.
    final class Lazy implements Row {
        private final LazyFields source;
        private volatile @Nullable All all;

        @SuppressWarnings("ArrayRecordComponent")
        private record All(String[] names, StateValue[] values) {}

        Lazy(LazyFields source) {
            this.source = source;
        }

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public StateValue value(String name) {
            return source.value(name);
        }

        @Override
        public Row with(String name, StateValue value) {
            return settled().with(name, value);
        }

        @Override
        public Row without(String name) {
            return source.value(name) instanceof Absent ? this : settled().without(name);
        }

        private Row settled() {
            All known = all();
            return Row.of(known.names, known.values, known.names.length);
        }

        private All all() {
            All known = all;
            if (known == null) {
                var names = new ArrayList<String>(source.size());
                var values = new ArrayList<StateValue>(source.size());
                source.forEach((name, value) -> {
                    names.add(name);
                    values.add(value);
                });
                known = new All(names.toArray(new String[0]), values.toArray(new StateValue[0]));
                all = known;
            }
            return known;
        }

        @Override
        public Iterator<Entry> iterator() {
            All known = all();
            return new Few(known.names, known.values).iterator();
        }
    }
}
