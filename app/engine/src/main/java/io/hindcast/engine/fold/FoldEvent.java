package io.hindcast.engine.fold;

import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event as a fold sees it: header and body. One that comes from an [EventReader] makes header and values only when
/// they are asked for, and offers the body as tokens where it is JSON. For one thread; values that were asked for are
/// immutable and may be kept.
public final class FoldEvent {
    private final String type;
    private final String category;
    private final @Nullable EventReader reader;
    private final @Nullable EventPage page;
    private final int row;
    private final @Nullable FoldEvent recorded;
    private @Nullable Event header;
    private @Nullable StateValue data;
    private @Nullable StateValue metadata;

    /// An event that is decoded already.
    public FoldEvent(Event header, StateValue data, StateValue metadata) {
        this.type = header.type();
        this.category = header.category();
        this.reader = null;
        this.page = null;
        this.row = 0;
        this.recorded = null;
        this.header = header;
        this.data = data;
        this.metadata = metadata;
    }

    FoldEvent(EventReader reader, EventPage page, int row) {
        this.type = page.type(row);
        this.category = page.category(row);
        this.reader = reader;
        this.page = page;
        this.row = row;
        this.recorded = null;
    }

    private FoldEvent(FoldEvent recorded, String type, StateValue data) {
        this.type = type;
        this.category = recorded.category;
        this.reader = null;
        this.page = null;
        this.row = 0;
        this.recorded = recorded;
        this.data = data;
    }

    /// The same event in another shape: what an upcaster makes of it.
    public FoldEvent recast(String newType, StateValue newData) {
        return new FoldEvent(this, newType, newData);
    }

    /// Whether this is what an upcaster made of a recorded event.
    public boolean isRecast() {
        return recorded != null;
    }

    private FoldEvent(FoldEvent other, String category) {
        this.type = other.type;
        this.category = category;
        this.reader = other.reader;
        this.page = other.page;
        this.row = other.row;
        this.recorded = other.recorded;
        this.header = other.header;
        this.data = other.data;
        this.metadata = other.metadata;
    }

    /// The same event for a fold that knows its category by another name.
    public FoldEvent inCategory(String name) {
        return name.equals(category) ? this : new FoldEvent(this, name);
    }

    public String type() {
        return type;
    }

    public String category() {
        return category;
    }

    public Event header() {
        Event known = header;
        if (known == null) {
            known = recorded == null ? page().event(row) : renamed(recorded.header());
            header = known;
        }
        return known;
    }

    /// The decoded body.
    public StateValue data() {
        StateValue known = data;
        if (known == null) {
            known = reader().data(page(), row).value();
            data = known;
        }
        return known;
    }

    /// The decoded metadata.
    public StateValue metadata() {
        StateValue known = metadata;
        if (known == null) {
            known = recorded == null ? reader().metadata(page(), row).value() : recorded.metadata();
            metadata = known;
        }
        return known;
    }

    /// Where the body lies as tokens: its [PayloadView#content()] is a token. The same things are found there as in
    /// [#data()], with nothing built that is not asked for. Counts until another event is read.
    public Optional<PayloadView> tokens() {
        return reader == null || page == null ? Optional.empty() : reader.tokens(this, page, row);
    }

    /// Why the body cannot be read, empty when it can be.
    public Optional<String> unreadable() {
        if (tokens().isPresent()) {
            return Optional.empty();
        }
        return data() instanceof Opaque(String reason, _, _) ? Optional.of(reason) : Optional.empty();
    }

    private Event renamed(Event old) {
        return new Event(
                old.stream(),
                old.category(),
                old.version(),
                old.position(),
                old.id(),
                type,
                old.recordedAt(),
                old.data(),
                old.metadata(),
                old.trouble());
    }

    private EventReader reader() {
        return Objects.requireNonNull(reader, "an event with values has no reader");
    }

    private EventPage page() {
        return Objects.requireNonNull(page, "an event with values has no page");
    }
}
