package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.Value;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Finds the columns of a layout's values in a real table and gives each a slot.
final class Binder {
    private final Dialect dialect;
    private final Tables tables;
    private final Slots slots = new Slots();

    Binder(Dialect dialect, Tables tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    Tables tables() {
        return tables;
    }

    Slots slots() {
        return slots;
    }

    Dialect dialect() {
        return dialect;
    }

    Table table() {
        return tables.itself();
    }

    BoundValue text(Value value) {
        return bound(value, startsInBytes(value) ? Reading.BYTES : Reading.TEXT, this::text);
    }

    BoundValue number(Value value) {
        return value.plainColumn().isPresent() ? bind(value, Reading.NUMBER) : text(value);
    }

    BoundValue bytes(Value value) {
        return bound(value, Reading.BYTES, this::bytes);
    }

    /// The value, and what stands in for it; that alone where the table does not have the value's columns.
    private BoundValue bound(Value value, Reading reading, Function<Value, BoundValue> binding) {
        if (value.otherwise().isEmpty()) {
            return bind(value, reading);
        }
        var other = value.otherwise().get();
        if (!hasOwn(value)) {
            return binding.apply(other);
        }
        var own = bind(value, reading);
        return has(other) ? own.or(binding.apply(other)) : own;
    }

    /// What stands in for columns that are not there is chosen before, so that a single column stays one and orders.
    BoundValue instant(Value value) {
        if (value.otherwise().isPresent()) {
            if (!hasOwn(value)) {
                return instant(value.otherwise().get());
            }
            var own = instant(new Value(value.pieces(), value.steps()));
            return has(value.otherwise().get()) ? own.or(instant(value.otherwise().get())) : own;
        }
        if (value.steps().size() > 1 || value.onlyColumn().isEmpty()) {
            return text(value);
        }
        return switch (value.timeForm().orElseThrow()) {
            case INSTANT -> bind(value, Reading.INSTANT);
            case UTC -> bind(value, Reading.UTC);
            case ISO, HLC -> bind(value, Reading.TEXT);
            case MILLIS, SECONDS, MICROS -> bind(value, Reading.NUMBER);
        };
    }

    /// Whether the table has every column of a value, or of what stands in for it; a column that is not optional has to be
    /// there.
    boolean has(Value value) {
        return value.otherwise().isPresent()
                ? hasOwn(value) || has(value.otherwise().get())
                : hasOwn(value);
    }

    private boolean hasOwn(Value value) {
        return value.columns().allMatch(column -> find(column).isPresent() || missing(column));
    }

    Column column(Piece.Column wanted) {
        return find(wanted)
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Kind.NOT_AN_EVENT_STORE,
                        wanted.of().isEmpty() || tables.isJoined(wanted.of())
                                ? "The table %s has no column %s, which the layout needs."
                                        .formatted(table().title(), wanted.name())
                                : "Beside the table %s no other with the column %s (%s) is there that this role may read; the layout needs it."
                                        .formatted(table().title(), wanted.bare(), wanted.of())));
    }

    private boolean missing(Piece.Column wanted) {
        return !wanted.optional() && column(wanted).rowId();
    }

    private Optional<Column> find(Piece.Column wanted) {
        var column = tables.column(wanted);
        return column.isPresent()
                ? column
                : tables.rowId(dialect)
                        .filter(hidden -> hidden.name().equals(wanted.name().toLowerCase(Locale.ROOT)));
    }

    private BoundValue bind(Value value, Reading reading) {
        var pieces = new ArrayList<BoundValue.BoundPiece>();
        for (Piece piece : value.pieces()) {
            pieces.add(
                    switch (piece) {
                        case Piece.Literal(String text) -> new BoundValue.BoundPiece.Literal(text);
                        case Piece.Column wanted -> {
                            var column = column(wanted);
                            yield new BoundValue.BoundPiece.Cell(
                                    column, slots.of(column, reading), reading == Reading.BYTES);
                        }
                    });
        }
        return new BoundValue(pieces, value.steps());
    }

    private static boolean startsInBytes(Value value) {
        return value.pieces().size() == 1
                && !value.steps().isEmpty()
                && (value.steps().getFirst() instanceof Step.Unzip
                        || value.steps().getFirst() instanceof Step.Json
                        || value.steps().getFirst() instanceof Step.Unquote
                        || value.steps().getFirst() instanceof Step.Hex
                        || value.steps().getFirst() instanceof Step.Uuid);
    }
}
