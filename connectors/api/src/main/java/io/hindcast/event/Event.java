package io.hindcast.event;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One recorded event, as the store holds it. Values that the store does not have are absent, never made up.
///
/// @param stream name of the stream, in the store's own spelling
/// @param category family of streams, "" where the store knows none
/// @param version place in the stream in the store's own numbering, absent where it numbers none
/// @param position place in the whole store, absent where the store has no total order
/// @param id the store's identity of the event, absent where it has none
/// @param type name of the event type
/// @param recordedAt when the store recorded the event, absent where it did not say or said it unreadably
/// @param data the body, undecoded; empty when it was not asked for or is not there
/// @param metadata the metadata, undecoded; empty when it was not asked for or is not there
/// @param trouble why this row could not be read as it should be, absent when all is well
public record Event(
        String stream,
        String category,
        OptionalLong version,
        Optional<Position> position,
        Optional<String> id,
        String type,
        Optional<Instant> recordedAt,
        ByteSlice data,
        ByteSlice metadata,
        Optional<String> trouble) {

    /// Where the event stands, for messages: stream and version, never the payload.
    public String place() {
        return version.isPresent() ? stream + " v" + version.getAsLong() : stream;
    }
}
