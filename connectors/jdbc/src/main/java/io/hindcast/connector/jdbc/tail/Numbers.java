package io.hindcast.connector.jdbc.tail;

import java.util.OptionalLong;

/// The positions that are there, of events and of all other rows of their table.
public interface Numbers {
    /// The highest; nothing in an empty table.
    OptionalLong last();

    /// The lowest ones above another, rising.
    long[] behind(long position, int most);

    /// The highest ones, rising.
    long[] newest(int most);
}
