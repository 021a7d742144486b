package io.hindcast.connector.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Conditions on what a column holds, byte for byte. Texts stand in them as hexadecimal digits, because a copy takes no
/// parameters, and digits need no quoting.
final class Holding {
    private Holding() {}

    /// The column where its value holds one of the texts, else NULL; absent for types whose value is not text or bytes.
    ///
    /// A text is looked for in a subquery that may not be taken apart, so that JSON is written out once for all of them.
    static Optional<String> select(PostgresType type, String quoted, List<String> texts) {
        return switch (type) {
            case TEXT, VARCHAR, JSON, JSONB -> Optional.of(
                    "CASE WHEN (SELECT %s FROM (SELECT %s::text COLLATE \"C\" AS t OFFSET 0) AS written) THEN %s END"
                            .formatted(any(texts, Holding::inText), quoted, quoted));
            case BYTEA -> Optional.of("CASE WHEN %s THEN %s END"
                    .formatted(any(texts, text -> inBytes(text, quoted)), quoted));
            case INT2, INT4, INT8, BOOL, OID, XID8, UUID, TIMESTAMPTZ, TIMESTAMP, DATE, LARGE_OBJECT, OTHER ->
                Optional.empty();
        };
    }

    private static String any(List<String> texts, java.util.function.UnaryOperator<String> condition) {
        return texts.stream().map(condition).collect(Collectors.joining(" OR "));
    }

    /// Letters beyond ASCII are compared as bytes, whatever the encoding of the database.
    private static String inText(String text) {
        return text.chars().allMatch(letter -> letter < 0x80)
                ? "pg_catalog.strpos(t, pg_catalog.convert_from(%s, 'UTF8')) > 0".formatted(literal(text))
                : inBytes(text, "pg_catalog.convert_to(t, 'UTF8')");
    }

    private static String inBytes(String text, String bytes) {
        return "position(%s IN %s) > 0".formatted(literal(text), bytes);
    }

    private static String literal(String text) {
        return "'\\x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'::bytea";
    }
}
