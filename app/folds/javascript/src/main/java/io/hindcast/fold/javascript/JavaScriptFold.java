package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.FieldLocation;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Undefined;

/// A script as a fold. All state is in the editor; realms are lent from a pool, one to a call, so that many threads may
/// fold at once. A call that fails or overruns leaves the editor as it was, but for what its caller takes back.
final class JavaScriptFold implements Fold {
    private static final String RESULT = "$result";

    private final String name;
    private final String digest;
    private final Sandbox sandbox;
    private final Script script;
    private final SourceWords words;
    private final Definition definition;
    private final PathTable paths = new PathTable();
    private final AtomicReference<@Nullable Realm> lastUsed = new AtomicReference<>();
    private final ConcurrentLinkedDeque<Realm> idle = new ConcurrentLinkedDeque<>();

    JavaScriptFold(String name, String digest, Sandbox sandbox, Script script, SourceWords words, Realm first) {
        this.words = words;
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
                    Place top = Place.top(state, paths);
                    new StateWriter(realm.values()).write(top, top.read(), initial);
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
        if (definition.kind() == Definition.Kind.PROJECTION && definition.called(event.type()) == null) {
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
        Place top = Place.top(editor, paths);
        var state = new EditedObject(realm.values(), top);
        boolean eventFirst = here.kind() == Definition.Kind.EVENT_FIRST;
        Object given = !eventFirst && here.initial() == null && state.isEmpty()
                ? Undefined.instance
                : given(realm, state);
        var seen = new EventObject(
                realm.values(), event, eventFirst ? EventObject.Style.FLAT : EventObject.Style.REDUCER, readsMetadata());
        Object after = eventFirst
                ? realm.call(reducer, seen, given, meta(realm, event))
                : realm.call(reducer, given, seen);
        var writer = new StateWriter(realm.values());
        if (Undefined.isUndefined(after) && !Undefined.isUndefined(given)) {
            write(writer, state, given, given);
        } else if (eventFirst) {
            writer.merge(top, state.base(), after);
        } else if (!Undefined.isUndefined(after)) {
            write(writer, state, given, after);
        }
    }

    /// A state that is no object is handed over as it is.
    private static @Nullable Object given(Realm realm, EditedObject state) {
        return state.isObject() ? state : realm.values().toScript(state.base());
    }

    private static void write(StateWriter writer, EditedObject state, @Nullable Object given, @Nullable Object after)
            throws FoldFailure {
        if (given == state) {
            writer.write(state, after);
        } else {
            writer.write(state.place(), state.base(), after);
        }
    }

    /// What EvtStore hands to a fold beside the event.
    private Object meta(Realm realm, FoldEvent event) {
        return new EventObject(realm.values(), event, EventObject.Style.REDUCER, readsMetadata());
    }

    private void project(Realm realm, FoldEvent event, StateEditor editor) throws FoldFailure {
        Definition here = realm.definition();
        var seen = new EventObject(realm.values(), event, EventObject.Style.PROJECTION, readsMetadata());
        Place place = Place.top(editor, paths);
        var writer = new StateWriter(realm.values());
        if (here.partition() == null && here.results().isEmpty()) {
            var state = new EditedObject(realm.values(), place);
            Object given = given(realm, state);
            Object after = called(realm, here, event, seen, given);
            write(writer, state, given, Undefined.isUndefined(after) ? given : after);
            return;
        }
        Function partition = here.partition();
        if (partition != null) {
            Object key = realm.call(partition, seen);
            if (key == null || Undefined.isUndefined(key)) {
                return;
            }
            String name = ScriptRuntime.toString(key);
            seen.partition(name);
            place = place.child(name);
        }
        StateValue before = place.read();
        StateValue plain = before instanceof Fields fields ? fields.without(RESULT) : before;
        Object state = before instanceof Absent ? firstOfPartition(realm) : realm.values().toScript(plain);
        Object after = called(realm, here, event, seen, state);
        writer.write(place, plain, Undefined.isUndefined(after) ? state : after);
        if (!here.results().isEmpty()) {
            Place result = place.child(RESULT);
            writer.write(result, result.read(), result(realm, here, place.read()));
        }
    }

    private static @Nullable Object firstOfPartition(Realm realm) {
        Object initial = realm.initial();
        return Undefined.isUndefined(initial) ? realm.values().toScript(Fields.EMPTY) : initial;
    }

    private static @Nullable Object called(
            Realm realm, Definition here, FoldEvent event, EventObject seen, @Nullable Object state) {
        Function handler = here.called(event.type());
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
        Realm realm = borrowed();
        try {
            enter(realm, work);
        } catch (Overrun overrun) {
            if (!overrun.isUnmeasured()) {
                throw new FoldFailure(Trouble.reason(overrun, words));
            }
            Measured.run(realm, (lent) -> enter(lent, work));
        } finally {
            if (!lastUsed.compareAndSet(null, realm)) {
                idle.push(realm);
            }
        }
    }

    private Realm borrowed() {
        Realm realm = lastUsed.getAndSet(null);
        realm = realm == null ? idle.poll() : realm;
        return realm == null ? new Realm(sandbox, script) : realm;
    }

    private void enter(Realm realm, Work work) throws FoldFailure {
        realm.enter(sandbox);
        try {
            work.in(realm);
        } catch (Overrun overrun) {
            if (overrun.isUnmeasured()) {
                throw overrun;
            }
            throw new FoldFailure(Trouble.reason(overrun, words));
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException wrong) {
            throw new FoldFailure(Trouble.reason(wrong, words));
        } finally {
            realm.leave();
        }
    }
}
