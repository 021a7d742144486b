package io.hindcast.engine.fold;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;

/// Lays an object that lies on a tape over the state: what [MergeFold#merge] does, building only what the state does not
/// hold yet.
final class TokenMerge {
    private final PayloadView view;
    private final StateEditor state;
    private final ArrayDeque<Layer> open = new ArrayDeque<>();

    private record Layer(PathTable.Step at, int object) {}

    private TokenMerge(PayloadView view, StateEditor state) {
        this.view = view;
        this.state = state;
    }

    /// @param object a token that is an object
    static void merge(PayloadView view, int object, PathTable.Step at, StateEditor state) {
        var merge = new TokenMerge(view, state);
        merge.open.push(new Layer(at, object));
        while (!merge.open.isEmpty()) {
            Layer layer = merge.open.pop();
            merge.lay(layer.at, layer.object);
        }
    }

    private void lay(PathTable.Step at, int object) {
        if (mayHaveDoubles(object)) {
            whole(at, object);
            return;
        }
        JsonTape tape = view.tape();
        int end = tape.end(object);
        for (int name = tape.firstChild(object); name != end; name = tape.next(name + 1)) {
            Optional<PathTable.Step> below = at.child(view.name(name));
            if (below.isEmpty()) {
                whole(at, object); // what was laid already is laid again, which changes nothing
                return;
            }
            field(below.get(), name + 1);
        }
    }

    private void field(PathTable.Step at, int token) {
        StateValue before = state.read(at.path());
        if (before instanceof Fields && view.tape().kind(token) == JsonTape.Kind.OBJECT) {
            open.push(new Layer(at, token));
        } else if (!view.isPlainly(token, before)) {
            state.set(at.path(), view.value(token));
        }
    }

    private void whole(PathTable.Step at, int object) {
        if (view.value(object) instanceof Fields fields) {
            MergeFold.merge(at.path().path(), fields, state);
        }
    }

    /// Of a name that stands twice only the last value counts, which the value of the whole object knows.
    private boolean mayHaveDoubles(int object) {
        JsonTape tape = view.tape();
        long seen = 0;
        long seenToo = 0;
        int end = tape.end(object);
        for (int name = tape.firstChild(object); name != end; name = tape.next(name + 1)) {
            int hash = view.name(name).hashCode();
            long bit = 1L << (hash ^ hash >>> 12);
            long bitToo = 1L << (hash >>> 6 ^ hash >>> 18);
            if ((seen & bit) != 0 && (seenToo & bitToo) != 0) {
                return hasDoubles(object);
            }
            seen |= bit;
            seenToo |= bitToo;
        }
        return false;
    }

    private boolean hasDoubles(int object) {
        var names = new HashSet<String>();
        JsonTape tape = view.tape();
        for (int name = tape.firstChild(object); name != tape.end(object); name = tape.next(name + 1)) {
            if (!names.add(view.name(name))) {
                return true;
            }
        }
        return false;
    }
}
