package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns events of an older shape into the shape the rules are written for.
///
/// @param types which event types, or patterns of them
/// @param revisions of which revisions, as text; empty for all of them, [#NO_REVISION] for events that say none
/// @param condition what else must hold for the event, asked of its old body
/// @param parts what becomes of it: nothing, one event, several
/// @param becomes the revision afterwards, if the file says one
/// @param wording what events are supposed to have
record Upcaster(
        NameTable<Boolean> types,
        Set<String> revisions,
        Optional<Condition> condition,
        List<Part> parts,
        Optional<String> becomes,
        Wording wording) {
    /// What a file writes for events that do not say their revision.
    static final String NO_REVISION = "none";

    /// One event that comes out.
    ///
    /// @param type its type, if it is another one
    /// @param condition what must hold for there to be one, asked of the old body
    /// @param edits what is done to a copy of the old body; values are read from the old one
    record Part(Optional<String> type, Optional<Condition> condition, Operation edits) {}

    /// An event on its way through the upcasters.
    record Passing(FoldEvent event, String revision) {}

    boolean concerns(String type) {
        return types.find(type).isPresent();
    }

    List<Passing> apply(Passing passing) throws FoldFailure {
        FoldEvent event = passing.event;
        boolean meant = concerns(event.type())
                && (revisions.isEmpty() || revisions.contains(passing.revision))
                && holds(condition, event);
        if (!meant) {
            return List.of(passing);
        }
        var made = new ArrayList<Passing>(parts.size());
        for (Part part : parts) {
            if (holds(part.condition, event)) {
                var body = new TreeEditor(event.data());
                part.edits.apply(event, body);
                made.add(new Passing(
                        event.recast(part.type.orElse(event.type()), body.root()), becomes.orElse(passing.revision)));
            }
        }
        return made;
    }

    private static boolean holds(Optional<Condition> condition, FoldEvent event) throws FoldFailure {
        return condition.isEmpty() || condition.get().holds(event, new TreeEditor(event.data()));
    }

    /// Takes a field of the body to another place; nothing is done where it is missing.
    record Move(Target from, Target to) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor body) throws FoldFailure {
            StateValue value = body.read(from.path(event, body));
            if (value.isPresent()) {
                body.set(from.path(event, body), Absent.ABSENT);
                to.set(value, event, body);
            }
        }
    }

    /// Puts a value where the body has none.
    record Default(Target target, Value value) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor body) throws FoldFailure {
            if (Operation.isNothing(body.read(target.path(event, body)))) {
                target.set(value.read(event, body), event, body);
            }
        }
    }
}
