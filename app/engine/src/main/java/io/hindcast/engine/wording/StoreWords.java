package io.hindcast.engine.wording;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.WordCheck;
import io.hindcast.engine.fold.WordCheck.Finding;
import io.hindcast.engine.population.Bodies;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;

/// Holds the words of a fold against all events of a store. One pass; bodies are decoded only where a word of their rule
/// has not been seen yet.
///
/// @param findings the words that never occur, in the order of the text
/// @param events how many events were looked at
/// @param isComplete false when it was cancelled: what was not seen may come later
public record StoreWords(List<Finding> findings, long events, boolean isComplete) {
    public StoreWords {
        findings = List.copyOf(findings);
    }

    /// Whether a word is there that the store should have.
    public boolean hasMistakes() {
        return findings.stream().anyMatch(Finding::isMistake);
    }

    /// Blocks until all events were seen.
    ///
    /// @return empty for folds whose text does not say what events have
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public static Optional<StoreWords> check(OpenStore store, Fold fold, Progress progress, Cancellation cancellation) {
        return fold.wordCheck().map(words -> check(store, words, new Bodies(store, fold), progress, cancellation));
    }

    private static StoreWords check(OpenStore store, WordCheck words, Bodies bodies, Progress progress, Cancellation cancellation) {
        long events = 0;
        boolean complete = true;
        try (EventCursor cursor = store.source().read(ReadRequest.store(ReadRequest.Detail.FULL))) {
            Optional<EventPage> page = cursor.next();
            while (page.isPresent() && complete) {
                see(page.get(), words, bodies);
                events += page.get().size();
                progress.advanced(events, store.index().size());
                complete = !cancellation.isCancelled();
                page = complete ? cursor.next() : Optional.empty();
            }
        }
        return new StoreWords(words.findings(), events, complete);
    }

    private static void see(EventPage page, WordCheck words, Bodies bodies) {
        for (int row = 0; row < page.size(); row++) {
            words.see(bodies.read(page, row));
        }
    }
}
