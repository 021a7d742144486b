package io.hindcast.engine.payload;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives the same string for the same field name again: names repeat from event to event. Bounded. For one thread.
final class NameCache {
    private static final int SLOTS = 1024;
    private static final int LONGEST = 64;

    private final @Nullable String[] strings = new @Nullable String[SLOTS];
    private final byte[][] written = new byte[SLOTS][];

    String of(JsonTape tape, int name) {
        var slice = tape.slice(name);
        if (slice.length() > LONGEST) {
            return tape.text(name);
        }
        int from = slice.offset();
        int to = from + slice.length();
        int slot = slot(slice.array(), from, to);
        String known = strings[slot];
        if (known != null && Arrays.equals(slice.array(), from, to, written[slot], 0, written[slot].length)) {
            return known;
        }
        String text = tape.text(name);
        strings[slot] = text;
        written[slot] = slice.copy();
        return text;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }
}
