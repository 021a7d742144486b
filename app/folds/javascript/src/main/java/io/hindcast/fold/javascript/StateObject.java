package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields of a state or of a decoded body as an object of a script.
final class StateObject extends LazyObject {
    private final Fields fields;

    StateObject(Values values, Fields fields) {
        super(values);
        this.fields = fields;
    }

    @Override
    @Nullable Object source(String name) {
        StateValue value = fields.field(name);
        return value.isPresent() ? values().toScript(value) : NOT_FOUND;
    }

    @Override
    List<String> sourceNames() {
        return fields.names();
    }

    @Override
    boolean sourceHas(String name) {
        return fields.field(name).isPresent();
    }

    @Override
    StateValue base() {
        return fields;
    }
}
