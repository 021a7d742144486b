package io.hindcast.connector.jdbc.layout;

import java.util.Map;

/// One named way to get from a column's value to the value that is meant. A value without the sought text or member
/// becomes absent for the `Json` steps and stays as it is for the cutting ones.
public sealed interface Step {
    /// The part before the first occurrence of a text; all of it where the text does not occur.
    record Before(String text) implements Step {}

    /// The part behind the first occurrence.
    record After(String text) implements Step {}

    /// The part before the last occurrence.
    record BeforeLast(String text) implements Step {}

    /// The part behind the last occurrence.
    record AfterLast(String text) implements Step {}

    /// Without the first occurrence of a text.
    record Without(String text) implements Step {}

    /// Without a text at the very beginning.
    record WithoutStart(String text) implements Step {}

    /// The scalar at a JSON Pointer, read from JSON text in UTF-8; nothing is kept of the rest.
    record Json(String pointer) implements Step {}

    /// zlib or gzip undone where the first bytes show it; otherwise unchanged.
    record Unzip() implements Step {}

    /// Bytes written as hexadecimal digits, as ids in binary columns are.
    record Hex() implements Step {}

    /// Sixteen bytes written as a UUID.
    ///
    /// @param reordered whether the bytes of time stand the other way round, as MySQL's `UUID_TO_BIN(…, 1)` and
    ///     wolkenkit write them: third group, second, first, then the rest
    record Uuid(boolean reordered) implements Step {}

    /// JSON text inside of a JSON string taken out of it; other JSON stays.
    record Unquote() implements Step {}

    /// Text that ends in a JSON object: the object gives way to the scalar at a pointer in it, absent without one.
    record Member(String pointer) implements Step {}

    /// The key-value pairs of PostgreSQL's `hstore`, as a JSON object of texts and nulls.
    record Hstore() implements Step {}

    /// Text that ends in `hstore` pairs: the pairs give way to the value of one key, absent without one.
    record HstoreMember(String key) implements Step {}

    /// A reading of a hybrid logical clock as a number.
    record Clock() implements Step {}

    /// Another text for each of some texts; those that are not listed stay.
    record Named(Map<String, String> names) implements Step {
        public Named {
            names = Map.copyOf(names);
        }
    }

    /// The value as an instant.
    record Time(TimeForm form) implements Step {}
}
