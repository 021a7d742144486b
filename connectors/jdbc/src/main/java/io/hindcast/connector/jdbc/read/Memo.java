package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.Nullable;

/// What was worked out from the bytes of a row, found again when the same bytes come. It may forget: there is one place
/// for a key, and the newest has it. One thread.
final class Memo<T> {
    private static final int FEWEST = 1 << 8;
    /// A name and what is remembered of it take some 200 bytes: at most 13 MB.
    private static final int MOST = 1 << 16;
    /// Names are short; what is longer is no name.
    private static final int LONGEST = 1 << 10;

    @SuppressWarnings("ArrayRecordComponent")
    private record Known<T>(byte[] key, int hash, T value) {}

    private @Nullable Known<T>[] places = places(FEWEST);
    private int taken;

    @Nullable
    T find(RawKey key, int hash) {
        var known = places[hash & places.length - 1];
        return known != null && known.hash == hash && key.holds(known.key) ? known.value : null;
    }

    void keep(RawKey key, int hash, T value) {
        if (key.length() > LONGEST) {
            return;
        }
        if (taken > places.length / 2 && places.length < MOST) {
            grow();
        }
        put(new Known<>(key.copy(), hash, value));
    }

    private void put(Known<T> known) {
        int place = known.hash & places.length - 1;
        taken += places[place] == null ? 1 : 0;
        places[place] = known;
    }

    private void grow() {
        var old = places;
        places = places(old.length * 4);
        taken = 0;
        for (var known : old) {
            if (known != null) {
                put(known);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Known<T>[] places(int size) {
        return (@Nullable Known<T>[]) new @Nullable Known<?>[size];
    }
}
