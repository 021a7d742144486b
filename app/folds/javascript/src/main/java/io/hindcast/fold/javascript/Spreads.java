package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// What [ExactOperators] makes of `{ ...object, name: value }`: a reducer that answers a new state each time then costs what
/// is new in it.
final class Spreads {
    private Spreads() {}

    static void define(ScriptableObject scope) {
        HostFunction.define(scope, scope, "$spread", (cx, within, _, all) -> spread(cx, within, all[0], (Scriptable) all[1]));
        var object = (ScriptableObject) ScriptableObject.getProperty(scope, "Object");
        for (String name : new String[] {"freeze", "seal", "preventExtensions"}) {
            asItIs(object, scope, name, false);
        }
        for (String name : new String[] {"isFrozen", "isSealed"}) {
            asItIs(object, scope, name, true);
        }
        names(object, scope);
    }

    private static Object spread(Context cx, Scriptable scope, @Nullable Object from, Scriptable rest) {
        if (from == null || Undefined.isUndefined(from)) {
            return rest;
        }
        if (from instanceof LazyObject lazy) {
            return over(new CopyObject(lazy), rest);
        }
        Scriptable source = ScriptRuntime.toObject(cx, scope, from);
        return over(over(cx.newObject(scope), source), rest);
    }

    private static Scriptable over(Scriptable target, Scriptable source) {
        for (Object id : source.getIds()) {
            Object value = Values.property(source, id);
            if (Values.isMissing(value)) {
                continue;
            }
            if (id instanceof Integer index) {
                target.put(index, target, value);
            } else {
                target.put(String.valueOf(id), target, value);
            }
        }
        return target;
    }

    /// Objects of a state cannot be frozen, and need not be: nothing of a script outlives the event.
    private static void asItIs(ScriptableObject object, Scriptable scope, String name, boolean asks) {
        var builtin = (org.mozilla.javascript.Callable) object.get(name, object);
        HostFunction.define(object, scope, name, (cx, within, self, all) -> {
            Object first = argument(all, 0);
            Object answer = asks ? (Object) false : first;
            return first instanceof LazyObject ? answer : builtin.call(cx, within, self, all);
        });
    }

    private static void names(ScriptableObject object, Scriptable scope) {
        var builtin = (org.mozilla.javascript.Callable) object.get("getOwnPropertyNames", object);
        HostFunction.define(
                object,
                scope,
                "getOwnPropertyNames",
                (cx, within, self, all) -> argument(all, 0) instanceof LazyObject lazy
                        ? cx.newArray(within, lazy.getIds())
                        : builtin.call(cx, within, self, all));
    }
}
