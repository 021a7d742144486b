package io.hindcast.engine.fold.rules;

import java.util.List;

/// The words of a rule that events are supposed to have.
///
/// @param names the event types it is for, as they are written
/// @param paths what it reads of them
record Wording(List<Written> names, List<Path> paths) {
    /// A name or pattern, and where it stands.
    record Written(Node.Place place, String text) {}

    /// A path into an event.
    ///
    /// @param place where the value stands that it is part of
    /// @param optional whether the rule says what happens without it
    record Path(Node.Place place, Value.At at, boolean optional) {}
}
