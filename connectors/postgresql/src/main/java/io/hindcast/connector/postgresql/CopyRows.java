package io.hindcast.connector.postgresql;

import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/// The rows of a `COPY … TO STDOUT (FORMAT BINARY)`, one after the other, without an object a value: a value is a
/// place and a length in [#bytes()]. Used by one thread.
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NO_VALUE = -1;

    private final CopyOut copy;
    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean started;

    CopyRows(CopyOut copy, int columns) {
        this.copy = copy;
        this.starts = new int[columns];
        this.lengths = new int[columns];
    }

    /// Goes to the next row; no when there is none. The values of the row before are gone then.
    boolean next() throws SQLException {
        while (at >= bytes.length) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                return false;
            }
            bytes = message;
            at = started ? 0 : passHeader();
            started = true;
        }
        int columns = shortAt(at);
        at += Short.BYTES;
        if (columns < 0) {
            at = bytes.length;
            return next();
        }
        if (columns != starts.length) {
            throw new IllegalStateException("%d columns instead of %d".formatted(columns, starts.length));
        }
        for (int column = 0; column < columns; column++) {
            int length = intAt(at);
            at += Integer.BYTES;
            starts[column] = at;
            lengths[column] = length;
            at += Math.max(length, 0);
        }
        return true;
    }

    private int passHeader() {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes[i] != SIGNATURE[i]) {
                throw new IllegalStateException("not the binary COPY format");
            }
        }
        int extension = SIGNATURE.length + Integer.BYTES;
        return extension + Integer.BYTES + intAt(extension);
    }

    /// Where all values of the row lie. Not to be written to.
    byte[] bytes() {
        return bytes;
    }

    boolean isAbsent(int column) {
        return lengths[column] == NO_VALUE;
    }

    int start(int column) {
        return starts[column];
    }

    int length(int column) {
        return lengths[column];
    }

    long longAt(int place) {
        return ((long) intAt(place) << 32) | (intAt(place + Integer.BYTES) & 0xFFFF_FFFFL);
    }

    int intAt(int place) {
        return (bytes[place] & 0xFF) << 24
                | (bytes[place + 1] & 0xFF) << 16
                | (bytes[place + 2] & 0xFF) << 8
                | (bytes[place + 3] & 0xFF);
    }

    int shortAt(int place) {
        return (short) ((bytes[place] & 0xFF) << 8 | (bytes[place + 1] & 0xFF));
    }
}
