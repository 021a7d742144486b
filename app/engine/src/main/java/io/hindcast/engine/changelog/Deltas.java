package io.hindcast.engine.changelog;

/// By how much words differ from those of a keyframe. Filled by one thread, then read by many.
sealed interface Deltas {
    Deltas NONE = new Dense(0);

    long at(int place);

    /// Adds the differences of all entries, or takes them away.
    void addAll(Entries entries, boolean forwards);

    /// @param places how many places there are
    /// @param entries about how many will differ
    static Deltas expecting(int places, int entries, int dense) {
        return places <= dense ? new Dense(places) : new Sparse(entries);
    }

    /// An array over all places.
    final class Dense implements Deltas {
        private final long[] sums;

        Dense(int places) {
            sums = new long[places];
        }

        @Override
        public long at(int place) {
            return place < sums.length ? sums[place] : 0;
        }

        @Override
        public void addAll(Entries entries, boolean forwards) {
            while (entries.next()) {
                sums[entries.place()] += forwards ? entries.difference() : -entries.difference();
            }
        }
    }

    /// A table of the places that differ.
    final class Sparse implements Deltas {
        private int[] places;
        private long[] sums;
        private int count;

        Sparse(int expected) {
            int room = Integer.highestOneBit(Math.max(4, expected)) * 4;
            places = new int[room];
            sums = new long[room];
        }

        private Sparse(Sparse other) {
            places = other.places.clone();
            sums = other.sums.clone();
            count = other.count;
        }

        Sparse copy() {
            return new Sparse(this);
        }

        @Override
        public long at(int place) {
            return sums[slot(place)];
        }

        @Override
        public void addAll(Entries entries, boolean forwards) {
            while (entries.next()) {
                add(entries.place(), forwards ? entries.difference() : -entries.difference());
            }
        }

        void addAll(Sparse other) {
            for (int i = 0; i < other.places.length; i++) {
                if (other.places[i] != Places.NONE) {
                    add(other.places[i], other.sums[i]);
                }
            }
        }

        private void add(int place, long difference) {
            int slot = slot(place);
            if (places[slot] == Places.NONE) {
                places[slot] = place;
                if (++count * 2 > places.length) {
                    grow();
                    slot = slot(place);
                }
            }
            sums[slot] += difference;
        }

        private int slot(int place) {
            int mask = places.length - 1;
            int slot = Names.spread(place) & mask;
            while (places[slot] != place && places[slot] != Places.NONE) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            int[] oldPlaces = places;
            long[] oldSums = sums;
            places = new int[oldPlaces.length * 2];
            sums = new long[places.length];
            for (int i = 0; i < oldPlaces.length; i++) {
                if (oldPlaces[i] != Places.NONE) {
                    int slot = slot(oldPlaces[i]);
                    places[slot] = oldPlaces[i];
                    sums[slot] = oldSums[i];
                }
            }
        }
    }
}
