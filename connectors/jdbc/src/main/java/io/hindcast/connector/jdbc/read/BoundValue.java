package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.TimeForm;
import io.hindcast.event.ByteSlice;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value of a layout on a real table: it knows in which slots its columns lie, and works the value out of a row.
/// Null stands for a value that is not there.
final class BoundValue {
    /// A stretch of the template.
    sealed interface BoundPiece {
        record Literal(String text) implements BoundPiece {}

        /// @param bytes whether the slot is read as bytes
        record Cell(Column column, int slot, boolean bytes) implements BoundPiece {}
    }

    private final List<BoundPiece> pieces;
    private final List<Step> steps;
    private final @Nullable BoundValue otherwise;

    BoundValue(List<BoundPiece> pieces, List<Step> steps) {
        this(pieces, steps, null);
    }

    private BoundValue(List<BoundPiece> pieces, List<Step> steps, @Nullable BoundValue otherwise) {
        this.pieces = List.copyOf(pieces);
        this.steps = List.copyOf(steps);
        this.otherwise = otherwise;
    }

    /// This value, or another in rows that lack it.
    BoundValue or(BoundValue other) {
        return new BoundValue(pieces, steps, other);
    }

    Optional<BoundValue> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    List<BoundPiece> pieces() {
        return pieces;
    }

    List<Step> steps() {
        return steps;
    }

    /// Whether every piece is a short column, so that the value follows from little and may come again in other rows.
    boolean isName() {
        return steps.stream().noneMatch(step -> step instanceof Step.Json || step instanceof Step.Unzip)
                && (otherwise == null || otherwise.isName());
    }

    /// The cells that the value follows from, and those of what stands in for it.
    Stream<BoundPiece.Cell> allCells() {
        return Stream.concat(cells(), otherwise().stream().flatMap(BoundValue::allCells));
    }

    private Stream<BoundPiece.Cell> cells() {
        return pieces.stream().filter(BoundPiece.Cell.class::isInstance).map(BoundPiece.Cell.class::cast);
    }

    List<Column> columns() {
        return cells().map(BoundPiece.Cell::column).toList();
    }

    /// The columns, and those of what stands in for them.
    List<Column> allColumns() {
        var all = new ArrayList<>(columns());
        otherwise().ifPresent(other -> all.addAll(other.allColumns()));
        return all;
    }

    /// The column when the template is nothing else.
    Optional<Column> onlyColumn() {
        return pieces.size() == 1 && otherwise == null && !columns().isEmpty() ? Optional.of(columns().getFirst()) : Optional.empty();
    }

    Optional<Column> plainColumn() {
        return steps.isEmpty() ? onlyColumn() : Optional.empty();
    }

    @Nullable
    String text(Row row) throws SQLException {
        String text = ownText(row);
        return text != null || otherwise == null ? text : otherwise.text(row);
    }

    private @Nullable String ownText(Row row) throws SQLException {
        if (pieces.size() == 1 && pieces.getFirst() instanceof BoundPiece.Cell cell) {
            return cell.bytes()
                    ? Steps.ofBytes(row.bytes(cell.slot()), steps)
                    : Steps.ofText(row.text(cell.slot()), steps);
        }
        var joined = new StringBuilder();
        for (BoundPiece piece : pieces) {
            switch (piece) {
                case BoundPiece.Literal(String text) -> joined.append(text);
                case BoundPiece.Cell cell -> {
                    String text = row.text(cell.slot());
                    if (text == null) {
                        return null;
                    }
                    joined.append(text);
                }
            }
        }
        return Steps.ofText(joined.toString(), steps);
    }

    /// The value, where it is nothing but a column that holds a UUID.
    @Nullable
    UUID uuid(Row row) throws SQLException {
        return otherwise == null
                        && steps.isEmpty()
                        && pieces.size() == 1
                        && pieces.getFirst() instanceof BoundPiece.Cell cell
                        && !cell.bytes()
                ? row.uuid(cell.slot())
                : null;
    }

    @Nullable
    Long number(Row row) throws SQLException {
        if (otherwise == null && steps.isEmpty() && pieces.getFirst() instanceof BoundPiece.Cell cell) {
            return row.number(cell.slot());
        }
        String text = text(row);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw new UnreadableValue("is not a whole number");
        }
    }

    /// A body; with steps, the text they lead to.
    byte @Nullable [] bytes(Row row) throws SQLException {
        var slice = slice(row);
        return slice == null ? null : slice.copy();
    }

    /// As [#bytes(Row)], perhaps in the row's own memory: to be copied before the next row comes.
    @Nullable
    ByteSlice slice(Row row) throws SQLException {
        var slice = ownSlice(row);
        return slice != null || otherwise == null ? slice : otherwise.slice(row);
    }

    private @Nullable ByteSlice ownSlice(Row row) throws SQLException {
        if (!(pieces.getFirst() instanceof BoundPiece.Cell cell)) {
            return null;
        }
        if (steps.isEmpty()) {
            return row.slice(cell.slot());
        }
        String text = Steps.ofBytes(row.bytes(cell.slot()), steps);
        return text == null ? null : ByteSlice.ofText(text);
    }

    /// The instant; the last step says how it is written.
    @Nullable
    Instant instant(Row row) throws SQLException {
        Instant own = ownInstant(row);
        return own != null || otherwise == null ? own : otherwise.instant(row);
    }

    private @Nullable Instant ownInstant(Row row) throws SQLException {
        if (!(steps.getLast() instanceof Step.Time(TimeForm form))) {
            throw new IllegalStateException("a time without a form");
        }
        if (steps.size() == 1 && pieces.size() == 1 && pieces.getFirst() instanceof BoundPiece.Cell cell) {
            switch (form) {
                case INSTANT, UTC -> {
                    return row.instant(cell.slot());
                }
                case MILLIS, SECONDS, MICROS -> {
                    return ofNumber(form, row.number(cell.slot()));
                }
                case ISO, HLC -> {}
            }
        }
        String text = ownText(row);
        try {
            return text == null ? null : form.read(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            throw new UnreadableValue("is not a time");
        }
    }

    private static @Nullable Instant ofNumber(TimeForm form, @Nullable Long number) {
        try {
            return number == null ? null : form.read(number);
        } catch (DateTimeException | ArithmeticException _) {
            throw new UnreadableValue("is not a time");
        }
    }
}
