package io.hindcast.engine.population;

import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The streams of one worker. A page is worked through by one thread at a time.
final class Shelf<K> {
    private final Keeping<K> keeping;
    private final Map<String, Slot<K>> slots = new HashMap<>();
    private long weight;

    private static final class Slot<K> {
        final K kept;
        long events;
        long weighAt = 1;
        long weight;

        Slot(K kept) {
            this.kept = kept;
        }
    }

    /// @param weight about how many bytes it holds
    record Named<K>(String stream, K kept, long weight) {}

    Shelf(Keeping<K> keeping) {
        this.keeping = keeping;
    }

    /// Takes the rows whose streams are this shelf's.
    ///
    /// @param shelfOf which shelf each stream of the page belongs to
    /// @param reported how many rows of the page were reported before
    void take(EventPage page, int[] shelfOf, int me, int reported) {
        var inPage = new ArrayList<@Nullable Slot<K>>(page.streams().size());
        page.streams().forEach(_ -> inPage.add(null));
        for (int row = 0; row < page.size(); row++) {
            int ordinal = page.streamOrdinal(row);
            if (shelfOf[ordinal] == me) {
                Slot<K> slot = inPage.get(ordinal);
                if (slot == null) {
                    slot = slot(page.streams().get(ordinal));
                    inPage.set(ordinal, slot);
                }
                keeping.take(slot.kept, page, row, row < reported);
                slot.events++;
            }
        }
        for (Slot<K> slot : inPage) {
            if (slot != null) {
                keeping.rest(slot.kept);
                weigh(slot);
            }
        }
    }

    private Slot<K> slot(EventPage.StreamName name) {
        return slots.computeIfAbsent(
                name.stream(), stream -> new Slot<>(keeping.begin(stream, name.category())));
    }

    /// Weighing costs a walk through the state: done as often as the stream has doubled.
    private void weigh(Slot<K> slot) {
        if (slot.events >= slot.weighAt) {
            slot.weighAt = slot.events * 2;
            weight -= slot.weight;
            slot.weight = keeping.weight(slot.kept);
            weight += slot.weight;
        }
    }

    long weight() {
        return weight;
    }

    int size() {
        return slots.size();
    }

    List<Named<K>> all() {
        var all = new ArrayList<Named<K>>(slots.size());
        slots.forEach((stream, slot) -> all.add(new Named<>(stream, slot.kept, slot.weight)));
        return all;
    }

    /// Forgets the streams from this name on.
    void dropFrom(String name) {
        slots.entrySet().removeIf(entry -> {
            boolean goes = entry.getKey().compareTo(name) >= 0;
            if (goes) {
                weight -= entry.getValue().weight;
            }
            return goes;
        });
    }
}
