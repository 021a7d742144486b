package io.hindcast.engine.replay;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.changelog.ChangeLogWriter;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one stream and folds it once. Stateless; safe for many threads.
public final class HistoryLoader {
    private static final int PROGRESS_EVERY = 1024;

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
        var events = new StreamEvents(source.info(), decoder, memory, read(stream, progress, cancellation));
        String category = events.size() == 0 ? "" : events.event(0).category();
        return fold(stream, category, fold, events, cancellation);
    }

    private List<EventPage> read(String stream, Progress progress, Cancellation cancellation) {
        var pages = new ArrayList<EventPage>();
        long rows = 0;
        try (var cursor = source.read(ReadRequest.stream(stream))) {
            for (Optional<EventPage> page = cursor.next();
                    page.isPresent() && !cancellation.isCancelled();
                    page = cursor.next()) {
                pages.add(page.get());
                rows += page.get().size();
                progress.advanced(rows, -1);
            }
        }
        return pages;
    }

    static StreamHistory fold(
            String stream, String category, Fold fold, StreamEvents events, Cancellation cancellation) {
        var log = new ChangeLogWriter(events.memory());
        var problems = new ArrayList<Problem>();
        var run = FoldRun.fromTheStart(fold, category, log);
        log.begun();
        var reader = events.reader();
        int done = 0;
        for (; done < events.size(); done++) {
            if (done % PROGRESS_EVERY == 0 && cancellation.isCancelled()) {
                break;
            }
            FoldEvent event = events.forFold(done, reader);
            int index = done;
            run.pass(event)
                    .ifPresent(reason -> problems.add(new Problem(
                            index, event.header().version().orElse(-1), event.type(), reason)));
            log.endEvent();
        }
        return new FoldedHistory(stream, category, fold, events.first(done), log.close(), problems);
    }
}
