package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Builds objects of a person's own classes out of values. Nothing is deserialised: only the type that was asked for is made,
/// by its own constructor.
final class ToJava {
    private ToJava() {}

    /// @throws Unmappable when the value does not fit the type
    static @Nullable Object of(StateValue value, Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(value, generic);
            case WildcardType wildcard -> of(value, wildcard.getUpperBounds()[0]);
            case TypeVariable<?> variable -> of(value, variable.getBounds()[0]);
            case Class<?> plain -> plain(value, plain);
            default -> throw new Unmappable("the type %s is not known".formatted(type.getTypeName()));
        };
    }

    private static @Nullable Object plain(StateValue value, Class<?> type) {
        if (StateValue.class.isAssignableFrom(type) && type.isInstance(value)) {
            return value;
        }
        if (value instanceof Null || value instanceof Absent) {
            return nothing(type);
        }
        if (type == Object.class) {
            return natural(value);
        }
        if (type.isArray()) {
            return array(value, type.componentType());
        }
        if (Scalars.isScalar(type)) {
            return Scalars.of(value, type);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return collection(value, type, Object.class);
        }
        if (Map.class.isAssignableFrom(type)) {
            return map(value, type, String.class, Object.class);
        }
        return type.isInterface() || Modifier.isAbstract(type.getModifiers()) ? OwnClasses.variant(value, type) : OwnClasses.of(value, type);
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static @Nullable Object generic(StateValue value, ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return Optional.ofNullable(of(value, arguments[0]));
        }
        if (value instanceof Null || value instanceof Absent) {
            return null;
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
            return collection(value, raw, arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(value, raw, arguments[0], arguments[1]);
        }
        return plain(value, raw);
    }

    private static Object collection(StateValue value, Class<?> type, Type item) {
        if (!(value instanceof Items items)) {
            throw new Unmappable("%s is no list".formatted(Kinds.of(value)));
        }
        Collection<@Nullable Object> made = SortedSet.class.isAssignableFrom(type)
                ? new TreeSet<>()
                : Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
        items.values().forEach(one -> made.add(of(one, item)));
        return made;
    }

    private static Object map(StateValue value, Class<?> type, Type key, Type item) {
        if (!(value instanceof Fields fields)) {
            throw new Unmappable("%s is no object".formatted(Kinds.of(value)));
        }
        Map<@Nullable Object, @Nullable Object> made =
                SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
        fields.entries().forEach(entry -> made.put(of(new Text(entry.getKey()), key), of(entry.getValue(), item)));
        return made;
    }

    private static Object array(StateValue value, Class<?> item) {
        var list = (List<?>) collection(value, List.class, item);
        Object array = Array.newInstance(item, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, list.get(i));
        }
        return array;
    }

    private static @Nullable Object natural(StateValue value) {
        return switch (value) {
            case Absent _, Null _, Opaque _ -> null;
            case Bool(boolean is) -> is;
            case Num number -> number.value();
            case Text(String text) -> text;
            case Items items -> collection(items, List.class, Object.class);
            case Fields fields -> map(fields, Map.class, String.class, Object.class);
        };
    }
}
