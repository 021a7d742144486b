package io.hindcast.engine.payload;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the values that mean the same in every store: who, what belongs together, what caused it, when it holds.
///
/// The first location that holds a text or a number wins; null, empty text and anything nested count as nothing.
/// Immutable.
public final class CommonFields {
    private static final BigDecimal LATEST_SECOND = BigDecimal.valueOf(100_000_000_000L);

    private final Map<EventField, List<Place>> places = new EnumMap<>(EventField.class);

    private record Place(FieldLocation.Part part, FieldPath path) {}

    public CommonFields(Map<EventField, List<FieldLocation>> locations) {
        locations.forEach((field, where) -> places.put(
                field,
                where.stream()
                        .map(location -> new Place(location.part(), FieldPath.parse(location.pointer())))
                        .toList()));
    }

    public static CommonFields of(SourceInfo info) {
        return new CommonFields(info.fields());
    }

    /// Whether the store has a place for this at all.
    public boolean knows(EventField field) {
        return !places.getOrDefault(field, List.of()).isEmpty();
    }

    public Optional<String> actor(StateValue data, StateValue metadata) {
        return text(EventField.ACTOR, data, metadata);
    }

    public Optional<String> correlationId(StateValue data, StateValue metadata) {
        return text(EventField.CORRELATION_ID, data, metadata);
    }

    public Optional<String> causationId(StateValue data, StateValue metadata) {
        return text(EventField.CAUSATION_ID, data, metadata);
    }

    public Optional<String> tenant(StateValue data, StateValue metadata) {
        return text(EventField.TENANT, data, metadata);
    }

    /// A text is read as ISO-8601; a number of eight digits as year, month and day (`20260331`), any other as
    /// seconds since 1970, or milliseconds when it is too large for seconds. What is neither gives nothing.
    public Optional<EffectiveTime> effectiveAt(StateValue data, StateValue metadata) {
        for (Place place : places.getOrDefault(EventField.EFFECTIVE_AT, List.of())) {
            Optional<EffectiveTime> time = time(at(place, data, metadata));
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    /// Any of them as the store writes it.
    public Optional<String> text(EventField field, StateValue data, StateValue metadata) {
        for (Place place : places.getOrDefault(field, List.of())) {
            StateValue value = at(place, data, metadata);
            if (value instanceof Text(String text) && !text.isEmpty()) {
                return Optional.of(text);
            }
            if (value instanceof Num number) {
                return Optional.of(number.digits());
            }
        }
        return Optional.empty();
    }

    private static StateValue at(Place place, StateValue data, StateValue metadata) {
        return switch (place.part) {
            case DATA -> data.at(place.path);
            case METADATA -> metadata.at(place.path);
        };
    }

    private static Optional<EffectiveTime> time(StateValue value) {
        if (value instanceof Text(String text)) {
            return EffectiveTime.parse(text);
        }
        if (value instanceof Num number) {
            boolean eight = number.digits().length() == 8;
            Optional<EffectiveTime> day = eight ? EffectiveTime.parse(number.digits()) : Optional.empty();
            return day.isPresent() ? day : sinceEpoch(number);
        }
        return Optional.empty();
    }

    private static Optional<EffectiveTime> sinceEpoch(Num number) {
        BigDecimal amount = number.value();
        if (amount.abs().compareTo(LATEST_SECOND) >= 0) {
            amount = amount.movePointLeft(3);
        }
        if (amount.abs().compareTo(LATEST_SECOND) >= 0) {
            return Optional.empty();
        }
        BigDecimal nanos = amount.setScale(9, RoundingMode.FLOOR);
        long seconds = nanos.setScale(0, RoundingMode.FLOOR).longValueExact();
        long rest = nanos.subtract(BigDecimal.valueOf(seconds)).movePointRight(9).longValueExact();
        return Optional.of(EffectiveTime.ofInstant(number.digits(), Instant.ofEpochSecond(seconds, rest)));
    }
}
