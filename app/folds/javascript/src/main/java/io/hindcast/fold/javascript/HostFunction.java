package io.hindcast.fold.javascript;

import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// A function that a script can call and that is written in Java.
@SuppressWarnings("serial")
final class HostFunction extends BaseFunction {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Body body;

    /// What a call does.
    @FunctionalInterface
    interface Body {
        @Nullable Object call(Context cx, Scriptable scope, Scriptable self, Object[] arguments);
    }

    HostFunction(Scriptable scope, String name, Body body) {
        super(scope, ScriptableObject.getFunctionPrototype(scope));
        this.name = name;
        this.body = body;
    }

    /// Puts a function under its name; it cannot be seen by a loop over the names.
    static void define(ScriptableObject on, Scriptable scope, String name, Body body) {
        on.defineProperty(name, new HostFunction(scope, name, body), ScriptableObject.DONTENUM);
    }

    static Object argument(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.instance;
    }

    @Override
    public @Nullable Object call(Context cx, Scriptable scope, Scriptable self, Object[] arguments) {
        return body.call(cx, scope, self, arguments);
    }

    @Override
    public String getFunctionName() {
        return name;
    }
}
