package io.hindcast.engine.fold;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes events for folds out of rows of pages, one after the other, with bodies that are read where they lie. Keep one
/// for a whole run over a stream; what it holds is used again for each event. For one thread.
public final class EventReader {
    private final PayloadDecoder decoder;
    private final PayloadShape metadataShape;
    private final PayloadView data;
    private final Optional<PayloadView> dataView;
    private @Nullable PayloadView metadata;
    private @Nullable FoldEvent turned;
    private Optional<PayloadView> tokens = Optional.empty();

    /// @param data the shape of bodies
    /// @param metadata the shape of metadata
    public EventReader(PayloadDecoder decoder, PayloadShape data, PayloadShape metadata) {
        this.decoder = decoder;
        this.metadataShape = metadata;
        this.data = decoder.view(data);
        this.dataView = Optional.of(this.data);
    }

    /// The event of a row. An earlier one may still be asked for its values, at the cost of reading it again.
    public FoldEvent event(EventPage page, int row) {
        return new FoldEvent(this, page, row);
    }

    PayloadView data(EventPage page, int row) {
        turned = null;
        data.turnTo(page.data(row));
        return data;
    }

    Optional<PayloadView> tokens(FoldEvent event, EventPage page, int row) {
        if (turned != event) {
            data.turnTo(page.data(row));
            tokens = data.content() == JsonTape.NONE ? Optional.empty() : dataView;
            turned = event;
        }
        return tokens;
    }

    PayloadView metadata(EventPage page, int row) {
        PayloadView view = metadata;
        if (view == null) {
            view = decoder.view(metadataShape);
            metadata = view;
        }
        view.turnTo(page.metadata(row));
        return view;
    }
}
