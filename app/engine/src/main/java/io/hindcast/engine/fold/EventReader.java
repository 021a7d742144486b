package io.hindcast.engine.fold;

import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.util.Optional;

/// Makes events for folds out of rows of pages, one after the other, with bodies that are read where they lie. Keep one
/// for a whole run over a stream; what it holds is used again for each event. For one thread.
public final class EventReader {
    private final PayloadView data;
    private final PayloadView metadata;
    private final Optional<PayloadView> dataView;

    /// @param data the shape of bodies
    /// @param metadata the shape of metadata
    public EventReader(PayloadDecoder decoder, PayloadShape data, PayloadShape metadata) {
        this.data = decoder.view(data);
        this.metadata = decoder.view(metadata);
        this.dataView = Optional.of(this.data);
    }

    /// The event of a row. An earlier one may still be asked for its values, at the cost of reading it again.
    public FoldEvent event(EventPage page, int row) {
        return new FoldEvent(this, page, row);
    }

    PayloadView data(EventPage page, int row) {
        data.turnTo(page.data(row));
        return data;
    }

    PayloadView metadata(EventPage page, int row) {
        metadata.turnTo(page.metadata(row));
        return metadata;
    }

    Optional<PayloadView> dataView() {
        return dataView;
    }
}
