package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.Nullable;

/// What was worked out from the bytes of a row, found again when the same bytes come. It may forget: there is one place
/// for a key, and the newest has it. One thread.
///
/// A store may have a stream for every few rows, so that most looks go to memory that is in no cache. A short key lies in
/// its place, which is one line of a cache; one look tells whether it is the key.
final class Memo<T> {
    private static final int FEWEST = 1 << 8;
    /// A name and what is remembered of it take some 200 bytes: at most 13 MB.
    private static final int MOST = 1 << 16;
    /// Names are short; what is longer is no name.
    private static final int LONGEST = 1 << 10;
    /// Of a place: the hash code, and the key where it is short enough.
    private static final int PLACE = 64;

    private static final int SHORT = PLACE - Integer.BYTES;

    private byte[] keys = new byte[FEWEST * PLACE];
    private byte[] @Nullable [] longKeys = new byte[FEWEST] @Nullable [];
    private @Nullable T[] values = values(FEWEST);
    private int taken;

    @Nullable
    T find(RawKey key, int hash) {
        int place = hash & values.length - 1;
        int at = place * PLACE;
        if (RawKey.intAt(keys, at) != hash || values[place] == null) {
            return null;
        }
        byte[] apart = key.length() > SHORT ? longKeys[place] : null;
        boolean same = key.length() > SHORT
                ? apart != null && key.holds(apart)
                : longKeys[place] == null && key.begins(keys, at + Integer.BYTES);
        return same ? values[place] : null;
    }

    void keep(RawKey key, int hash, T value) {
        if (key.length() > LONGEST) {
            return;
        }
        if (taken > values.length / 2 && values.length < MOST) {
            grow();
        }
        int place = hash & values.length - 1;
        taken += values[place] == null ? 1 : 0;
        RawKey.putInt(keys, place * PLACE, hash);
        longKeys[place] = key.length() > SHORT ? key.copy() : null;
        if (key.length() <= SHORT) {
            key.copyTo(keys, place * PLACE + Integer.BYTES);
        }
        values[place] = value;
    }

    private void grow() {
        byte[] oldKeys = keys;
        byte[] @Nullable [] oldLong = longKeys;
        @Nullable T[] old = values;
        keys = new byte[oldKeys.length * 4];
        longKeys = new byte[old.length * 4] @Nullable [];
        values = values(old.length * 4);
        taken = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int place = RawKey.intAt(oldKeys, i * PLACE) & values.length - 1;
                System.arraycopy(oldKeys, i * PLACE, keys, place * PLACE, PLACE);
                longKeys[place] = oldLong[i];
                values[place] = old[i];
                taken++;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T[] values(int size) {
        return (@Nullable T[]) new @Nullable Object[size];
    }
}
