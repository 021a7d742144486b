package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state itself as an object of a script: its fields are read from the editor one by one, and the whole is made only
/// for a script that asks for all names. Counts until something is written.
final class EditedObject extends LazyObject {
    private final Place place;
    private final Touched fields = new Touched();
    private @Nullable StateValue whole;

    EditedObject(Values values, Place place) {
        super(values);
        this.place = place;
    }

    @Override
    @Nullable Object source(String name) {
        StateValue value = whole instanceof Fields fields
                ? fields.field(name)
                : field(name).read();
        return value.isPresent() ? values().toScript(value) : NOT_FOUND;
    }

    @Override
    List<String> sourceNames() {
        return base() instanceof Fields fields ? fields.names() : List.of();
    }

    @Override
    boolean sourceHas(String name) {
        return (whole instanceof Fields fields ? fields.field(name) : field(name).read()).isPresent();
    }

    /// Where a field is; found once.
    Place field(String name) {
        int at = fields.find(name);
        if (at >= 0 && fields.value(at) instanceof Place known) {
            return known;
        }
        Place found = place.child(name);
        fields.put(name, found);
        return found;
    }

    @Override
    StateValue base() {
        StateValue known = whole;
        if (known == null) {
            known = place.read();
            whole = known;
        }
        return known;
    }

    /// Whether the state is an object at all.
    boolean isObject() {
        return place.isObject();
    }

    /// Whether nothing was ever written.
    boolean isEmpty() {
        return base().equals(Fields.EMPTY);
    }

    Place place() {
        return place;
    }
}
