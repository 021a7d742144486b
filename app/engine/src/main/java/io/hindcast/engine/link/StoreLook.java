package io.hindcast.engine.link;

import io.hindcast.connector.Location;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What somebody looks at in a store. It names things and holds nothing of what the events say, unless somebody filters by it;
/// never a password. Its text is a link: [LookLink].
///
/// @param store a path, an address or `sample:ledger`, as a person types it
/// @param stream whole name
/// @param at the moment in the stream; its end when absent
/// @param from the moment in the stream that is compared with
/// @param effective the day on the other clock
/// @param field the field of the state that is followed
/// @param zone the zone of axis and tables
/// @param fold file name of the chosen fold; the store's own when absent
/// @param panel what the middle of the window shows
/// @param side what is shown of the stream
/// @param filter what the table of events is narrowed to
/// @param axis what the horizontal axis of the timeline means; of a stretch recorded time when absent
/// @param stretch what is in sight of the timeline; all of it when absent
public record StoreLook(
        String store,
        Optional<String> stream,
        Optional<Moment> at,
        Optional<Moment> from,
        Optional<LocalDate> effective,
        Optional<FieldPath> field,
        Optional<ZoneId> zone,
        Optional<String> fold,
        Optional<Panel> panel,
        Optional<Side> side,
        Optional<String> filter,
        Optional<Axis> axis,
        Optional<Stretch> stretch) {
    public StoreLook {
        if (new Location(store).showsPassword()) {
            throw new IllegalArgumentException("a password in a look");
        }
        if (stream.isEmpty() && (at.isPresent() || from.isPresent())) {
            throw new IllegalArgumentException("a moment without a stream");
        }
        if (fold.filter(it -> !isFileName(it)).isPresent()) {
            throw new IllegalArgumentException("a fold with a folder");
        }
        if (stretch.filter(it -> !it.isOf(axis.orElse(Axis.TIME))).isPresent()) {
            throw new IllegalArgumentException("a stretch of another axis");
        }
    }

    /// The store, and nothing chosen in it.
    public static StoreLook at(String store) {
        return new StoreLook(
                store,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether a text can be the name of a file: a link says which fold, never where on a machine to look for it.
    public static boolean isFileName(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
    }
}
