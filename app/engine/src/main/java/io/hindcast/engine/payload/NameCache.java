package io.hindcast.engine.payload;

import io.hindcast.event.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives the same string for the same field name again: names repeat from event to event. Bounded. Safe for many
/// threads, which may see a name made twice, never a wrong one.
final class NameCache {
    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 64;
    /// Parts names that differ in their last characters only.
    private static final int GOLDEN = 0x9E3779B9;
    /// In so many neighbouring slots a name may be.
    private static final int WAYS = 4;

    // Written without a lock: an entry is immutable, and to miss another thread's one costs a string.
    private final @Nullable Known[] slots = new @Nullable Known[SLOTS];

    private int next; // of any thread: whichever slot it is, it is a good one

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(String text, byte[] written) {}

    String of(JsonTape tape, int name) {
        ByteSlice slice = tape.slice(name);
        if (slice.length() > LONGEST) {
            return tape.text(name);
        }
        byte[] bytes = slice.array();
        int from = slice.offset();
        int to = from + slice.length();
        int slot = slot(bytes, from, to);
        for (int way = 0; way < WAYS; way++) {
            Known known = slots[slot ^ way];
            if (known != null && Arrays.equals(bytes, from, to, known.written, 0, known.written.length)) {
                return known.text;
            }
        }
        var made = new Known(tape.text(name), slice.copy());
        slots[free(slot)] = made;
        return made.text;
    }

    /// Where nothing is yet, else any of the slots where a name may be.
    private int free(int slot) {
        for (int way = 0; way < WAYS; way++) {
            if (slots[slot ^ way] == null) {
                return slot ^ way;
            }
        }
        return slot ^ (next++ & WAYS - 1);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash * GOLDEN) >>> (1 + Integer.numberOfLeadingZeros(SLOTS));
    }
}
