package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// The built-in functions of a script, made safe: what could read the clock, draw lots, make code or take all memory in
/// one call is replaced; then everything is sealed, so that no event leaves anything behind for the next.
final class Builtins {
    /// What a fold has no use for.
    private static final List<String> TAKEN_AWAY = List.of(
            "Promise", "WeakRef", "FinalizationRegistry", "Continuation", "Script", "With", "Call", "uneval", "Iterator",
            "StopIteration", "ArrayBuffer", "SharedArrayBuffer", "Atomics", "DataView", "Int8Array", "Uint8Array",
            "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array",
            "Float64Array", "BigInt64Array", "BigUint64Array", "XML", "XMLList", "QName", "Namespace");

    private Builtins() {}

    /// The standard objects, safe, not sealed yet.
    static ScriptableObject open(Context cx) {
        ScriptableObject scope = cx.initSafeStandardObjects();
        TAKEN_AWAY.forEach(scope::delete);
        Operators.define(scope);
        Operators.defineMath(scope);
        DecimalMethods.define(scope);
        withoutClock(scope);
        withoutCode(scope);
        guard(scope, "Array", true);
        guard(scope, "String", false);
        grow(scope);
        protect(scope);
        return scope;
    }

    /// Nothing that is in the scope now can be written to any more; the scope itself can.
    static void seal(ScriptableObject scope) {
        var seen = new HashSet<Object>();
        seen.add(System.identityHashCode(scope));
        for (Object id : scope.getAllIds()) {
            if (id instanceof String name) {
                seal(scope.get(name, scope), seen);
            }
        }
        seal(scope.getPrototype(), seen);
    }

    private static ScriptableObject object(ScriptableObject in, String name) {
        return (ScriptableObject) ScriptableObject.getProperty(in, name);
    }

    private static ScriptableObject prototype(ScriptableObject scope, String type) {
        return object(object(scope, type), "prototype");
    }

    /// Every method of lists and texts looks first at how large what it works on is: it cannot be stopped on its way.
    private static void guard(ScriptableObject scope, String type, boolean lists) {
        ScriptableObject prototype = prototype(scope, type);
        for (Object id : prototype.getAllIds()) {
            if (id instanceof String name && !name.equals("constructor") && !name.equals("length")
                    && prototype.get(name, prototype) instanceof Callable built) {
                HostFunction.define(prototype, scope, name, (cx, within, self, arguments) -> {
                    measure(self, lists);
                    for (Object one : arguments) {
                        measure(one, lists);
                    }
                    return built.call(cx, within, self, arguments);
                });
            }
        }
    }

    private static void measure(@Nullable Object value, boolean lists) {
        if (value instanceof NativeArray array) {
            Caps.itemsOf(array.getLength());
        } else if (value instanceof CharSequence text) {
            Caps.textOf(text.length());
        } else if (lists && value instanceof Scriptable object && !(object instanceof Callable)) {
            Object length = ScriptableObject.getProperty(object, "length");
            if (length instanceof Number number) {
                Caps.itemsOf(number.doubleValue());
            }
        }
    }

    /// Functions whose arguments say how much they make.
    private static void grow(ScriptableObject scope) {
        ScriptableObject text = prototype(scope, "String");
        checked(text, scope, "repeat", (self, all) ->
                Caps.textOf(ScriptRuntime.toString(self).length() * Math.max(0, ScriptRuntime.toNumber(argument(all, 0)))));
        for (String pad : Set.of("padStart", "padEnd")) {
            checked(text, scope, pad, (_, all) -> Caps.textOf(ScriptRuntime.toNumber(argument(all, 0))));
        }
        checked(text, scope, "concat", (self, all) -> {
            double length = ScriptRuntime.toString(self).length();
            for (Object one : all) {
                length += ScriptRuntime.toString(one).length();
            }
            Caps.textOf(length);
        });
        for (String replacing : Set.of("replace", "replaceAll")) {
            checked(text, scope, replacing, (self, all) -> {
                if (argument(all, 1) instanceof CharSequence with) {
                    Caps.textOf((double) (ScriptRuntime.toString(self).length() + 1) * (with.length() + 1) / 64);
                }
            });
        }
        ScriptableObject array = object(scope, "Array");
        checked(array, scope, "from", (_, all) -> measure(argument(all, 0), true));
        checked(prototype(scope, "Function"), scope, "apply", (_, all) -> measure(argument(all, 1), true));
        ScriptableObject list = prototype(scope, "Array");
        checked(list, scope, "join", (self, all) -> {
            Object separator = argument(all, 0);
            double each = Undefined.isUndefined(separator) ? 1 : ScriptRuntime.toString(separator).length();
            double length = 0;
            if (self instanceof NativeArray values) {
                for (int i = 0; i < values.getLength(); i++) {
                    length += each + (values.get(i, values) instanceof CharSequence one ? one.length() : 0);
                    Caps.textOf(length);
                }
            }
        });
        for (String reflect : Set.of("apply", "construct")) {
            checked(object(scope, "Reflect"), scope, reflect, (_, all) -> measure(argument(all, all.length - 1), true));
        }
    }

