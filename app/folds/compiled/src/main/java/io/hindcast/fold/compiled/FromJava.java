package io.hindcast.fold.compiled;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Reads objects of a person's own classes as values, field by field and digit by digit. Sets and maps without an order
/// come in the order of their text, so that the same state always reads the same.
final class FromJava {
    private static final int DEEPEST = 100;

    private FromJava() {}

    /// @throws Unmappable when something contains itself, or is nested too deep
    static StateValue of(@Nullable Object value) {
        return of(value, 0);
    }

    private static StateValue of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new Unmappable("the state contains itself, or is nested more than %d deep".formatted(DEEPEST));
        }
        return switch (value) {
            case null -> Null.NULL;
            case StateValue already -> already;
            case String text -> new Text(text);
            case Boolean is -> Bool.of(is);
            case Number number -> number(number);
            case Enum<?> constant -> new Text(constant.name());
            case Optional<?> perhaps -> of(perhaps.orElse(null), depth + 1);
            case Collection<?> items -> items(items, depth);
            case Map<?, ?> map -> map(map, depth);
            case Object array when array.getClass().isArray() -> array(array, depth);
            case Object text when text.getClass().getName().startsWith("java.") -> new Text(text.toString());
            case Object object -> fields(object, depth);
        };
    }

    private static StateValue number(Number number) {
        return switch (number) {
            case BigDecimal decimal -> Num.of(decimal);
            case BigInteger whole -> Num.of(new BigDecimal(whole));
            case Double binary when binary.isNaN() || binary.isInfinite() -> new Text(binary.toString());
            case Double binary -> Num.of(new BigDecimal(binary.toString()));
            case Float binary when binary.isNaN() || binary.isInfinite() -> new Text(binary.toString());
            case Float binary -> Num.of(new BigDecimal(binary.toString()));
            case Long _, Integer _, Short _, Byte _, AtomicInteger _, AtomicLong _ -> Num.of(number.longValue());
            default -> new Text(number.toString());
        };
    }

    private static StateValue items(Collection<?> items, int depth) {
        var values = new ArrayList<StateValue>();
        items.forEach(one -> values.add(of(one, depth + 1)));
        if (items instanceof Set && !(items instanceof SequencedCollection)) {
            values.sort(Comparator.comparing(StateValue::toString));
        }
        return new Items(values);
    }

    private static StateValue map(Map<?, ?> map, int depth) {
        List<String> names = new ArrayList<>();
        var fields = new java.util.HashMap<String, StateValue>();
        map.forEach((key, value) -> {
            names.add(String.valueOf(key));
            fields.put(String.valueOf(key), of(value, depth + 1));
        });
        if (!(map instanceof SequencedMap)) {
            names.sort(Comparator.naturalOrder());
        }
        var built = Fields.builder(names.size());
        names.forEach(name -> built.put(name, fields.getOrDefault(name, Null.NULL)));
        return built.build();
    }

    private static StateValue array(Object array, int depth) {
        var values = new ArrayList<StateValue>();
        for (int i = 0; i < Array.getLength(array); i++) {
            values.add(of(Array.get(array, i), depth + 1));
        }
        return new Items(values);
    }

    private static StateValue fields(Object object, int depth) {
        var fields = Fields.builder(8);
        for (Field field : Reflection.fieldsOf(object.getClass())) {
            fields.put(field.getName(), of(Reflection.get(field, object), depth + 1));
        }
        return fields.build();
    }
}
