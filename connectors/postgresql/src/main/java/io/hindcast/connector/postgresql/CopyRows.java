package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.RowSink;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.copy.CopyOut;

/// The rows of a `COPY … TO STDOUT (FORMAT BINARY)`, a few at a time, without an object a value. Used by one thread.
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /// Rows of so many bytes together are enough at a time.
    private static final int MANY_BYTES = 1 << 16;

    private final CopyOut copy;
    private final List<CopyRow> rows;
    private byte[] message = new byte[0];
    private int at;
    private boolean started;
    private boolean ended;

    CopyRows(CopyOut copy, List<PostgresType> types) {
        this.copy = copy;
        this.rows = IntStream.range(0, RowSink.MOST_EXPECTED)
                .mapToObj(_ -> new CopyRow(types))
                .toList();
    }

    /// The next rows, none at the end. Those of the call before are gone then.
    List<CopyRow> next() throws SQLException {
        int count = 0;
        int bytes = 0;
        while (count < rows.size() && bytes < MANY_BYTES && isMore()) {
            at = rows.get(count++).begin(message, at);
            bytes += message.length;
        }
        return rows.subList(0, count);
    }

    /// Whether a row lies at the place where to go on.
    private boolean isMore() throws SQLException {
        while (!ended && (at >= message.length || Big.shortAt(message, at) < 0)) {
            byte[] next = copy.readFromCopy();
            if (next == null) {
                ended = true;
                return false;
            }
            message = next;
            at = started ? 0 : passHeader();
            started = true;
        }
        return !ended;
    }

    private int passHeader() {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (message[i] != SIGNATURE[i]) {
                throw new IllegalStateException("not the binary COPY format");
            }
        }
        int extension = SIGNATURE.length + Integer.BYTES;
        return extension + Integer.BYTES + Big.intAt(message, extension);
    }
}
