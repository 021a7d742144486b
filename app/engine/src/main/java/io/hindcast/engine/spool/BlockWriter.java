package io.hindcast.engine.spool;

import io.hindcast.event.EventPage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Puts rows of a page behind one another: of each row what an index does not keep. First the lengths of all rows, then
/// ids, troubles, bodies and metadata, each kind together, because like packs well with like. One thread.
///
/// Lengths are written seven bits a byte. That of an id is 0 where there is none, 1 for the sixteen bytes of a UUID in
/// its usual spelling, else the length of the text and 2.
final class BlockWriter {
    static final int NO_ID = 0;
    static final int UUID_ID = 1;
    static final int TEXT_ID = 2;
    static final int UUID_BYTES = 16;
    private static final int UUID_LENGTH = 36;
    /// The most that the four lengths of a row take.
    private static final int LENGTHS_BYTES = 4 * 5;

    private static final int[] NONE = {};
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1 << 17];
    private int used;
    private byte[] ids = new byte[1 << 13];
    private int idsUsed;

    /// @param rows of the page, in their order
    /// @return how many bytes of [#bytes()] are used
    int write(EventPage page, int... rows) {
        used = 0;
        idsUsed = 0;
        boolean troubled = page.hasTroubles();
        ensure(rows.length * LENGTHS_BYTES);
        for (int row : rows) {
            number(id(page, row));
            number(troubled ? page.trouble(row).map(BlockWriter::utf8).map(text -> text.length).orElse(0) : 0);
            number(page.data(row).length());
            number(page.metadata(row).length());
        }
        append(ids, 0, idsUsed);
        for (int row : troubled ? rows : NONE) {
            page.trouble(row).map(BlockWriter::utf8).ifPresent(text -> append(text, 0, text.length));
        }
        for (int row : rows) {
            var data = page.data(row);
            append(data.array(), data.offset(), data.length());
        }
        for (int row : rows) {
            var metadata = page.metadata(row);
            append(metadata.array(), metadata.offset(), metadata.length());
        }
        return used;
    }

    byte[] bytes() {
        return bytes;
    }

    private int id(EventPage page, int row) {
        var known = page.uuid(row);
        if (known.isPresent()) {
            return uuid(known.get());
        }
        String id = page.id(row).orElse(null);
        if (id == null) {
            return NO_ID;
        }
        if (isUuid(id)) {
            return uuid(UUID.fromString(id));
        }
        byte[] text = utf8(id);
        room(text.length);
        System.arraycopy(text, 0, ids, idsUsed, text.length);
        idsUsed += text.length;
        return TEXT_ID + text.length;
    }

    private int uuid(UUID id) {
        room(UUID_BYTES);
        LONGS.set(ids, idsUsed, id.getMostSignificantBits());
        LONGS.set(ids, idsUsed + Long.BYTES, id.getLeastSignificantBits());
        idsUsed += UUID_BYTES;
        return UUID_ID;
    }

    private void room(int more) {
        if (ids.length - idsUsed < more) {
            ids = Arrays.copyOf(ids, Math.max(ids.length * 2, idsUsed + more));
        }
    }

    /// Lower case, groups of 8, 4, 4, 4 and 12: what comes out again letter by letter.
    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// For which there is room already.
    private void number(int number) {
        int rest = number;
        while (rest > 0x7F) {
            bytes[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[used++] = (byte) rest;
    }

    private void append(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, used, length);
        used += length;
    }

    private void ensure(int more) {
        if (bytes.length - used < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(used, more)));
        }
    }
}
