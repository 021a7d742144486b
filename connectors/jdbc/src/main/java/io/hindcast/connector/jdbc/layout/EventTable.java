package io.hindcast.connector.jdbc.layout;

import io.hindcast.event.PayloadShape;
import java.util.List;
import java.util.Optional;

/// What the columns of the event table mean.
///
/// @param position one or two numbers that order the whole store, empty where it has no such order
/// @param positionUnique whether no two rows share a position, as the system promises
/// @param recorded the last step is a [Step.Time]
/// @param deleted marks rows of streams that were deleted or archived; such rows are still events
public record EventTable(
        Value stream,
        Optional<Value> category,
        Optional<Value> version,
        List<Value> position,
        boolean positionUnique,
        Optional<Value> id,
        Value type,
        Optional<Value> recorded,
        Optional<Value> data,
        PayloadShape dataShape,
        Optional<Value> metadata,
        PayloadShape metadataShape,
        Optional<Value> deleted) {
    public EventTable {
        position = List.copyOf(position);
    }
}
