package io.hindcast.fold.javascript;

import io.hindcast.fold.javascript.Definition.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// One run-through of a script in a scope of its own, and the functions it left. Once the script was read nothing of it
/// can be changed any more: all state is in the editor. For one thread at a time.
final class Realm {
    private static final Duration READING = Duration.ofSeconds(1);
    private static final List<String> INITIAL =
            List.of("initialState", "initial", "init", "getInitialState", "initialize", "create", "aggregate");
    private static final List<String> STATE_FIRST =
            List.of("evolve", "reducer", "reduce", "apply", "when", "projection", "project");

    private final Sandbox.Cell cell;
    private final ScriptableObject scope;
    private final Values values;
    private final Definition definition;
    private final Definition.Builder heard = new Definition.Builder();

    Realm(Sandbox sandbox, Script script) {
        cell = (Sandbox.Cell) sandbox.enterContext();
        try {
            cell.begin(READING);
            scope = Builtins.open(cell);
            values = new Values(scope);
            ExactJson.define(scope, values);
            Spreads.define(scope);
            Builtins.seal(scope);
            ProjectionWords.define(cell, scope, heard);
            script.constants().forEach((name, value) -> scope.defineProperty(name, value, ScriptableObject.READONLY));
            Set<Object> ours = Set.of(scope.getAllIds());
            cell.close(true);
            script.compiled().exec(cell, scope, scope);
            definition = heard.hasSource || !heard.handlers.isEmpty()
                    ? heard.projection(scope)
                    : exported(script.exports());
            freeze(ours);
        } finally {
            Context.exit();
        }
    }

    Definition definition() {
        return definition;
    }

    Definition.Builder heard() {
        return heard;
    }

    Values values() {
        return values;
    }

    /// Enters the context for one event; to be followed by [#leave()].
    void enter(Sandbox sandbox) {
        sandbox.enterContext(cell);
        cell.begin(Sandbox.LONGEST);
    }

    void leave() {
        Context.exit();
    }

    @Nullable Object call(Function function, @Nullable Object... arguments) {
        return function.call(cell, scope, scope, arguments);
    }

    /// The state before the first event, undefined when the script says nothing about it.
    @Nullable Object initial() {
        Object initial = definition.initial();
        return initial instanceof Function function ? call(function) : initial == null ? Undefined.instance : initial;
    }

    private Definition exported(Map<String, String> exports) {
        Object initial = Undefined.instance;
        for (String name : INITIAL) {
            Object found = found(exports, name);
            if (!Undefined.isUndefined(found)) {
                initial = found;
                break;
            }
        }
        Set<String> categories = names(found(exports, "category"));
        String effectiveAt = found(exports, "effectiveAt") instanceof CharSequence text ? text.toString() : "";
        if (found(exports, "default") instanceof Scriptable object && !(object instanceof Function)) {
            return decider(object, categories, effectiveAt);
        }
        for (String name : STATE_FIRST) {
            if (found(exports, name) instanceof Function function) {
                return reducer(stateFirst(function), function, initial, categories, effectiveAt);
            }
        }
        if (found(exports, "fold") instanceof Function function) {
            Kind kind = isEvent(parameter(function, 1)) ? Kind.STATE_FIRST : Kind.EVENT_FIRST;
            return reducer(kind, function, initial, categories, effectiveAt);
        }
        if (found(exports, "default") instanceof Function function) {
            return reducer(stateFirst(function), function, initial, categories, effectiveAt);
        }
        for (Map.Entry<String, String> export : exports.entrySet()) {
            String name = export.getKey().toLowerCase(Locale.ROOT);
            boolean named = name.endsWith("reducer") || name.endsWith("evolve") || name.endsWith("fold");
            if (named && found(exports, export.getKey()) instanceof Function function) {
                return reducer(stateFirst(function), function, initial, categories, effectiveAt);
            }
        }
        throw new Unfit("there is no fold in this file: neither fromCategory(…).when({…}), nor a function"
                + " evolve(state, event), reducer(state, event) or fold(event, state)");
    }

