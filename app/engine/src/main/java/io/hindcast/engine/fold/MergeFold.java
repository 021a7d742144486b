package io.hindcast.engine.fold;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayDeque;

/// The fold that needs no configuration: what an event says is laid over what was said before, field by field.
///
/// Objects are merged name by name at every depth; lists and everything else replace what was there; null sets null.
/// A body that is no object is put under a field named after the event type. Nothing is added up: the result says what
/// was last said, which is a guess at the state and is marked as one.
public final class MergeFold implements Fold {
    private final PathTable paths = new PathTable();

    @Override
    public String name() {
        return "merge fold (a guess)";
    }

    @Override
    public String digest() {
        return "merge-fold-1";
    }

    @Override
    public boolean isGuess() {
        return true;
    }

    @Override
    public boolean readsMetadata() {
        return false;
    }

    @Override
    public void begin(String category, StateEditor state) {
        // nothing is known before the first event
    }

    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        var view = event.tokens();
        if (view.isPresent() && view.get().tape().kind(view.get().content()) == JsonTape.Kind.OBJECT) {
            TokenMerge.merge(view.get(), view.get().content(), paths.root(), state);
            return;
        }
        switch (event.data()) {
            case Fields fields -> merge(FieldPath.ROOT, fields, state);
            case Opaque opaque -> throw new FoldFailure("unreadable: " + opaque.reason());
            case Absent _ -> {}
            case Null _, Bool _, Num _, Text _, Items _ ->
                state.set(FieldPath.ROOT.child(event.type()), event.data());
        }
    }

    @Override
    public SnapshotComparison comparison(String category) {
        return SnapshotComparison.SHARED_FIELDS;
    }

    /// Lays fields over what is at a path, merging objects at every depth.
    public static void merge(FieldPath path, Fields fields, StateEditor state) {
        var open = new ArrayDeque<Layer>();
        open.push(new Layer(path, fields));
        while (!open.isEmpty()) {
            Layer layer = open.pop();
            layer.fields.entries().forEach(entry -> {
                FieldPath target = layer.path.child(entry.getKey());
                StateValue value = entry.getValue();
                if (value instanceof Fields inner && state.read(target) instanceof Fields) {
                    open.push(new Layer(target, inner));
                } else {
                    state.set(target, value);
                }
            });
        }
    }

    private record Layer(FieldPath path, Fields fields) {}
}
