package io.hindcast.connector.jdbc.dialect;

import io.hindcast.event.ByteSlice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a result; slots are numbered from 0 in the order of the select list. Null stands for SQL NULL.
///
/// A value that is not what the slot should hold is an [UnreadableValue]; a [SQLException] means that the result
/// cannot be read any further.
public interface Row {
    @Nullable
    String text(int slot) throws SQLException;

    @Nullable
    Long number(int slot) throws SQLException;

    byte @Nullable [] bytes(int slot) throws SQLException;

    /// As [#bytes(int)], but perhaps a window of the row's own memory: to be copied before the next row comes.
    default @Nullable ByteSlice slice(int slot) throws SQLException {
        byte[] own = bytes(slot);
        return own == null ? null : ByteSlice.of(own);
    }

    /// Bytes that two rows of one result share exactly if they hold the same value; cheaper to get than a text.
    /// To be copied before the next row comes.
    default @Nullable ByteSlice raw(int slot) throws SQLException {
        String text = text(slot);
        return text == null ? null : ByteSlice.ofText(text);
    }

    /// The value of a column whose type is UUID, [#text(int)] being its usual spelling; null of any other.
    default @Nullable UUID uuid(int slot) throws SQLException {
        return null;
    }

    /// For slots read as [Reading#INSTANT] and [Reading#UTC].
    @Nullable
    Instant instant(int slot) throws SQLException;

    /// The value as part of a key, to be compared again later.
    KeyPart key(int slot) throws SQLException;
}
