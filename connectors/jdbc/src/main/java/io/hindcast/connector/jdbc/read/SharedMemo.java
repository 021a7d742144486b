package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.Nullable;

/// What was worked out from the bytes of a row, found again when the same bytes come. What one reader of a store found is
/// there for all, and whoever takes up their pages knows a name again by being the same object. It may forget: there are
/// two places for a key, and where both are taken the newest has one of them. Safe for many threads: an entry never changes, and one that
/// a thread does not yet see, or that was lost to another's, is worked out once more.
final class SharedMemo<T> {
    private static final int FEWEST = 1 << 10;
    private static final int GROWTH = 4;
    /// An entry takes some 100 bytes beside the name itself: at most 100 MB where there are a million streams.
    private static final int MOST = 1 << 20;
    /// Names are short; what is longer is no name.
    private static final int LONGEST = 1 << 10;

    private volatile @Nullable Entry<T>[] places = places(FEWEST);
    private int taken;

    /// A short key lies in the entry itself: names lie anywhere in memory, and each step to another place is a wait.
    private static final class Entry<T> {
        private final int hash;
        private final int length;
        private final long first;
        private final long second;
        private final long third;
        private final long fourth;
        private final byte @Nullable [] whole;
        private final T value;

        Entry(RawKey key, int hash, T value) {
            this.hash = hash;
            this.length = key.length();
            this.first = key.part(0);
            this.second = key.part(1);
            this.third = key.part(2);
            this.fourth = key.part(3);
            this.whole = key.isShort() ? null : key.copy();
            this.value = value;
        }

        boolean is(RawKey other, int code) {
            return hash == code
                    && length == other.length()
                    && first == other.part(0)
                    && second == other.part(1)
                    && third == other.part(2)
                    && fourth == other.part(3)
                    && (whole == null || other.holds(whole));
        }
    }

    @Nullable
    T find(RawKey key, int hash) {
        @Nullable Entry<T>[] all = places;
        int place = hash & all.length - 1;
        var entry = all[place];
        if (entry != null && entry.is(key, hash)) {
            return entry.value;
        }
        entry = all[place ^ 1];
        return entry != null && entry.is(key, hash) ? entry.value : null;
    }

    /// What the first places for some hash codes hold, if it has these hash codes: mostly what [#find] will say. In steps,
    /// each over all of them, so that the waits for one place and another go by together.
    ///
    /// @param count how many hash codes
    /// @param values is filled as far
    void suppose(int[] hashes, int count, @Nullable T[] values) {
        @Nullable Entry<T>[] all = places;
        @Nullable Entry<T>[] met = places(count);
        for (int i = 0; i < count; i++) {
            met[i] = all[hashes[i] & all.length - 1];
        }
        for (int i = 0; i < count; i++) {
            var entry = met[i];
            values[i] = entry != null && entry.hash == hashes[i] ? entry.value : null;
        }
    }

    /// Remembers what the key's bytes come to, unless another thread was faster.
    ///
    /// @return what is remembered of it, which may be the other's
    synchronized T keep(RawKey key, int hash, T value) {
        if (key.length() > LONGEST) {
            return value;
        }
        T other = find(key, hash);
        if (other != null) {
            return other;
        }
        if (taken > places.length / 4 && places.length < MOST) {
            grow();
        }
        put(new Entry<>(key, hash, value), places);
        return value;
    }

    private void put(Entry<T> entry, @Nullable Entry<T>[] all) {
        int place = entry.hash & all.length - 1;
        if (all[place] != null && all[place ^ 1] == null) {
            place ^= 1;
        }
        taken += all[place] == null ? 1 : 0;
        all[place] = entry;
    }

    private void grow() {
        @Nullable Entry<T>[] old = places;
        @Nullable Entry<T>[] larger = places(old.length * GROWTH);
        taken = 0;
        for (var entry : old) {
            if (entry != null) {
                put(entry, larger);
            }
        }
        places = larger;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Entry<T>[] places(int size) {
        return (@Nullable Entry<T>[]) new @Nullable Entry<?>[size];
    }
}
