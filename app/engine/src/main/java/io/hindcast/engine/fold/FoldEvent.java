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
            known = page().event(row);
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
            known = reader().metadata(page(), row).value();
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

    private EventReader reader() {
        return Objects.requireNonNull(reader, "an event with values has no reader");
    }

    private EventPage page() {
        return Objects.requireNonNull(page, "an event with values has no page");
    }
}
