package io.hindcast.engine.fold.rules;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rule may take from an event's header. What a store does not have is missing.
enum HeaderField {
    TYPE,
    STREAM,
    CATEGORY,
    ID,
    VERSION,
    TIME;

    static final List<String> NAMES =
            Arrays.stream(values()).map(HeaderField::word).toList();

    static Optional<HeaderField> named(String word) {
        return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    StateValue of(Event event) {
        return switch (this) {
            case TYPE -> new Text(event.type());
            case STREAM -> new Text(event.stream());
            case CATEGORY -> new Text(event.category());
            case ID -> event.id().<StateValue>map(Text::new).orElse(Absent.ABSENT);
            case VERSION -> event.version().isPresent() ? Num.of(event.version().getAsLong()) : Absent.ABSENT;
            case TIME -> event.recordedAt().<StateValue>map(at -> new Text(at.toString())).orElse(Absent.ABSENT);
        };
    }
}