    /// `export default { initialState, evolve }`, or an object of handlers by event type.
    private static Definition decider(Scriptable object, Set<String> categories, String effectiveAt) {
        for (String name : STATE_FIRST) {
            if (ScriptableObject.getProperty(object, name) instanceof Function function) {
                Object initial = Undefined.instance;
                for (String first : INITIAL) {
                    Object value = ScriptableObject.getProperty(object, first);
                    initial = Undefined.isUndefined(initial) && !Values.isMissing(value) ? value : initial;
                }
                return reducer(Kind.STATE_FIRST, function, initial, categories, effectiveAt);
            }
        }
        var handlers = new Definition.Builder();
        for (Object id : object.getIds()) {
            if (Values.property(object, id) instanceof Function function) {
                handlers.handlers.put(String.valueOf(id), function);
            }
        }
        if (handlers.handlers.isEmpty()) {
            throw new Unfit("the default export holds no function evolve(state, event) and no functions by event type");
        }
        handlers.categories.addAll(categories);
        return handlers.projection(null);
    }

    private static Definition reducer(
            Kind kind, Function function, Object initial, Set<String> categories, String effectiveAt) {
        Object first = Undefined.isUndefined(initial) ? null : initial;
        return new Definition(
                kind, categories, Set.of(), Map.of(), function, first, null, List.of(), effectiveAt);
    }

    /// The first argument decides where the second does not say that it is the event.
    private static Kind stateFirst(Function function) {
        return isEvent(parameter(function, 0)) && !isEvent(parameter(function, 1)) ? Kind.EVENT_FIRST : Kind.STATE_FIRST;
    }

    private static boolean isEvent(String parameter) {
        return Set.of("e", "ev", "evt", "event").contains(parameter);
    }

    private static String parameter(Function function, int index) {
        String text = ScriptRuntime.toString(
                ScriptableObject.callMethod(Context.getCurrentContext(), function, "toString", new Object[0]));
        int open = text.indexOf('(');
        int close = text.indexOf(')', Math.max(open, 0));
        if (open < 0 || close < 0) {
            return "";
        }
        String[] parameters = text.substring(open + 1, close).split(",");
        return index < parameters.length ? parameters[index].strip() : "";
    }

    private Object found(Map<String, String> exports, String name) {
        String local = exports.getOrDefault(name, name.equals("default") ? "" : name);
        Object value = local.isEmpty() ? Scriptable.NOT_FOUND : scope.get(local, scope);
        boolean builtIn = !exports.containsKey(name) && value instanceof HostFunction;
        return Values.isMissing(value) || builtIn ? Undefined.instance : value;
    }

    private static Set<String> names(Object value) {
        var names = new HashSet<String>();
        if (value instanceof NativeArray list) {
            for (int i = 0; i < list.getLength(); i++) {
                names.add(ScriptRuntime.toString(list.get(i, list)));
            }
        } else if (value instanceof CharSequence text) {
            names.add(text.toString());
        }
        return Set.copyOf(names);
    }

    /// What the script made while it was read is not to be written to while it runs.
    private void freeze(Set<Object> ours) {
        var seen = new HashSet<Integer>();
        for (Object id : scope.getAllIds()) {
            if (!ours.contains(id) && id instanceof String name) {
                freeze(scope.get(name, scope), seen);
            }
        }
        definition.handlers().values().forEach(handler -> freeze(handler, seen));
        scope.sealObject();
    }

    private void freeze(@Nullable Object value, Set<Integer> seen) {
        if (!(value instanceof ScriptableObject object) || !seen.add(System.identityHashCode(object))) {
            return;
        }
        boolean isData = object instanceof NativeObject || object instanceof NativeArray || object instanceof BaseFunction;
        if (!isData || object.isSealed()) {
            return;
        }
        for (Object id : object.getAllIds()) {
            if (id instanceof String name && (object.getAttributes(name) & ScriptableObject.DONTENUM) == 0) {
                freeze(object.get(name, object), seen);
            } else if (id instanceof Integer index) {
                freeze(object.get(index, object), seen);
            }
        }
        object.sealObject();
    }
}
