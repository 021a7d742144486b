package io.hindcast.audit.integrity;

import io.hindcast.event.EventPage;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The identities of events that were found by their headers alone: the index has none, so they are picked up when the
/// bodies are read. Of very many, only the first are kept. Wishes come from one thread, then pages from one.
final class EventIds {
    private static final int MOST = 200_000;

    private final BitSet wanted = new BitSet();
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    void want(int event) {
        wanted.set(event);
    }

    void see(EventPage page, int row, int event) {
        if (wanted.get(event) && texts.size() < MOST) {
            page.id(row).ifPresent(id -> texts.put(event, id));
        }
    }

    Place completed(Place place) {
        return place.eventId().isPresent() || place.ordinal() < 0
                ? place
                : place.withId(Optional.ofNullable(texts.get(place.ordinal())));
    }
}
