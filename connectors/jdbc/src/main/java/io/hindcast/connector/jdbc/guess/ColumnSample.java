package io.hindcast.connector.jdbc.guess;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.layout.Recognition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One column and its values in the first rows of a table, as text; a missing value is "".
record ColumnSample(Column column, List<String> values) {
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}([.]\\d{1,9})?)?");
    private static final Pattern ZONED = Pattern.compile(".*\\d{2}:\\d{2}.*(Z|[+-]\\d{2}(:?\\d{2})?)$");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> WHOLE = Set.of(
            "int2", "int4", "int8", "integer", "int", "bigint", "smallint", "tinyint", "mediumint", "bigint unsigned",
            "int unsigned", "bigserial", "serial");

    ColumnSample {
        values = List.copyOf(values);
    }

    String name() {
        return column.name();
    }

    /// The name without case, underscores and dashes.
    String plainName() {
        return Recognition.normal(column.name()).replace("-", "");
    }

    String type() {
        return column.typeName().toLowerCase(Locale.ROOT);
    }

    List<String> present() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    long distinct() {
        return new HashSet<>(present()).size();
    }

    /// Whether values come more than once.
    boolean repeats() {
        return distinct() < present().size();
    }

    /// Whether every row has a value of its own.
    boolean isUnique() {
        return !present().isEmpty() && distinct() == values.size();
    }

    boolean isWhole() {
        return WHOLE.contains(type()) && all(value -> value.matches("-?\\d{1,19}"));
    }

    /// JSON objects, judged by their first sign.
    boolean isJson() {
        return all(value -> value.stripLeading().startsWith("{"));
    }

    /// XML documents, judged by their first sign.
    boolean isXml() {
        return all(value -> value.stripLeading().startsWith("<"));
    }

    /// Days without a time.
    boolean isDay() {
        return all(value -> DAY.matcher(value).matches());
    }

    boolean isTimeOfDay() {
        return all(value -> TIME_OF_DAY.matcher(value).matches());
    }

    boolean isUuid() {
        return all(value -> UUID.matcher(value).matches());
    }

    boolean isText() {
        return !isWhole() && !isMoment() && !isJson() && !isXml();
    }

    /// Whether the values tell days with or without a time, or the type says so.
    boolean isMoment() {
        return (type().startsWith("timestamp") || type().startsWith("datetime"))
                ? !present().isEmpty()
                : all(value -> DAY_FIRST.matcher(value).matches());
    }

    /// Whether the moments say how far they are from UTC.
    boolean isZoned() {
        return type().contains("with time zone") || type().equals("timestamptz")
                || (!type().startsWith("timestamp") && all(value -> ZONED.matcher(value).matches()));
    }

    private boolean all(java.util.function.Predicate<String> test) {
        var present = present();
        return !present.isEmpty() && present.stream().allMatch(test);
    }
}
