package io.hindcast.engine.replay;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.StateValue;
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

    public HistoryLoader(EventSource source, PayloadDecoder decoder) {
        this.source = source;
        this.decoder = decoder;
    }

    /// The whole stream; when cancelled, the part that was read and folded until then.
    public StreamHistory load(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        var events = new StreamEvents(source.info(), decoder, read(stream, progress, cancellation));
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
        var keyframes = new ArrayList<StateValue>();
        var problems = new ArrayList<Problem>();
        var run = FoldRun.fromTheStart(fold, category);
        var reader = events.reader();
        for (int i = 0; i < events.size(); i++) {
            if (i % FoldedHistory.KEYFRAME_EVERY == 0) {
                keyframes.add(run.state());
            }
            if (i % PROGRESS_EVERY == 0 && cancellation.isCancelled()) {
                return new FoldedHistory(stream, category, fold, events.first(i), keyframes, problems);
            }
            FoldEvent event = events.forFold(i, reader);
            int index = i;
            run.pass(event)
                    .ifPresent(reason -> problems.add(new Problem(
                            index, event.header().version().orElse(-1), event.type(), reason)));
        }
        return new FoldedHistory(stream, category, fold, events, keyframes, problems);
    }
}
