package io.hindcast.engine.spool;

import io.hindcast.event.EventPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// An unpacked block, see [BlockWriter]. Not written to after it was made.
final class BlockReader {
    private static final int KINDS = 4;

    private final byte[] bytes;
    private final int[] lengths;
    private final int[] starts;

    /// @param rows how many rows the block has
    BlockReader(byte[] bytes, int rows) {
        this.bytes = bytes;
        this.lengths = new int[rows * KINDS];
        this.starts = new int[rows * KINDS];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            int shift = 0;
            int read;
            do {
                read = bytes[at++];
                lengths[i] |= (read & 0x7F) << shift;
                shift += 7;
            } while (read < 0);
        }
        for (int kind = 0; kind < KINDS; kind++) {
            for (int row = 0; row < rows; row++) {
                starts[row * KINDS + kind] = at;
                int length = lengths[row * KINDS + kind];
                at += kind > 0 ? length : idBytes(length);
            }
        }
    }

    private static int idBytes(int code) {
        return switch (code) {
            case BlockWriter.NO_ID -> 0;
            case BlockWriter.UUID_ID -> BlockWriter.UUID_BYTES;
            default -> code - BlockWriter.TEXT_ID;
        };
    }

    /// Adds what is known of a row to the row that the page is just being given.
    void addTo(EventPage.Builder page, int row) {
        int place = row * KINDS;
        switch (lengths[place]) {
            case BlockWriter.NO_ID -> {}
            case BlockWriter.UUID_ID -> {
                var id = ByteBuffer.wrap(bytes, starts[place], BlockWriter.UUID_BYTES);
                page.id(new UUID(id.getLong(), id.getLong()));
            }
            default -> page.id(text(starts[place], idBytes(lengths[place])));
        }
        if (lengths[place + 1] > 0) {
            page.trouble(text(starts[place + 1], lengths[place + 1]));
        }
        page.data(bytes, starts[place + 2], lengths[place + 2]);
        page.metadata(bytes, starts[place + 3], lengths[place + 3]);
    }

    private String text(int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
