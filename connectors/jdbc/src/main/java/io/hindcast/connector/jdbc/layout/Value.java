package io.hindcast.connector.jdbc.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a layout says about one value: a template of columns and text, then steps from left to right.
///
/// `{stream}/{aggregate_id}` joins two columns; `{topic} | after-last "."` cuts one.
///
/// @param otherwise what holds for a row that has no such value
public record Value(List<Piece> pieces, List<Step> steps, Optional<Value> otherwise) {
    public Value {
        pieces = List.copyOf(pieces);
        steps = List.copyOf(steps);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a value of nothing");
        }
    }

    public Value(List<Piece> pieces, List<Step> steps) {
        this(pieces, steps, Optional.empty());
    }

    Value or(Value other) {
        return new Value(pieces, steps, Optional.of(other));
    }

    /// The columns of the template, without those of [#otherwise()].
    public Stream<Piece.Column> columns() {
        return pieces.stream().filter(Piece.Column.class::isInstance).map(Piece.Column.class::cast);
    }

    /// The columns of the template and of everything that stands in for it.
    public Stream<Piece.Column> allColumns() {
        return Stream.concat(columns(), otherwise.stream().flatMap(Value::allColumns));
    }

    /// Whether a row may lack the value without being in trouble.
    public boolean optional() {
        return columns().anyMatch(Piece.Column::optional);
    }

    /// The column when the value is one column and nothing else is done with it.
    public Optional<Piece.Column> plainColumn() {
        return steps.isEmpty() ? onlyColumn() : Optional.empty();
    }

    /// The column when the template is one column and nothing stands in for it, whatever the steps.
    public Optional<Piece.Column> onlyColumn() {
        return otherwise.isEmpty() && pieces.size() == 1 && pieces.getFirst() instanceof Piece.Column column
                ? Optional.of(column)
                : Optional.empty();
    }

    /// How an instant is written, where the last step makes one.
    public Optional<TimeForm> timeForm() {
        return !steps.isEmpty() && steps.getLast() instanceof Step.Time(var form)
                ? Optional.of(form)
                : Optional.empty();
    }
}
