package io.hindcast.connector.files;

import java.util.Optional;

/// Finds the records of a file one after the other, without reading what they say. For one thread.
interface RecordScanner {
    /// Where a record lies.
    ///
    /// @param offset first byte
    /// @param length in bytes, line end excluded
    /// @param line its first line in the file, counted from 1
    record Stretch(long offset, long length, long line) {}

    Optional<Stretch> next();

    /// What is odd about the end of the file, once all records were given.
    default Optional<String> oddEnd() {
        return Optional.empty();
    }
}
