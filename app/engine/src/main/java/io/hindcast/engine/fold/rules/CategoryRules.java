package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.event.FieldLocation;
import java.util.Optional;

/// The rules of one kind of aggregate.
///
/// @param name as the file calls it
/// @param start the state before the first event
/// @param handlers what an event type does
/// @param otherwise what an event of any other type does
/// @param currency where the state names its currency
record CategoryRules(
        String name,
        Fields start,
        NameTable<Operation> handlers,
        Operation otherwise,
        SnapshotComparison comparison,
        Optional<FieldLocation> effectiveAt,
        Optional<FieldPath> currency) {

    void begin(StateEditor state) {
        start.entries().forEach(entry -> state.set(FieldPath.ROOT.child(entry.getKey()), entry.getValue()));
    }

    void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        handlers.find(event.type()).orElse(otherwise).apply(event, state);
    }

    boolean knows(String type) {
        return handlers.find(type).isPresent();
    }
}