    /// What is sealed cannot be given properties by definition either, nor another prototype.
    private static void protect(ScriptableObject scope) {
        prototype(scope, "Object").delete("__proto__");
        ScriptableObject object = object(scope, "Object");
        for (String name : List.of("defineProperty", "defineProperties", "setPrototypeOf")) {
            checked(object, scope, name, (_, all) -> refuseSealed(argument(all, 0)));
        }
        for (String name : List.of("defineProperty", "setPrototypeOf")) {
            checked(object(scope, "Reflect"), scope, name, (_, all) -> refuseSealed(argument(all, 0)));
        }
        for (String name : List.of("__defineGetter__", "__defineSetter__")) {
            checked(prototype(scope, "Object"), scope, name, (self, _) -> refuseSealed(self));
        }
    }

    private static void refuseSealed(Object target) {
        if (target instanceof ScriptableObject object && object.isSealed()) {
            throw ScriptRuntime.typeError("what was there before the event cannot be changed, but for the state");
        }
    }

    private interface Check {
        void look(Object self, Object[] arguments);
    }

    private static void checked(ScriptableObject on, Scriptable scope, String name, Check check) {
        if (ScriptableObject.getProperty(on, name) instanceof Callable built) {
            HostFunction.define(on, scope, name, (cx, within, self, arguments) -> {
                check.look(self, arguments);
                return built.call(cx, within, self, arguments);
            });
        }
    }

    /// A date is made of what an event says, never of the clock.
    private static void withoutClock(ScriptableObject scope) {
        var real = (BaseFunction) object(scope, "Date");
        var date = new Replaced(scope, real) {
            private static final long serialVersionUID = 1L;

            @Override
            void look(Object[] arguments, boolean constructing) {
                if (arguments.length == 0 || !constructing) {
                    throw ScriptRuntime.typeError(
                            "a fold gives the same answer each time: there is no clock; use a time of the event");
                }
            }
        };
        date.take("parse", "UTC");
        date.install(scope, "Date");
        HostFunction.define(date, scope, "now", (_, _, _, _) -> {
            throw ScriptRuntime.typeError("a fold gives the same answer each time: there is no Date.now");
        });
    }

    private static void withoutCode(ScriptableObject scope) {
        var refusing = new Replaced(scope, (BaseFunction) object(scope, "Function")) {
            private static final long serialVersionUID = 1L;

            @Override
            void look(Object[] arguments, boolean constructing) {
                throw ScriptRuntime.typeError("a fold cannot make code out of text");
            }
        };
        refusing.install(scope, "Function");
        HostFunction.define(scope, scope, "eval", (_, _, _, _) -> {
            throw ScriptRuntime.typeError("a fold cannot make code out of text");
        });
        var array = new Replaced(scope, (BaseFunction) object(scope, "Array")) {
            private static final long serialVersionUID = 1L;

            @Override
            void look(Object[] arguments, boolean constructing) {
                if (arguments.length == 1 && arguments[0] instanceof Number length) {
                    Caps.itemsOf(length.doubleValue());
                }
            }
        };
        array.take("from", "of", "isArray");
        array.install(scope, "Array");
    }

    /// Stands where a built-in constructor stood and looks at each call of it.
    private abstract static class Replaced extends BaseFunction {
        private static final long serialVersionUID = 1L;

        private final BaseFunction real;

        Replaced(Scriptable scope, BaseFunction real) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.real = real;
        }

        abstract void look(Object[] arguments, boolean constructing);

        void take(String... names) {
            for (String name : names) {
                defineProperty(name, real.get(name, real), DONTENUM);
            }
        }

        void install(ScriptableObject scope, String name) {
            Object prototype = ScriptableObject.getProperty(real, "prototype");
            setImmunePrototypeProperty(prototype);
            ((ScriptableObject) prototype).defineProperty("constructor", this, DONTENUM);
            scope.defineProperty(name, this, DONTENUM);
        }

        @Override
        public Object call(Context cx, Scriptable scope, Scriptable self, Object[] arguments) {
            look(arguments, false);
            return real.call(cx, scope, self, arguments);
        }

        @Override
        public Scriptable construct(Context cx, Scriptable scope, Object[] arguments) {
            look(arguments, true);
            return real.construct(cx, scope, arguments);
        }

        @Override
        public boolean hasInstance(Scriptable instance) {
            return real.hasInstance(instance);
        }

        @Override
        public String getFunctionName() {
            return real.getFunctionName();
        }
    }

    /// Null for a getter that refuses to work on a prototype; what it makes is sealed where it comes from.
    private static @Nullable Object valueOf(ScriptableObject object, String name) {
        try {
            return object.get(name, object);
        } catch (RhinoException _) {
            return null;
        }
    }

    /// Nothing that can be reached from here can be written to any more.
    private static void seal(@Nullable Object value, Set<Object> seen) {
        if (!(value instanceof ScriptableObject object) || !seen.add(System.identityHashCode(object))) {
            return;
        }
        for (Object id : object.getAllIds()) {
            if (id instanceof String name) {
                seal(valueOf(object, name), seen);
            }
        }
        seal(object.getPrototype(), seen);
        object.sealObject();
    }
}
