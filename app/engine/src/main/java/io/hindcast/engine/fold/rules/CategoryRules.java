package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.KnownPath;
import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.FieldLocation;
import java.util.List;
import java.util.Optional;

/// The rules of one kind of aggregate.
///
/// @param name as the file calls it
/// @param start the state before the first event
/// @param handlers what an event type does
/// @param otherwise what an event of any other type does
/// @param upcasters what happens to an event before its rule is looked up
/// @param currency where the state names its currency
/// @param wordings the words of each rule
/// @param always the paths that are looked up in every event
record CategoryRules(
        String name,
        Start start,
        NameTable<Operation> handlers,
        Operation otherwise,
        Upcasters upcasters,
        SnapshotComparison comparison,
        Optional<FieldLocation> effectiveAt,
        Optional<FieldPath> currency,
        List<Wording> wordings,
        List<Wording.Path> always) {

    void begin(StateEditor state) {
        start.write(state);
    }

    void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        if (!event.isRecast() && upcasters.concern(event.type())) {
            for (FoldEvent recast : upcasters.upcast(event)) {
                applyRule(recast, state);
            }
        } else {
            applyRule(event, state);
        }
    }

    private void applyRule(FoldEvent event, StateEditor state) throws FoldFailure {
        handlers.find(event.type()).orElse(otherwise).apply(event, state);
    }

    boolean knows(String type) {
        var types = upcasters.typesOf(type);
        return types.isEmpty() || types.stream().anyMatch(one -> handlers.find(one).isPresent());
    }

    /// The event in the shape the rules are written for, where it becomes exactly one.
    FoldEvent recast(FoldEvent event) {
        if (event.isRecast() || !upcasters.concern(event.type())) {
            return event;
        }
        try {
            List<FoldEvent> made = upcasters.upcast(event);
            return made.size() == 1 ? made.getFirst() : event;
        } catch (FoldFailure _) {
            return event; // applying it says why
        }
    }

    /// Constants, each at its path.
    record Start(List<KnownPath> paths, List<StateValue> values) {
        static Start of(Fields fields, PathTable paths) {
            return new Start(
                    fields.names().stream()
                            .map(name -> paths.of(FieldPath.ROOT.child(name)))
                            .toList(),
                    fields.names().stream().map(fields::field).toList());
        }

        void write(StateEditor state) {
            for (int i = 0; i < paths.size(); i++) {
                state.set(paths.get(i), values.get(i));
            }
        }
    }
}
