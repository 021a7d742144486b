package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Sentence;
import io.hindcast.audit.report.Block.Warning;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// Cells and sentences, as templates write them.
final class Pieces {
    private Pieces() {}

    static Block say(String key, Object... values) {
        return new Sentence(key, Arrays.stream(values).map(Pieces::value).toList());
    }

    static Block warn(String key, Object... values) {
        return new Warning(key, Arrays.stream(values).map(Pieces::value).toList());
    }

    private static StateValue value(Object value) {
        return switch (value) {
            case StateValue already -> already;
            case Number number -> Num.of(number.longValue());
            default -> new Text(value.toString());
        };
    }

    static StateValue cell(OptionalLong number) {
        return number.isPresent() ? Num.of(number.getAsLong()) : Null.NULL;
    }

    static StateValue cell(Optional<String> text) {
        return text.<StateValue>map(Text::new).orElse(Null.NULL);
    }

    static StateValue time(Optional<Instant> instant) {
        return cell(instant.map(Instant::toString));
    }

    /// A number where the store has one number, text where a position has two parts.
    static StateValue position(Optional<Position> position) {
        return position.<StateValue>map(place -> place.high() == 0 ? Num.of(place.low()) : new Text(place.toString()))
                .orElse(Null.NULL);
    }

    static StateValue orNull(StateValue value) {
        return value.isPresent() ? value : Null.NULL;
    }

    /// A number in plain digits, whatever its exponent.
    static Num plain(Num number) {
        return Num.of(number.value());
    }
}
