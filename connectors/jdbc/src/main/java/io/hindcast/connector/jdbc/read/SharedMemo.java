package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.Nullable;

/// What any reader of a store worked out from the bytes of a row, for all of them: with hundreds of thousands of streams
/// most names are met again long after a [Memo] forgot them, and whoever takes up the pages of several readers knows a
/// name again by being the same object. It may forget, too. Safe for many threads: an entry never changes, and one that
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

    @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
    private record Entry<T>(int hash, byte[] key, T value) {
        boolean is(RawKey other, int code) {
            return hash == code && other.holds(key);
        }
    }

    @Nullable
    T find(RawKey key, int hash) {
        @Nullable Entry<T>[] all = places;
        int place = hash & all.length - 1;
        var entry = all[place];
        if (entry != null && entry.is(key, hash)) {
            return entry.value();
        }
        entry = all[place ^ 1];
        return entry != null && entry.is(key, hash) ? entry.value() : null;
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
        put(new Entry<>(hash, key.copy(), value), places);
        return value;
    }

    private void put(Entry<T> entry, @Nullable Entry<T>[] all) {
        int place = entry.hash() & all.length - 1;
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
