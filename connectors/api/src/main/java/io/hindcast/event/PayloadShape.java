package io.hindcast.event;

import java.util.List;

/// How the bytes of a payload are to be read, said once for a whole store.
///
/// @param format one of the names in [Formats], or another that the engine may or may not know
/// @param root JSON Pointer (RFC 6901) of the part that matters, "" for the whole
/// @param without names of top-level fields of that part that are bookkeeping of the store, not content
public record PayloadShape(String format, String root, List<String> without) {
    public PayloadShape {
        without = List.copyOf(without);
    }

    public static PayloadShape of(String format) {
        return new PayloadShape(format, "", List.of());
    }

    /// The payload formats that the engine decodes.
    public static final class Formats {
        /// JSON text (RFC 8259) in UTF-8.
        public static final String JSON = "json";
        /// Found out from the first bytes: JSON, XML, zlib or gzip around either; anything else is opaque.
        public static final String SNIFFED = "sniffed";
        /// XML read as a tree: elements become fields, repeated ones items. Never bound to classes.
        public static final String XML = "xml";
        /// XStream's `<meta-data><entry>` map, or a JSON object, by the first byte.
        public static final String AXON_METADATA = "axon-metadata";
        /// JSON, possibly zlib-compressed, with `{"_type_", "_data_"}` wrappers of the Python eventsourcing library.
        public static final String PYTHON_TRANSCODED = "python-transcoded";
        /// As sniffed; an object whose only member, bookkeeping aside, is an object is replaced by that one:
        /// `{"MoneyDeposited": {...}}`.
        public static final String TAGGED = "tagged";
        /// What PHP's `serialize()` makes; an object is read as its properties, never as an object.
        public static final String PHP = "php-serialized";
        /// Plain text in UTF-8.
        public static final String TEXT = "text";
        /// Not to be decoded.
        public static final String OPAQUE = "opaque";

        private Formats() {}
    }
}
