package io.hindcast.engine.replay;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.Optional;

/// Reads one stream and folds it once. Stateless; safe for many threads.
public final class HistoryLoader {
    private final EventSource source;
    private final PayloadDecoder decoder;
    private final LogMemory memory;

    /// In the memory that the process shares.
    public HistoryLoader(EventSource source, PayloadDecoder decoder) {
        this(source, decoder, LogMemory.common());
    }

    /// @param memory what histories are kept in
    public HistoryLoader(EventSource source, PayloadDecoder decoder, LogMemory memory) {
        this.source = source;
        this.decoder = decoder;
        this.memory = memory;
    }

    /// The whole stream; when cancelled, the part that was read and folded until then.
    public StreamHistory load(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        return load(stream, source.read(ReadRequest.stream(stream)), fold, progress, cancellation);
    }

    /// The state behind the last event, without a history: for less work and in little memory. When cancelled, the state
    /// behind the last event that was folded until then.
    public StreamState head(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        return head(stream, source.read(ReadRequest.stream(stream)), fold, progress, cancellation);
    }

    /// The same out of pages from elsewhere, in the order of the stream; closes the cursor.
    public StreamState head(String stream, EventCursor pages, Fold fold, Progress progress, Cancellation cancellation) {
        SourceInfo info = source.infoOf(stream);
        var folding = new HeadFolding(fold, new EventReader(decoder, info.data(), info.metadata()));
        try (var cursor = pages) {
            for (Optional<EventPage> page = cursor.next();
                    page.isPresent() && !cancellation.isCancelled();
                    page = cursor.next()) {
                folding.take(page.get(), cancellation);
                progress.advanced(folding.done(), -1);
            }
        }
        return folding.state(stream);
    }

    /// The stream out of pages from elsewhere, in the order of the stream; closes the cursor.
    public StreamHistory load(
            String stream, EventCursor pages, Fold fold, Progress progress, Cancellation cancellation) {
        var events = new StreamEvents(source.infoOf(stream), decoder, memory);
        Folding folding = null;
        try (var cursor = pages) {
            for (Optional<EventPage> page = cursor.next();
                    page.isPresent() && !cancellation.isCancelled();
                    page = cursor.next()) {
                if (page.get().size() > 0) {
                    if (folding == null) {
                        folding = new Folding(fold, page.get().category(0), events, Integer.MAX_VALUE);
                    }
                    events.add(page.get());
                    folding.take(page.get(), cancellation);
                    progress.advanced(events.size(), -1);
                }
            }
            return (folding == null ? new Folding(fold, "", events, 0) : folding).history(stream);
        } catch (LogMemory.Full full) {
            throw new ConnectorException(
                    ConnectorException.Kind.INTERNAL,
                    "There is no room for the history of " + stream
                            + ": free space in the folder for temporary files, or allow more memory with hindcast.history.memory.",
                    full);
        }
    }
}
