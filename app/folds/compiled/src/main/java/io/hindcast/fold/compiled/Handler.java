package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.FoldEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A method that takes an event: the body first, or behind the state; further parameters are the recorded time and the
/// metadata.
///
/// @param event the class of the event to build, which may be a variant of the parameter's
/// @param at the place of the event among the parameters
record Handler(Method method, Class<?> event, int at) {
    /// Calls it; answers the object that holds the state from now on.
    Object call(Object aggregate, FoldEvent what) {
        Type[] types = method.getGenericParameterTypes();
        var arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = i == at ? ToJava.of(what.data(), event) : i < at ? aggregate : further(types[i], what);
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        Object answer = Reflection.callOrNull(method, isStatic ? null : aggregate, arguments);
        return answer != null && aggregate.getClass().isInstance(answer) ? answer : aggregate;
    }

    private static @Nullable Object further(Type type, FoldEvent what) {
        if (type == Instant.class) {
            return what.header().recordedAt().orElse(null);
        }
        if ((type instanceof Class<?> plain && plain == Map.class) || type.getTypeName().startsWith("java.util.Map<")) {
            return ToJava.of(what.metadata(), Map.class);
        }
        throw new Unmappable("a handler wants a %s, which is not known here".formatted(type.getTypeName()));
    }
}
