package io.hindcast.desktop.events;

import io.hindcast.event.Event;
import java.util.Locale;
import java.util.Optional;

/// Which events are shown.
///
/// @param type only of this type; all types when absent
/// @param text a part of the type, the id, the version (`v12`), or of body and metadata as stored; "" for all
record Narrowing(Optional<String> type, String text) {
    static final Narrowing OPEN = new Narrowing(Optional.empty(), "");

    Narrowing {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return type.isEmpty() && text.isEmpty();
    }

    boolean lets(Event event) {
        if (type.isPresent() && !type.get().equals(event.type())) {
            return false;
        }
        return text.isEmpty()
                || has(event.type())
                || has(event.id().orElse(""))
                || (event.version().isPresent() && text.equals("v" + event.version().getAsLong()))
                || has(event.data().text())
                || has(event.metadata().text());
    }

    private boolean has(String words) {
        return words.toLowerCase(Locale.ROOT).contains(text);
    }
}
