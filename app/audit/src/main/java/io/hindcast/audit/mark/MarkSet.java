package io.hindcast.audit.mark;

import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Marks as they stand at one time: immutable, for any thread, the screen's too. Lookups by stream and version cost a
/// lookup in a table, which is made when it is first asked for.
public final class MarkSet {
    public static final MarkSet EMPTY = new MarkSet(Map.of(), Legend.USUAL, List.of());

    private final Map<String, Mark> byId;
    private final Legend legend;
    private final List<Long> complaints;
    private volatile @Nullable Map<String, InStream> byStream;

    /// @param byId never written again
    MarkSet(Map<String, Mark> byId, Legend legend, List<Long> complaints) {
        this.byId = byId;
        this.legend = legend;
        this.complaints = complaints;
    }

    /// Of one stream, those of events by version; `elsewhere` is what has no version.
    private record InStream(Map<Long, List<Mark>> byVersion, List<Mark> elsewhere, List<Mark> all) {
        InStream() {
            this(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Mark mark) {
            all.add(mark);
            OptionalLong version = mark.binding() instanceof Binding.ToEvent event ? event.version() : OptionalLong.empty();
            if (version.isPresent()) {
                byVersion.computeIfAbsent(version.getAsLong(), _ -> new ArrayList<>()).add(mark);
            } else {
                elsewhere.add(mark);
            }
        }
    }

    /// Those that are not removed, the oldest first.
    public List<Mark> all() {
        return byId.values().stream().filter(mark -> !mark.isRemoved()).toList();
    }

    /// Those that ever were, the removed ones too, the oldest first.
    public Collection<Mark> everything() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /// By its id, removed or not.
    public Optional<Mark> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Those of a stream and of its events.
    public List<Mark> ofStream(String stream) {
        InStream here = byStream().get(stream);
        return here == null ? List.of() : Collections.unmodifiableList(here.all());
    }

    /// Those of the event with this version.
    public List<Mark> at(String stream, long version) {
        InStream here = byStream().get(stream);
        return here == null ? List.of() : Collections.unmodifiableList(here.byVersion().getOrDefault(version, List.of()));
    }

    /// Those of an event, by its version, else by its id or position. Whether they hold is another question, see
    /// [MarkCheck].
    public List<Mark> of(Event event) {
        if (event.version().isPresent()) {
            return at(event.stream(), event.version().getAsLong());
        }
        InStream here = byStream().get(event.stream());
        return here == null
                ? List.of()
                : here.elsewhere().stream()
                        .filter(mark -> mark.binding() instanceof Binding.ToEvent bound
                                && (event.id().isPresent()
                                        ? bound.eventId().equals(event.id())
                                        : bound.position().equals(event.position())))
                        .toList();
    }

    /// Those of the store as a whole.
    public List<Mark> ofStore() {
        return all().stream().filter(mark -> mark.binding() instanceof Binding.ToStore).toList();
    }

    /// Some of them, the removed ones too; with the whole legend.
    public MarkSet only(Predicate<Mark> wanted) {
        var some = new LinkedHashMap<String, Mark>();
        byId.values().stream().filter(wanted).forEach(mark -> some.put(mark.id(), mark));
        return new MarkSet(some, legend, complaints);
    }

    /// The same marks, see [Binding#withoutHashes()].
    public MarkSet withoutHashes() {
        var all = new LinkedHashMap<String, Mark>();
        byId.values().forEach(mark ->
                all.put(mark.id(), new Mark(mark.id(), mark.binding().withoutHashes(), mark.history())));
        return new MarkSet(all, legend, complaints);
    }

    public Legend legend() {
        return legend;
    }

    /// Lines of the journal that say something about marks that cannot be understood.
    public List<Long> complaints() {
        return complaints;
    }

    private Map<String, InStream> byStream() {
        Map<String, InStream> known = byStream;
        if (known == null) {
            var made = new HashMap<String, InStream>();
            for (Mark mark : all()) {
                mark.binding().stream().ifPresent(stream ->
                        made.computeIfAbsent(stream, _ -> new InStream()).add(mark));
            }
            known = made;
            byStream = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarkSet that
                && byId.equals(that.byId)
                && legend.equals(that.legend)
                && complaints.equals(that.complaints);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byId, legend, complaints);
    }
}
