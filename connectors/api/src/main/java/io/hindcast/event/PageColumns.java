package io.hindcast.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of a page as columns that grow. One thread fills them; once they are trimmed nobody writes to them any more.
final class PageColumns {
    final boolean isPositioned;
    int[] streamOf;
    int[] typeOf;
    long[] versions;
    /// Both without a place where the rows have no positions.
    long[] positionHigh;
    long[] positionLow;
    long[] seconds;
    int[] nanos;
    /// Texts, or UUIDs that nobody has yet written as text.
    @Nullable Object[] ids;
    /// Where the bytes of a row begin.
    int[] start;
    int[] dataLength;
    int[] metadataLength;
    private int size;

    /// @param room for how many rows, at least one
    PageColumns(boolean isPositioned, int room) {
        this.isPositioned = isPositioned;
        this.streamOf = new int[room];
        this.typeOf = new int[room];
        this.versions = new long[room];
        this.positionHigh = new long[isPositioned ? room : 0];
        this.positionLow = new long[isPositioned ? room : 0];
        this.seconds = new long[room];
        this.nanos = new int[room];
        this.ids = new @Nullable Object[room];
        this.start = new int[room];
        this.dataLength = new int[room];
        this.metadataLength = new int[room];
    }

    int size() {
        return size;
    }

    /// Makes room for one more row.
    ///
    /// @return its place
    int add() {
        if (size == streamOf.length) {
            resize(size * 2);
        }
        return size++;
    }

    /// Lets go of what was made too much.
    void trim() {
        if (size < streamOf.length) {
            resize(size);
        }
    }

    private void resize(int room) {
        streamOf = Arrays.copyOf(streamOf, room);
        typeOf = Arrays.copyOf(typeOf, room);
        versions = Arrays.copyOf(versions, room);
        positionHigh = Arrays.copyOf(positionHigh, isPositioned ? room : 0);
        positionLow = Arrays.copyOf(positionLow, isPositioned ? room : 0);
        seconds = Arrays.copyOf(seconds, room);
        nanos = Arrays.copyOf(nanos, room);
        ids = Arrays.copyOf(ids, room);
        start = Arrays.copyOf(start, room);
        dataLength = Arrays.copyOf(dataLength, room);
        metadataLength = Arrays.copyOf(metadataLength, room);
    }
}
