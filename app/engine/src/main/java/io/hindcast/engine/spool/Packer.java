package io.hindcast.engine.spool;

import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Packs rows of pages into blocks. One thread.
final class Packer {
    /// Enough for bodies to look alike, few enough to unpack in a moment.
    static final int EVENTS = 256;

    /// Bodies may be large; then a block ends sooner.
    private static final int LARGEST = 1 << 20;

    private final BlockWriter writer = new BlockWriter();
    private final Lz4 lz4 = new Lz4();
    private byte[] room = new byte[0];

    /// @param bytes the packed block, as long as the plain one where packing saved nothing
    @SuppressWarnings("ArrayRecordComponent")
    record Packed(int events, byte[] bytes, int plainLength) {
        int packedLength() {
            return bytes.length;
        }
    }

    List<Packed> pack(EventPage page, int... rows) {
        var blocks = new ArrayList<Packed>(rows.length / EVENTS + 1);
        int from = 0;
        while (from < rows.length) {
            int to = from;
            long bytes = 0;
            while (to < rows.length && to - from < EVENTS && bytes < LARGEST) {
                bytes += page.data(rows[to]).length() + page.metadata(rows[to]).length();
                to++;
            }
            blocks.add(block(page, Arrays.copyOfRange(rows, from, to)));
            from = to;
        }
        return blocks;
    }

    private Packed block(EventPage page, int... rows) {
        int plain = writer.write(page, rows);
        if (room.length < Lz4.room(plain)) {
            room = new byte[Lz4.room(plain)];
        }
        int packed = lz4.pack(writer.bytes(), plain, room);
        return new Packed(
                rows.length,
                packed < plain ? Arrays.copyOf(room, packed) : Arrays.copyOf(writer.bytes(), plain),
                plain);
    }
}
