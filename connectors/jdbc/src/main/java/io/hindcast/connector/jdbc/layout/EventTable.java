package io.hindcast.connector.jdbc.layout;

import io.hindcast.event.PayloadShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the columns of the event table mean.
///
/// @param position one or two numbers that order the whole store, empty where it has no such order
/// @param positionUnique whether no two rows share a position, as the system promises
/// @param positionInTable whether positions count within a table: of several tables read as one, they order only the
///     events of a stream
/// @param streamOrder what orders the events of a stream where it is not the version
/// @param horizon up to where the order of the whole store is complete while others write
/// @param notifies the channel on which the system says that events were written; `{schema}` in it is that of the table
/// @param recorded the last step is a [Step.Time]
/// @param metadataWith columns that are members of the metadata too, by their own names
/// @param deleted marks rows of streams that were deleted or archived; such rows are still events
public record EventTable(
        Value stream,
        Optional<Value> category,
        Optional<Value> version,
        List<Value> position,
        boolean positionUnique,
        boolean positionInTable,
        List<Value> streamOrder,
        HorizonBasis horizon,
        Optional<String> notifies,
        Optional<Value> id,
        Value type,
        Optional<Value> recorded,
        Optional<Value> data,
        PayloadShape dataShape,
        Optional<Value> metadata,
        PayloadShape metadataShape,
        List<Value> metadataWith,
        Optional<Value> deleted) {
    public EventTable {
        position = List.copyOf(position);
        metadataWith = List.copyOf(metadataWith);
        streamOrder = List.copyOf(streamOrder);
    }

    /// The columns of the table itself that some value speaks of.
    public Stream<Piece.Column> columns() {
        var lists = Stream.of(position, metadataWith, streamOrder).flatMap(List::stream);
        var single = Stream.of(category, version, id, recorded, data, metadata, deleted).flatMap(Optional::stream);
        return Stream.of(Stream.of(stream, type), lists, single)
                .flatMap(values -> values)
                .flatMap(Value::allColumns)
                .filter(column -> column.of().isEmpty());
    }
}
