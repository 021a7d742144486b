package io.hindcast.audit.integrity;

import java.util.Arrays;
import java.util.BitSet;

/// The identities of all events, and of what caused them, as numbers of 64 bits by ordinal. Sixteen bytes an event. Rows
/// of different threads never touch the same place.
final class IdTable {
    /// Stands for an event that has none.
    private static final long NONE = 0;

    private final long[] ids;
    private final long[] causes;

    IdTable(int events) {
        ids = new long[events];
        causes = new long[events];
    }

    /// Whether a table of so many events, and what is needed to go through it, takes at most half of the heap.
    static boolean fits(int events) {
        return events * 24L < Runtime.getRuntime().maxMemory() / 2;
    }

    void id(int event, String id) {
        ids[event] = mixed(id);
    }

    void cause(int event, String id) {
        causes[event] = mixed(id);
    }

    boolean hasIds() {
        return Arrays.stream(ids).anyMatch(id -> id != NONE);
    }

    boolean hasCauses() {
        return Arrays.stream(causes).anyMatch(id -> id != NONE);
    }

    /// Events whose identity another event has too; the first of each included.
    BitSet shared() {
        long[] sorted = sorted();
        int kept = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && sorted[i] != NONE && (kept == 0 || sorted[kept - 1] != sorted[i])) {
                sorted[kept++] = sorted[i];
            }
        }
        return eventsAmong(sorted, kept);
    }

    private BitSet eventsAmong(long[] wanted, int count) {
        var events = new BitSet();
        for (int event = 0; event < ids.length && count > 0; event++) {
            if (Arrays.binarySearch(wanted, 0, count, ids[event]) >= 0) {
                events.set(event);
            }
        }
        return events;
    }

    /// Events that name a cause which is no event here.
    BitSet orphans() {
        long[] sorted = sorted();
        var orphans = new BitSet();
        for (int event = 0; event < causes.length; event++) {
            if (causes[event] != NONE && Arrays.binarySearch(sorted, causes[event]) < 0) {
                orphans.set(event);
            }
        }
        return orphans;
    }

    long withCause() {
        return Arrays.stream(causes).filter(id -> id != NONE).count();
    }

    private long[] sorted() {
        long[] sorted = ids.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /// Never [#NONE]. The texts of equal numbers are compared before anything is said about them.
    private static long mixed(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == NONE ? 1 : hash;
    }
}
