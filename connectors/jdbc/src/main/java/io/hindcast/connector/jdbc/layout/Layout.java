package io.hindcast.connector.jdbc.layout;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one layout file says, read for one dialect. Nothing in it is SQL: columns, texts and named steps only, so that
/// a layout from a stranger can do no harm.
///
/// @param name file name without ending
/// @param system name of the system in reports: `message-db`
/// @param title the system for people
/// @param recognitions the signs of its event table; one of them is enough
/// @param joins tables whose columns belong to the rows of the event table
/// @param snapshotJoins tables whose columns belong to the rows of a snapshot table
/// @param skips rows that are no events, in the order in which they are tried
/// @param asides tables of the system that hold neither events nor snapshots
/// @param capabilities those that no column shows: dense versions, dense positions
public record Layout(
        String name,
        String system,
        String title,
        List<Recognition> recognitions,
        EventTable events,
        List<Join> joins,
        List<Join> snapshotJoins,
        List<Skip> skips,
        Optional<SnapshotTable> snapshots,
        List<Aside> asides,
        Map<EventField, List<FieldLocation>> fields,
        Set<Capability> capabilities) {
    public Layout {
        recognitions = List.copyOf(recognitions);
        joins = List.copyOf(joins);
        snapshotJoins = List.copyOf(snapshotJoins);
        skips = List.copyOf(skips);
        asides = List.copyOf(asides);
        fields = Map.copyOf(fields);
        capabilities = Set.copyOf(capabilities);
    }

    /// Tables beside the event table that are named to a person and never read.
    ///
    /// @param what what they hold
    /// @param tables name patterns, as in [Recognition#tables()]
    /// @param because why they are not read
    public record Aside(String what, List<String> tables, String because) {
        public Aside {
            tables = List.copyOf(tables);
        }
    }

    /// Rows of the event table that are seen and not given as events.
    ///
    /// @param what what they are called
    /// @param because why they are no events
    public record Skip(String what, Condition when, String because) {}
}
