package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects of a person's own classes: records and constructors by the names of their parameters, else by fields.
final class OwnClasses {
    private OwnClasses() {}

    /// Of a sealed type, the one variant that has all the names of the value.
    static Object variant(StateValue value, Class<?> type) {
        Class<?>[] variants = type.getPermittedSubclasses();
        if (value instanceof Fields fields && variants != null) {
            Set<String> names = Set.copyOf(fields.names());
            for (Class<?> one : variants) {
                if (one.isRecord() && Set.copyOf(componentsOf(one)).equals(names)) {
                    return of(value, one);
                }
            }
        }
        throw new Unmappable("%s is abstract: which class to build is not said".formatted(type.getSimpleName()));
    }

    static Object of(StateValue value, Class<?> type) {
        if (!(value instanceof Fields fields)) {
            return wrapped(value, type);
        }
        Constructor<?> best = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> one.getParameterCount() > 0 && namesOf(one).stream().allMatch(name -> !name.isEmpty()))
                .filter(one -> type.isRecord() ? isCanonical(one, type) : fields.names().containsAll(namesOf(one)))
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElse(null);
        if (best != null) {
            List<String> names = type.isRecord() ? componentsOf(type) : namesOf(best);
            Type[] types = best.getGenericParameterTypes();
            var arguments = new @Nullable Object[names.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = named(fields.field(names.get(i)), types[i], type, names.get(i));
            }
            return filled(make(best, arguments), fields, names);
        }
        return filled(empty(type), fields, List.of());
    }

    private static List<String> componentsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isCanonical(Constructor<?> constructor, Class<?> type) {
        return Arrays.equals(
                constructor.getParameterTypes(),
                Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    /// A value object around one scalar: `new AccountId(text)`, or a static method `of`.
    private static Object wrapped(StateValue value, Class<?> type) {
        for (Constructor<?> one : type.getDeclaredConstructors()) {
            if (one.getParameterCount() == 1) {
                return make(one, ToJava.of(value, one.getGenericParameterTypes()[0]));
            }
        }
        for (Method one : type.getDeclaredMethods()) {
            boolean makes = Modifier.isStatic(one.getModifiers()) && one.getReturnType() == type && one.getParameterCount() == 1;
            if (makes && Set.of("of", "valueOf", "parse", "fromString", "from").contains(one.getName())) {
                return Reflection.call(one, null, ToJava.of(value, one.getGenericParameterTypes()[0]));
            }
        }
        throw new Unmappable("%s cannot be made of %s".formatted(type.getSimpleName(), Kinds.of(value)));
    }

    /// Names of the parameters: as compiled, or as Jackson's annotation says; "" where neither is there.
    private static List<String> namesOf(Constructor<?> constructor) {
        var names = new ArrayList<String>();
        for (Parameter parameter : constructor.getParameters()) {
            String said = Arrays.stream(parameter.getAnnotations())
                    .filter(one -> one.annotationType().getSimpleName().equals("JsonProperty"))
                    .map(one -> String.valueOf(Reflection.value(one)))
                    .findFirst()
                    .orElse("");
            names.add(!said.isEmpty() ? said : parameter.isNamePresent() ? parameter.getName() : "");
        }
        return names;
    }

    static Object empty(Class<?> type) {
        try {
            return make(type.getDeclaredConstructor());
        } catch (NoSuchMethodException _) {
            throw new Unmappable(
                    "%s cannot be built: it has neither a constructor without parameters nor one whose parameters are named as the fields (compile with -parameters)"
                            .formatted(type.getSimpleName()));
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw new Unmappable("the constructor of %s threw %s"
                    .formatted(constructor.getDeclaringClass().getSimpleName(), Reflection.kind(thrown)));
        } catch (ReflectiveOperationException _) {
            throw new Unmappable("%s cannot be built".formatted(constructor.getDeclaringClass().getSimpleName()));
        }
    }

    /// Sets the fields of an object that are there, but for those given to its constructor.
    static Object filled(Object object, Fields fields, List<String> done) {
        for (Field field : Reflection.fieldsOf(object.getClass())) {
            StateValue value = fields.field(field.getName());
            boolean settable = !Modifier.isFinal(field.getModifiers()) || (!object.getClass().isRecord() && done.isEmpty());
            if (value.isPresent() && settable && !done.contains(field.getName())) {
                put(field, object, named(value, field.getGenericType(), object.getClass(), field.getName()));
            }
        }
        return object;
    }

    /// A collection that the constructor made is filled, so that it stays of its kind.
    @SuppressWarnings("unchecked")
    private static void put(Field field, Object object, @Nullable Object value) {
        Object there = Reflection.get(field, object);
        try {
            if (there instanceof Collection<?> && value instanceof Collection<?> items) {
                ((Collection<Object>) there).clear();
                ((Collection<Object>) there).addAll(items);
                return;
            }
            if (there instanceof Map<?, ?> && value instanceof Map<?, ?> entries) {
                ((Map<Object, Object>) there).clear();
                ((Map<Object, Object>) there).putAll(entries);
                return;
            }
        } catch (UnsupportedOperationException _) {
            // one that cannot be filled is replaced
        }
        Reflection.set(field, object, value);
    }

    private static @Nullable Object named(StateValue value, Type type, Class<?> owner, String name) {
        try {
            return ToJava.of(value, type);
        } catch (Unmappable wrong) {
            throw new Unmappable("/%s of %s: %s".formatted(name, owner.getSimpleName(), wrong.getMessage()));
        }
    }
}
