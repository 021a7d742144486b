package io.hindcast.engine.changelog;

/// Reads the entries of a run of events of one block; see [WordLog] for how they are written.
final class Entries {
    private final byte[] bytes;
    private final int length;
    private int at;
    private int place;
    private boolean last = true;
    private long difference;

    /// @param length how many of the bytes belong to it; the rest is not looked at
    Entries(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /// Moves on to the next entry; false behind the last one.
    boolean next() {
        if (at == length) {
            return false;
        }
        byte[] from = bytes;
        int here = at;
        long head = from[here++];
        if (head < 0) {
            head &= 0x7F;
            for (int shift = 7; ; shift += 7) {
                long more = from[here++];
                head |= (more & 0x7F) << shift;
                if (more >= 0) {
                    break;
                }
            }
        }
        place = (last ? 0 : place) + (int) (head >>> 2);
        last = (head & 2) != 0;
        int kind = (head & 1) == 0 ? 0 : from[here++] & 0xFF;
        long rest = from[here++];
        if (rest < 0) {
            rest &= 0x7F;
            for (int shift = 7; ; shift += 7) {
                long more = from[here++];
                rest |= (more & 0x7F) << shift;
                if (more >= 0) {
                    break;
                }
            }
        }
        difference = ((rest >>> 1 ^ -(rest & 1)) << 8) + kind;
        at = here;
        return true;
    }

    /// What it reads from; to be filled anew when all was read.
    byte[] bytes() {
        return bytes;
    }

    int place() {
        return place;
    }

    /// What the word of the place grew by.
    long difference() {
        return difference;
    }

    /// Whether the event has no more entries.
    boolean isLastOfEvent() {
        return last;
    }
}
