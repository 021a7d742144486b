package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// `JSON.parse` and `JSON.stringify` that keep every digit. With a reviver, a replacer or spaces they are the engine's.
final class ExactJson {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private ExactJson() {}

    static void define(ScriptableObject scope, Values values) {
        var json = (ScriptableObject) ScriptableObject.getProperty(scope, "JSON");
        var parse = (Callable) json.get("parse", json);
        var write = (Callable) json.get("stringify", json);
        HostFunction.define(json, scope, "parse", (cx, within, self, all) -> parsed(values, parse, cx, within, self, all));
        HostFunction.define(json, scope, "stringify", (cx, within, self, all) -> {
            if (all.length == 1 && all[0] instanceof Scriptable object && !Undefined.isUndefined(object)) {
                try {
                    return StateText.compact(values.toState(object));
                } catch (Unfit _) {
                    return write.call(cx, within, self, all);
                } finally {
                    values.tookBinary();
                }
            }
            return write.call(cx, within, self, all);
        });
    }

    private static @Nullable Object parsed(
            Values values, Callable parse, Context cx, Scriptable scope, Scriptable self, Object[] all) {
        if (argument(all, 0) instanceof CharSequence text && Undefined.isUndefined(argument(all, 1))) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            var value = new StandardPayloads().decode(new ByteSlice(bytes, 0, bytes.length), JSON);
            if (bytes.length > 0 && !(value instanceof Opaque)) {
                return values.toScript(value);
            }
        }
        return parse.call(cx, scope, self, all);
    }
}
