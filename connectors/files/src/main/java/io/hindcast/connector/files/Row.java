package io.hindcast.connector.files;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// A record taken apart into named values, whichever format it came from.
sealed interface Row permits JsonRow, CsvRow {
    int size();

    /// The names of the values. Rows that share the list share the meaning of their places.
    List<String> names();

    String name(int place);

    /// Whether there is a value: null and an empty cell are none.
    boolean has(int place);

    /// The value as text: a string without its quotes, anything else as written; absent for null and an empty cell.
    Optional<String> text(int place);

    /// The value that is the body, as the bytes of JSON that the file holds; absent for null and an empty cell.
    Optional<byte[]> body(int place);

    /// Appends the name as a JSON text.
    void writeName(int place, ByteArrayOutputStream out);

    /// Appends the value as JSON, digits unchanged.
    void writeJson(int place, ByteArrayOutputStream out);
}
