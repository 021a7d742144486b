package io.hindcast.connector;

import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a source knows about itself after opening.
///
/// @param connector id of the connector
/// @param system the system that wrote the store: `message-db`, `axon4-jdbc`, `ndjson`
/// @param layout name of the layout in use
/// @param recognisedBy the signs it was recognised by, one clause each
/// @param storeVersion version of the database or file format, "" if unknown
/// @param readOnlyProof what was verified so that nothing can be written
/// @param notRead what is known at opening to be left out, with the reason; for the rest see [EventSource#notRead()]
/// @param capabilities what the store can do
/// @param data how bodies are read
/// @param metadata how metadata are read
/// @param snapshotState how snapshot states are read
/// @param fields where the common fields lie; the first location that holds something wins
public record SourceInfo(
        String connector,
        String system,
        String layout,
        List<String> recognisedBy,
        String storeVersion,
        List<Proof> readOnlyProof,
        List<NotRead> notRead,
        Set<Capability> capabilities,
        PayloadShape data,
        PayloadShape metadata,
        PayloadShape snapshotState,
        Map<EventField, List<FieldLocation>> fields) {

    public SourceInfo {
        recognisedBy = List.copyOf(recognisedBy);
        readOnlyProof = List.copyOf(readOnlyProof);
        notRead = List.copyOf(notRead);
        capabilities = Set.copyOf(capabilities);
        fields = Map.copyOf(fields);
    }

    /// One verified fact: `session is read-only` / `transaction_read_only = on`.
    ///
    /// @param held whether the check came out as it should; a failed one is shown, not hidden
    public record Proof(String check, String result, boolean held) {}

    /// Rows seen but not given as events.
    ///
    /// @param rows how many, -1 if not counted
    public record NotRead(String what, long rows, String why) {}

    /// What a store can do.
    public enum Capability {
        /// Events have positions.
        GLOBAL_ORDER,
        /// Versions of a stream have no gaps: a gap is a defect.
        DENSE_VERSIONS,
        /// Positions have no gaps: a gap is a defect.
        DENSE_POSITIONS,
        /// Events carry a recorded time.
        RECORDED_TIME,
        /// The database keeps an index over recorded times. Without it, any question for a stretch of time would go through
        /// the whole store; Hindcast asks none and finds such a stretch in the headers, which it reads once.
        TIME_INDEX,
        /// Headers can be read without bodies.
        CHEAP_HEADERS,
        SNAPSHOTS,
        /// Streams can be marked deleted or archived.
        DELETION_MARKS,
        BACKWARD,
        /// The store can be followed while others write to it.
        LIVE_TAIL
    }
}
