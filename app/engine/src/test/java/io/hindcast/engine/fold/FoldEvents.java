package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Events and values for tests, written shortly.
public final class FoldEvents {
    private FoldEvents() {}

    public static FoldEvent event(String category, String type, StateValue data, StateValue metadata) {
        var header = new Event(
                category + "-1",
                category,
                OptionalLong.of(7),
                Optional.empty(),
                Optional.of("e-7"),
                type,
                Optional.of(Instant.parse("2026-03-31T10:00:00Z")),
                ByteSlice.empty(),
                ByteSlice.empty(),
                Optional.empty());
        return new FoldEvent(header, data, metadata);
    }

    public static FoldEvent event(String type, StateValue data) {
        return event("account", type, data, Absent.ABSENT);
    }

    /// `object("a", 1, "b", "text")`.
    public static Fields object(Object... namesAndValues) {
        var values = new LinkedHashMap<String, StateValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return Fields.of(values);
    }

    public static Items list(Object... values) {
        var items = new ArrayList<StateValue>();
        for (Object value : values) {
            items.add(value(value));
        }
        return new Items(items);
    }

    /// An exact number by its digits.
    public static Num num(String digits) {
        return Num.parse(digits);
    }

    private static StateValue value(Object value) {
        return switch (value) {
            case StateValue ready -> ready;
            case String text -> new Text(text);
            case Integer number -> Num.of(number);
            case BigDecimal number -> Num.of(number);
            case Boolean flag -> Bool.of(flag);
            case Optional<?> _ -> Null.NULL;
            case List<?> values -> list(values.toArray());
            case Map<?, ?> _ -> throw new IllegalArgumentException("use object(...)");
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }
}
