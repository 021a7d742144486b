package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.Nullable;

/// What was worked out from the bytes of a row, found again when the same bytes come. It may forget: there are two places
/// for a key, and where both are taken the newest has one of them. One thread.
///
/// It is small enough to stay near the processor, and knows the names of the page at hand; names met before are in the
/// [SharedMemo]. A store may have a stream for every few rows, so that most looks go to memory that is in no cache. A short key lies in
/// its place, which is one line of a cache; one look tells whether it is the key. The other place is the neighbour, which
/// a processor mostly fetches along with it.
final class Memo<T> {
    private static final int FEWEST = 1 << 9;
    private static final int GROWTH = 4;
    /// A place takes 72 bytes and what is remembered of a name some 40 beside the name itself: at most 4 MB.
    private static final int MOST = 1 << 15;
    /// Names are short; what is longer is no name.
    private static final int LONGEST = 1 << 10;
    /// Of a place: the hash code, and the key where it is short enough.
    private static final int PLACE = 64;

    private static final int SHORT = PLACE - Integer.BYTES;

    private byte[] keys = new byte[FEWEST * PLACE];
    private byte[] @Nullable [] longKeys = new byte[FEWEST] @Nullable [];
    private @Nullable T[] values = values(FEWEST);
    private int taken;
    private int turn;

    @Nullable
    T find(RawKey key, int hash) {
        int place = hash & values.length - 1;
        return isAt(place, key, hash) ? values[place] : isAt(place ^ 1, key, hash) ? values[place ^ 1] : null;
    }

    private boolean isAt(int place, RawKey key, int hash) {
        int at = place * PLACE;
        if (RawKey.intAt(keys, at) != hash || values[place] == null) {
            return false;
        }
        if (key.length() > SHORT) {
            byte[] apart = longKeys[place];
            return apart != null && key.holds(apart);
        }
        return longKeys[place] == null && key.begins(keys, at + Integer.BYTES);
    }

    void keep(RawKey key, int hash, T value) {
        if (key.length() > LONGEST) {
            return;
        }
        if (taken > values.length / 2 && values.length < MOST) {
            grow();
        }
        int place = place(hash);
        taken += values[place] == null ? 1 : 0;
        RawKey.putInt(keys, place * PLACE, hash);
        longKeys[place] = key.length() > SHORT ? key.copy() : null;
        if (key.length() <= SHORT) {
            key.copyTo(keys, place * PLACE + Integer.BYTES);
        }
        values[place] = value;
    }

    /// The free one of the two places for a hash code, or one of them by turns.
    private int place(int hash) {
        int place = hash & values.length - 1;
        if (values[place] == null) {
            return place;
        }
        return values[place ^ 1] == null || (turn++ & 1) == 0 ? place ^ 1 : place;
    }

    private void grow() {
        byte[] oldKeys = keys;
        byte[] @Nullable [] oldLong = longKeys;
        @Nullable T[] old = values;
        keys = new byte[oldKeys.length * GROWTH];
        longKeys = new byte[old.length * GROWTH] @Nullable [];
        values = values(old.length * GROWTH);
        taken = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int place = place(RawKey.intAt(oldKeys, i * PLACE));
                taken += values[place] == null ? 1 : 0;
                System.arraycopy(oldKeys, i * PLACE, keys, place * PLACE, PLACE);
                longKeys[place] = oldLong[i];
                values[place] = old[i];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T[] values(int size) {
        return (@Nullable T[]) new @Nullable Object[size];
    }
}
