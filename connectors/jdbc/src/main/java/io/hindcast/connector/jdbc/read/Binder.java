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

/// Finds the columns of a layout's values in a real table and gives each a slot.
final class Binder {
    private final Dialect dialect;
    private final Table table;
    private final Slots slots = new Slots();

    Binder(Dialect dialect, Table table) {
        this.dialect = dialect;
        this.table = table;
    }

    Slots slots() {
        return slots;
    }

    Dialect dialect() {
        return dialect;
    }

    Table table() {
        return table;
    }

    BoundValue text(Value value) {
        return bind(value, startsInBytes(value) ? Reading.BYTES : Reading.TEXT);
    }

    BoundValue number(Value value) {
        return value.plainColumn().isPresent() ? bind(value, Reading.NUMBER) : text(value);
    }

    BoundValue bytes(Value value) {
        return bind(value, Reading.BYTES);
    }

    BoundValue instant(Value value) {
        if (value.steps().size() > 1 || value.onlyColumn().isEmpty()) {
            return text(value);
        }
        return switch (value.timeForm().orElseThrow()) {
            case INSTANT -> bind(value, Reading.INSTANT);
            case UTC -> bind(value, Reading.UTC);
            case ISO -> bind(value, Reading.TEXT);
            case MILLIS, SECONDS, MICROS -> bind(value, Reading.NUMBER);
        };
    }

    /// Whether the table has every column of a value; one that is not optional has to be there.
    boolean has(Value value) {
        return value.columns().allMatch(column -> find(column).isPresent() || missing(column));
    }

    Column column(Piece.Column wanted) {
        return find(wanted)
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Kind.NOT_AN_EVENT_STORE,
                        "The table %s has no column %s, which the layout needs."
                                .formatted(table.title(), wanted.name())));
    }

    private boolean missing(Piece.Column wanted) {
        return !wanted.optional() && column(wanted).rowId();
    }

    private Optional<Column> find(Piece.Column wanted) {
        var column = table.column(wanted.name());
        return column.isPresent()
                ? column
                : dialect.rowId(table)
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
        return value.onlyColumn().isPresent()
                && !value.steps().isEmpty()
                && (value.steps().getFirst() instanceof Step.Unzip
                        || value.steps().getFirst() instanceof Step.Json
                        || value.steps().getFirst() instanceof Step.Hex
                        || value.steps().getFirst() instanceof Step.Uuid);
    }
}
