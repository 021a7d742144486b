package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.FieldLocation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.Undefined;

/// A script as a fold. All state is in the editor; realms are lent from a pool, one to a call, so that many threads may
/// fold at once. A call that fails or overruns leaves the editor as it was, but for what its caller takes back.
final class JavaScriptFold implements Fold {
    private static final String RESULT = "$result";
    private static final Set<String> DELETIONS = Set.of("$deleted", "$streamDeleted", "$tombstone");

    private final String name;
    private final String digest;
    private final Sandbox sandbox;
    private final Script script;
    private final Definition definition;
    private final ConcurrentLinkedDeque<Realm> idle = new ConcurrentLinkedDeque<>();

    JavaScriptFold(String name, String digest, Sandbox sandbox, Script script, Realm first) {
        this.name = name;
        this.digest = digest;
        this.sandbox = sandbox;
        this.script = script;
        this.definition = first.definition();
        idle.push(first);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public boolean covers(String category) {
        return definition.categories().isEmpty() || definition.categories().contains(category);
    }

    @Override
    public boolean knows(String category, String type) {
        return definition.kind() != Definition.Kind.PROJECTION || definition.handler(type) != null;
    }

    @Override
    public boolean readsMetadata() {
        return script.readsMetadata();
    }

    @Override
    public Optional<FieldLocation> effectiveAt(String category) {
        return definition.effectiveAt().isEmpty()
                ? Optional.empty()
                : Optional.of(FieldLocation.data(definition.effectiveAt()));
    }

    /// Where the initial state cannot be made, there is none, and the first event says why.
    @Override
    public void begin(String category, StateEditor state) {
        try {
            inRealm(realm -> {
                Object initial = definition.partition() == null ? realm.initial() : Undefined.instance;
                if (!Undefined.isUndefined(initial)) {
                    new StateWriter(realm.values(), state).write(FieldPath.ROOT, state.read(FieldPath.ROOT), initial);
                }
            });
        } catch (FoldFailure _) {
            state.set(FieldPath.ROOT, Fields.EMPTY);
        }
    }

    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        if (!definition.takesStream(streamOf(event))) {
            return;
        }
        Function handler = definition.kind() == Definition.Kind.PROJECTION ? definition.handler(event.type()) : null;
        if (definition.kind() == Definition.Kind.PROJECTION
                && handler == null
                && !(DELETIONS.contains(event.type()) && definition.handlers().containsKey("$deleted"))) {
            return;
        }
        inRealm(realm -> {
            if (definition.kind() == Definition.Kind.PROJECTION) {
                project(realm, event, state);
            } else {
                reduce(realm, event, state);
            }
        });
    }

    private String streamOf(FoldEvent event) {
        return definition.streams().isEmpty() ? "" : event.header().stream();
    }

    private void reduce(Realm realm, FoldEvent event, StateEditor editor) throws FoldFailure {
        Definition here = realm.definition();
        Function reducer = here.reducer();
        if (reducer == null) {
            return;
        }
        StateValue root = editor.read(FieldPath.ROOT);
        Object state = here.initial() == null && root.equals(Fields.EMPTY)
                ? Undefined.instance
                : realm.values().toScript(root);
        boolean eventFirst = here.kind() == Definition.Kind.EVENT_FIRST;
        var seen = new EventObject(
                realm.values(), event, eventFirst ? EventObject.Style.FLAT : EventObject.Style.REDUCER, readsMetadata());
        Object after = eventFirst
                ? realm.call(reducer, seen, Undefined.isUndefined(state) ? realm.values().toScript(root) : state, meta(realm, event))
                : realm.call(reducer, state, seen);
        var writer = new StateWriter(realm.values(), editor);
        if (eventFirst && !Undefined.isUndefined(after)) {
            writer.merge(FieldPath.ROOT, root, after);
        } else {
            writer.write(FieldPath.ROOT, root, Undefined.isUndefined(after) ? state : after);
        }
    }

    /// What EvtStore hands to a fold beside the event.
    private Object meta(Realm realm, FoldEvent event) {
        return new EventObject(realm.values(), event, EventObject.Style.REDUCER, readsMetadata());
    }

    private void project(Realm realm, FoldEvent event, StateEditor editor) throws FoldFailure {
        Definition here = realm.definition();
        var seen = new EventObject(realm.values(), event, EventObject.Style.PROJECTION, readsMetadata());
        FieldPath place = FieldPath.ROOT;
        if (here.partition() instanceof Function partition) {
            Object key = realm.call(partition, seen);
            if (key == null || Undefined.isUndefined(key)) {
                return;
            }
            String name = ScriptRuntime.toString(key);
            seen.partition(name);
            place = FieldPath.ROOT.child(name);
        }
        StateValue before = editor.read(place);
        StateValue plain = before instanceof Fields fields ? fields.without(RESULT) : before;
        Object state = before instanceof Absent ? firstOfPartition(realm) : realm.values().toScript(plain);
        Object after = called(realm, here, event, seen, state);
        Object next = Undefined.isUndefined(after) ? state : after;
        var writer = new StateWriter(realm.values(), editor);
        writer.write(place, plain, next);
        if (!here.results().isEmpty()) {
            writer.write(place.child(RESULT), editor.read(place.child(RESULT)), result(realm, here, editor.read(place)));
        }
    }

    private static @Nullable Object firstOfPartition(Realm realm) {
        Object initial = realm.initial();
        return Undefined.isUndefined(initial) ? realm.values().toScript(Fields.EMPTY) : initial;
    }

    private static @Nullable Object called(
            Realm realm, Definition here, FoldEvent event, EventObject seen, @Nullable Object state) {
        Function handler = here.handler(event.type());
        Function deletion = here.handlers().get("$deleted");
        if (DELETIONS.contains(event.type()) && deletion != null) {
            handler = deletion;
        }
        return handler == null ? Undefined.instance : realm.call(handler, state, seen);
    }

    /// What the chain of `transformBy` and `filterBy` makes of the state; null where a filter holds it back.
    private static @Nullable Object result(Realm realm, Definition here, StateValue state) {
        Object result = realm.values().toScript(state instanceof Fields fields ? fields.without(RESULT) : state);
        for (Definition.Result step : here.results()) {
            Object made = realm.call(step.function(), result);
            if (!step.filters()) {
                result = made;
            } else if (!ScriptRuntime.toBoolean(made)) {
                return null;
            }
        }
        return result;
    }

    private interface Work {
        void in(Realm realm) throws FoldFailure;
    }

    private void inRealm(Work work) throws FoldFailure {
        Realm realm = idle.poll();
        if (realm == null) {
            realm = new Realm(sandbox, script);
        }
        try {
            enter(realm, work);
        } catch (Overrun overrun) {
            if (!overrun.isUnmeasured()) {
                throw new FoldFailure(Trouble.reason(overrun));
            }
            Measured.run(realm, (lent) -> enter(lent, work));
        } finally {
            idle.push(realm);
        }
    }

    private void enter(Realm realm, Work work) throws FoldFailure {
        realm.enter(sandbox);
        try {
            work.in(realm);
        } catch (Overrun overrun) {
            if (overrun.isUnmeasured()) {
                throw overrun;
            }
            throw new FoldFailure(Trouble.reason(overrun));
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException wrong) {
            throw new FoldFailure(Trouble.reason(wrong));
        } finally {
            realm.leave();
        }
    }
}
