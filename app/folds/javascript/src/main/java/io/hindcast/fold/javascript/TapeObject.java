package io.hindcast.fold.javascript;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object of a body that lies on the tape: a field is read from the tokens when the script asks for it. Counts for
/// one event.
final class TapeObject extends LazyObject {
    private final PayloadView view;
    private final int token;

    TapeObject(Values values, PayloadView view, int token) {
        super(values);
        this.view = view;
        this.token = token;
    }

    @Override
    @Nullable Object source(String name) {
        int found = view.tape().field(token, values().bytesOf(name));
        return found == JsonTape.NONE ? NOT_FOUND : values().toScript(view, found);
    }

    @Override
    List<String> sourceNames() {
        JsonTape tape = view.tape();
        var names = new LinkedHashSet<String>();
        for (int name = tape.firstChild(token); name != tape.end(token); name = tape.next(name + 1)) {
            names.add(view.name(name));
        }
        return new ArrayList<>(names);
    }

    @Override
    boolean sourceHas(String name) {
        return view.tape().field(token, values().bytesOf(name)) != JsonTape.NONE;
    }

    @Override
    StateValue base() {
        return view.value(token);
    }
}
