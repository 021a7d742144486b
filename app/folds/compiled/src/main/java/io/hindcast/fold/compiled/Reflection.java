package io.hindcast.fold.compiled;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a person's own classes, with troubles as sentences.
final class Reflection {
    private Reflection() {}

    /// The fields that make up an object: those of its superclasses first, neither static nor transient.
    static List<Field> fieldsOf(Class<?> type) {
        var fields = new ArrayList<Field>();
        Class<?> above = type.getSuperclass();
        if (above != null && above != Object.class) {
            fields.addAll(fieldsOf(above));
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers) && !field.isSynthetic()) {
                fields.add(field);
            }
        }
        return fields;
    }

    static @Nullable Object get(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException | InaccessibleObjectException _) {
            throw new Unmappable("the field %s cannot be read".formatted(field.getName()));
        }
    }

    static void set(Field field, Object object, @Nullable Object value) {
        try {
            field.setAccessible(true);
            field.set(object, value);
        } catch (IllegalAccessException | InaccessibleObjectException | IllegalArgumentException _) {
            throw new Unmappable("the field %s cannot be set".formatted(field.getName()));
        }
    }

    static Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        Object answer = callOrNull(method, on, arguments);
        if (answer == null) {
            throw new Unmappable(method.getName() + " answered nothing");
        }
        return answer;
    }

    static @Nullable Object callOrNull(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw new Unmappable("%s threw %s".formatted(method.getName(), kind(thrown)));
        } catch (IllegalAccessException | IllegalArgumentException | InaccessibleObjectException _) {
            throw new Unmappable(method.getName() + " cannot be called");
        }
    }

    /// The kind of what was thrown; its message may hold what an event says.
    static String kind(InvocationTargetException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof LinkageError missing) {
            return "an error: " + FoldJar.missing(missing);
        }
        return cause == null ? "something" : cause.getClass().getSimpleName();
    }

    static Object value(Annotation annotation) {
        try {
            return call(annotation.annotationType().getMethod("value"), annotation);
        } catch (NoSuchMethodException _) {
            return "";
        }
    }
}
