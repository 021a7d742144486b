package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import io.hindcast.fold.javascript.Definition.Result;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// The words of a projection: `fromCategory("account").foreachStream().when({ … })`. Each answers the same chain.
final class ProjectionWords {
    /// Words that would write in KurrentDB; here they do nothing.
    static final Set<String> WRITING = Set.of("emit", "linkTo", "linkStreamTo", "copyTo", "outputTo");

    private static final List<String> SOURCES =
            List.of("fromAll", "fromCategory", "fromCategories", "fromStream", "fromStreams", "fromStreamsMatching");

    private ProjectionWords() {}

    static void define(Context cx, ScriptableObject scope, Definition.Builder heard) {
        var chain = (ScriptableObject) cx.newObject(scope);
        for (String source : SOURCES) {
            HostFunction.define(scope, scope, source, (_, _, _, all) -> {
                source(heard, source, all);
                return chain;
            });
        }
        HostFunction.define(chain, scope, "foreachStream", (_, _, _, _) -> {
            heard.isPerStream = true;
            return chain;
        });
        HostFunction.define(chain, scope, "when", (_, _, _, all) -> {
            handlers(heard, argument(all, 0));
            return chain;
        });
        HostFunction.define(chain, scope, "partitionBy", (_, _, _, all) -> {
            heard.partition = function(argument(all, 0), "partitionBy");
            return chain;
        });
        HostFunction.define(chain, scope, "transformBy", (_, _, _, all) -> {
            heard.results.add(new Result(function(argument(all, 0), "transformBy"), false));
            return chain;
        });
        HostFunction.define(chain, scope, "filterBy", (_, _, _, all) -> {
            heard.results.add(new Result(function(argument(all, 0), "filterBy"), true));
            return chain;
        });
        for (String silent : List.of("outputState", "outputTo", "updateOf", "$defines_state_transform")) {
            HostFunction.define(chain, scope, silent, (_, _, _, _) -> {
                heard.written.add(silent);
                return chain;
            });
        }
        for (String silent : List.of("options", "log", "emit", "linkTo", "linkStreamTo", "copyTo")) {
            HostFunction.define(scope, scope, silent, (_, _, _, _) -> Undefined.instance);
        }
    }

    private static void source(Definition.Builder heard, String word, Object[] all) {
        heard.hasSource = true;
        if (word.equals("fromStreamsMatching")) {
            throw ScriptRuntime.typeError("fromStreamsMatching is not known; name categories or streams");
        }
        Set<String> names = word.startsWith("fromStream") ? heard.streams : heard.categories;
        for (Object one : all) {
            if (one instanceof NativeArray list) {
                for (int i = 0; i < list.getLength(); i++) {
                    names.add(ScriptRuntime.toString(list.get(i, list)));
                }
            } else {
                names.add(ScriptRuntime.toString(one));
            }
        }
    }

    private static void handlers(Definition.Builder heard, Object given) {
        if (!(given instanceof Scriptable object)) {
            throw ScriptRuntime.typeError("when needs an object of functions: when({ $init() {…}, Type(state, event) {…} })");
        }
        for (Object id : object.getIds()) {
            String type = String.valueOf(id);
            if (type.equals("$initShared")) {
                throw ScriptRuntime.typeError(
                        "$initShared keeps a state over many streams; here each stream has a state of its own");
            }
            heard.handlers.put(type, function(Values.property(object, id), type));
        }
    }

    private static Function function(@Nullable Object value, String name) {
        if (value instanceof Function function) {
            return function;
        }
        throw ScriptRuntime.typeError(name + " is no function");
    }
}
