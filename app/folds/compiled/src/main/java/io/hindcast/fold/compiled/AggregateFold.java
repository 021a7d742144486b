package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;

/// A class of a person's own as a fold: its object is given the events, and its fields are the state.
///
/// The object is kept beside the editor it was used with, and used again as long as the state there is the one it left;
/// else it is built anew from the state. Safe for many threads, an editor being one thread's.
final class AggregateFold implements Fold {
    private final Aggregate aggregate;
    private final String digest;
    private final Map<StateEditor, Held> held = Collections.synchronizedMap(new WeakHashMap<>());

    private record Held(Object object, StateValue state) {}

    AggregateFold(Aggregate aggregate, String digest) {
        this.aggregate = aggregate;
        this.digest = digest;
    }

    @Override
    public String name() {
        return aggregate.type().getSimpleName();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public boolean knows(String category, String type) {
        return aggregate.handler(type).isPresent();
    }

    /// An object before its first event.
    Object fresh() {
        return aggregate.type().isRecord() ? built(Fields.EMPTY) : OwnClasses.empty(aggregate.type());
    }

    @Override
    public void begin(String category, StateEditor state) {
        Object first = fresh();
        write(FieldPath.ROOT, Fields.EMPTY, FromJava.of(first), state);
        held.put(state, new Held(first, state.read(FieldPath.ROOT)));
    }

    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        Optional<Handler> handler = aggregate.handler(event.type());
        if (handler.isEmpty()) {
            return;
        }
        StateValue before = state.read(FieldPath.ROOT);
        Held known = held.remove(state);
        try {
            Object object = known != null && known.state().equals(before) ? known.object() : rebuilt(before);
            Object after = handler.get().call(object, event);
            write(FieldPath.ROOT, before, FromJava.of(after), state);
            held.put(state, new Held(after, state.read(FieldPath.ROOT)));
        } catch (Unmappable wrong) {
            throw new FoldFailure(String.valueOf(wrong.getMessage()));
        } catch (StackOverflowError _) {
            throw new FoldFailure("the class calls itself too deeply");
        } catch (LinkageError broken) {
            throw new FoldFailure(FoldJar.missing(broken));
        }
    }

    private Object rebuilt(StateValue state) {
        if (!(state instanceof Fields fields)) {
            return fresh();
        }
        return aggregate.type().isRecord() ? built(fields) : OwnClasses.filled(fresh(), fields, List.of());
    }

    private Object built(Fields fields) {
        return Objects.requireNonNull(ToJava.of(fields, aggregate.type()), "an object is made of fields");
    }

    /// Writes what differs, object by object.
    private static void write(FieldPath path, StateValue before, StateValue after, StateEditor editor) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Fields old && after instanceof Fields now) {
            now.entries().forEach(entry ->
                    write(path.child(entry.getKey()), old.field(entry.getKey()), entry.getValue(), editor));
            old.names().stream()
                    .filter(name -> !now.field(name).isPresent())
                    .forEach(name -> editor.remove(path.child(name)));
        } else {
            editor.set(path, after);
        }
    }
}
