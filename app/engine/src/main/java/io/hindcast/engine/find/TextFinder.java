package io.hindcast.engine.find;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks for text in bodies and metadata of all events, with all processors; the next page is read while one is
/// searched. Answers come in the order of the store. Where all bodies of a far store are copied, the copy is searched.
public final class TextFinder {
    private final OpenStore store;

    public TextFinder(OpenStore store) {
        this.store = store;
    }

    /// Searches until the end or until somebody cancels.
    ///
    /// @param expected how many events there are, -1 where nobody counted
    /// @param matches called on this thread
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public Coverage find(
            TextSearch search,
            long expected,
            Consumer<TextMatch> matches,
            Progress progress,
            Cancellation cancellation) {
        var searching = new Searching(search);
        long found = 0;
        long scanned = search.scanned();
        Optional<Bookmark> through = search.after();
        try (EventCursor cursor = searching.read(search)) {
            EventPage page = next(cursor);
            while (page != null) {
                if (cancellation.isCancelled()) {
                    return searching.coverage(scanned, expected, found, false, through);
                }
                EventPage here = page;
                long first = scanned;
                CompletableFuture<List<TextMatch>> answer =
                        CompletableFuture.supplyAsync(() -> searching.in(here, first));
                page = next(cursor);
                for (TextMatch match : join(answer)) {
                    found++;
                    matches.accept(match);
                }
                scanned += here.size();
                through = Optional.of(searching.inCopy() ? CopiedEvents.mark(scanned) : here.bookmark());
                progress.advanced(scanned, expected);
            }
        }
        return searching.coverage(scanned, expected, found, true, through);
    }

    private static ReadRequest request(TextSearch search) {
        return new ReadRequest(
                search.selection(),
                search.after(),
                ReadRequest.VersionRange.all(),
                ReadRequest.Direction.FORWARD,
                ReadRequest.Detail.FULL,
                ReadRequest.DEFAULT_PAGE_SIZE);
    }

    private static @Nullable EventPage next(EventCursor cursor) {
        return cursor.next().orElse(null);
    }

    private static List<TextMatch> join(CompletableFuture<List<TextMatch>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw e;
        }
    }

    private final class Searching {
        private final TextMatcher matcher;
        private final Selection selection;
        private final Optional<CopiedEvents> copied;
        private final Optional<Sifting> sifting;
        private final LongAdder unreadable = new LongAdder();
        private final LongAdder ruledOut = new LongAdder();

        Searching(TextSearch search) {
            this.matcher = new TextMatcher(search.text(), search.ignoreCase(), store.decoder());
            this.selection = search.selection();
            this.copied = CopiedEvents.of(store, search);
            this.sifting = copied.isPresent() ? Optional.empty() : Sifting.of(store.source(), search);
        }

        EventCursor read(TextSearch search) {
            return copied.isPresent() ? copied.get() : ofStore(request(search));
        }

        private EventCursor ofStore(ReadRequest request) {
            return sifting.map(it -> it.read(request)).orElseGet(() -> store.source().read(request));
        }

        boolean inCopy() {
            return copied.isPresent();
        }

        List<TextMatch> in(EventPage page, long first) {
            return IntStream.range(0, page.size())
                    .parallel()
                    .filter(row -> !(selection instanceof Selection.Category(String name))
                            || name.equals(page.category(row)))
                    .mapToObj(row -> in(page, row, first))
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        private @Nullable TextMatch in(EventPage page, int row, long first) {
            if (sifting.isPresent() && page.data(row).isEmpty() && page.metadata(row).isEmpty()) {
                ruledOut.increment();
            }
            SourceInfo info = store.infoOf(page.stream(row));
            var data = matcher.in(page.data(row), info.data());
            var metadata = data.snippet().isPresent()
                    ? TextMatcher.Look.NOTHING
                    : matcher.in(page.metadata(row), info.metadata());
            if (!data.isReadable() || !metadata.isReadable() || page.trouble(row).isPresent()) {
                unreadable.increment();
            }
            Part part = data.snippet().isPresent() ? Part.DATA : Part.METADATA;
            return data.snippet()
                    .or(metadata::snippet)
                    .map(snippet -> new TextMatch(first + row, page.event(row), part, snippet))
                    .orElse(null);
        }

        Coverage coverage(long scanned, long of, long found, boolean complete, Optional<Bookmark> through) {
            return new Coverage(
                    scanned, of, found, unreadable.sum(), 0, 0, complete, through, ruledOut.sum());
        }
    }
}
