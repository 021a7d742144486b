package io.hindcast.engine.state;

/// A value as it stands in a payload or a state. Immutable; equal when the content is equal (numbers by value: 1.50
/// equals 1.5). Safe for many threads.
public sealed interface StateValue permits Absent, Null, Bool, Num, Text, Items, Fields, Opaque {

    /// The value at a path, [Absent] when nothing is there.
    default StateValue at(FieldPath path) {
        StateValue here = this;
        for (String step : path.steps()) {
            here = switch (here) {
                case Fields fields -> fields.field(step);
                case Items items -> items.item(step);
                case Absent _, Null _, Bool _, Num _, Text _, Opaque _ -> Absent.ABSENT;
            };
        }
        return here;
    }

    /// Whether something is here at all; JSON null counts as something.
    default boolean isPresent() {
        return !(this instanceof Absent);
    }
}
