package io.hindcast.audit.mark;

import io.hindcast.audit.mark.Binding.ToEvent;
import io.hindcast.audit.mark.Binding.ToStore;
import io.hindcast.audit.mark.Binding.ToStream;
import io.hindcast.audit.mark.Standing.Changed;
import io.hindcast.audit.mark.Standing.Difference;
import io.hindcast.audit.mark.Standing.Holds;
import io.hindcast.audit.mark.Standing.Missing;
import io.hindcast.audit.mark.Standing.Part;
import io.hindcast.audit.seal.EventDigest;
import io.hindcast.audit.seal.Hash;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One stream while it goes by: what of it the marks are bound to, and what became of that.
final class StreamLook {
    /// What an event of today is taken for the bound one by, the surest first.
    private enum By {
        EVENT_ID,
        VERSION,
        POSITION
    }

    /// The best event of today for a bound one, so far.
    private record Found(By by, List<Difference> differences) {
        boolean isBetterThan(@Nullable Found other) {
            return other == null
                    || differences.isEmpty()
                    || (!other.differences.isEmpty()
                            && (by.compareTo(other.by) < 0
                                    || (by == other.by && differences.size() < other.differences.size())));
        }
    }

    private final List<Binding> bindings;
    private final Map<String, List<ToEvent>> byId = new HashMap<>();
    private final Map<Long, List<ToEvent>> byVersion = new HashMap<>();
    private final Map<String, List<ToEvent>> byPosition = new HashMap<>();
    private final Map<Long, List<ToStream>> byLength = new HashMap<>();
    private final Map<Binding, Found> found = new HashMap<>();
    private final Map<ToStream, Hash> heads = new HashMap<>();
    private Hash head = Hash.ZERO;
    private long events;

    StreamLook(List<Binding> bindings) {
        this.bindings = bindings;
        for (Binding binding : bindings) {
            switch (binding) {
                case ToEvent event -> {
                    event.eventId().ifPresent(id -> put(byId, id, event));
                    event.version().ifPresent(version -> put(byVersion, version, event));
                    event.position().ifPresent(position -> put(byPosition, position.toString(), event));
                }
                case ToStream stream -> put(byLength, stream.events(), stream);
                case ToStore _ -> {}
            }
        }
    }

    private static <K, B> void put(Map<K, List<B>> map, K key, B binding) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(binding);
    }

    /// For another pass from the beginning.
    StreamLook anew() {
        found.clear();
        heads.clear();
        head = Hash.ZERO;
        events = 0;
        return this;
    }

    void take(EventPage page) {
        for (int row = 0; row < page.size(); row++) {
            events++;
            List<ToEvent> ids = page.id(row).map(id -> byId.getOrDefault(id, List.of())).orElse(List.of());
            List<ToEvent> versions = byVersion.getOrDefault(page.version(row), List.of());
            List<ToEvent> positions = byPosition.isEmpty() || !page.isPositioned()
                    ? List.of()
                    : byPosition.getOrDefault(String.valueOf(page.position(row).orElseThrow()), List.of());
            if (byLength.isEmpty() && ids.isEmpty() && versions.isEmpty() && positions.isEmpty()) {
                continue;
            }
            EventDigest digest = EventDigest.of(page, row);
            compare(ids, By.EVENT_ID, page, row, digest);
            compare(versions, By.VERSION, page, row, digest);
            compare(positions, By.POSITION, page, row, digest);
            if (!byLength.isEmpty()) {
                head = digest.after(head);
                byLength.getOrDefault(events, List.of()).forEach(stream -> heads.put(stream, head));
            }
        }
    }

    private void compare(List<ToEvent> bound, By by, EventPage page, int row, EventDigest digest) {
        for (ToEvent event : bound) {
            var candidate = new Found(by, differences(event, page, row, digest));
            if (candidate.isBetterThan(found.get(event))) {
                found.put(event, candidate);
            }
        }
    }

    private static List<Difference> differences(ToEvent was, EventPage page, int row, EventDigest is) {
        var differences = new ArrayList<Difference>();
        if (was.event().equals(is.event())) {
            return differences;
        }
        add(differences, Part.DATA, was.data().toString(), is.data().toString());
        add(differences, Part.METADATA, was.metadata().toString(), is.metadata().toString());
        add(differences, Part.TYPE, was.type(), page.type(row));
        add(differences, Part.RECORDED_TIME, text(was.recordedAt()), text(page.recordedAt(row)));
        add(differences, Part.EVENT_ID, text(was.eventId()), text(page.id(row)));
        long version = page.version(row);
        String today = version == EventPage.NO_VERSION ? "" : Long.toString(version);
        add(differences, Part.VERSION, was.version().isPresent() ? Long.toString(was.version().getAsLong()) : "", today);
        add(differences, Part.POSITION, text(was.position()), text(page.position(row)));
        return differences;
    }

    private static void add(List<Difference> differences, Part part, String was, String is) {
        if (!was.equals(is)) {
            differences.add(new Difference(part, was, is));
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    boolean allHold() {
        return bindings.stream().allMatch(binding -> standing(binding) instanceof Holds);
    }

    /// After the pass.
    Standing standing(Binding binding) {
        return switch (binding) {
            case ToEvent event -> {
                Found best = found.get(event);
                yield best == null ? new Missing() : best.differences().isEmpty() ? new Holds() : new Changed(best.differences());
            }
            case ToStream stream -> ofStream(stream);
            case ToStore _ -> new Holds();
        };
    }

    private Standing ofStream(ToStream stream) {
        if (events == 0) {
            return new Missing();
        }
        if (events < stream.events()) {
            return changed(stream, events + " events");
        }
        Hash today = heads.getOrDefault(stream, Hash.ZERO);
        return today.equals(stream.head()) ? new Holds() : changed(stream, stream.events() + " events, " + today);
    }

    private static Standing changed(ToStream stream, String is) {
        return new Changed(
                List.of(new Difference(Part.EVENTS, "%d events, %s".formatted(stream.events(), stream.head()), is)));
    }
}
