package io.hindcast.engine.population;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Goes through the events of a selection in the store's order and keeps something for each stream, with all processors:
/// the streams are dealt out to workers of the common pool, and the next page is read while one is worked through.
///
/// One pass, as long as what is kept fits into the memory allowed. Where it does not, the streams are parted by name:
/// the pass goes on with the first half, and another pass comes for the rest. So the answer and its order, by name of
/// stream, are the same whatever the memory; only time grows.
///
/// @param <K> what is kept of one stream
public final class StreamScan<K> {
    private static final int WORKERS =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final EventSource source;
    private final Selection selection;
    private final Keeping<K> keeping;
    private final long memory;

    /// Listens on the thread that called [#run].
    public interface Listener<K> {
        /// A page is through.
        ///
        /// @param first place of its first event in the selection, 0-based
        default void through(EventPage page, long first) {}

        /// A range of streams is complete, in order of their names; ranges come in order too.
        void complete(List<K> kept);
    }

    /// How far a scan came.
    ///
    /// @param events events of the selection that went through the first pass
    /// @param passes how often the store was read
    /// @param isComplete false when it was cancelled
    /// @param through the end of the last page that went through in the first pass
    public record Extent(long events, int passes, boolean isComplete, Optional<Bookmark> through) {}

    /// @param memory about how many bytes may be kept, see [#usualMemory()]
    public StreamScan(EventSource source, Selection selection, Keeping<K> keeping, long memory) {
        this.source = source;
        this.selection = selection;
        this.keeping = keeping;
        this.memory = memory;
    }

    /// A quarter of what the program may use.
    public static long usualMemory() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    /// Blocks until all is through or somebody cancels.
    ///
    /// @param reported how many events at the beginning were reported by an earlier scan
    /// @param expected how many events there are, -1 if not known; for the progress only
    /// @throws io.hindcast.connector.ConnectorException when the store fails; ranges that are complete were told
    public Extent run(
            Listener<K> listener, long reported, long expected, Progress progress, Cancellation cancellation) {
        var waiting = new ArrayDeque<NameRange>();
        waiting.add(NameRange.all(reported));
        Extent first = new Extent(0, 0, true, Optional.empty());
        int passes = 0;
        while (!waiting.isEmpty()) {
            var pass = new Pass(waiting.poll(), waiting, listener);
            passes++;
            boolean complete = pass.run(progress, expected, passes, cancellation);
            first = passes == 1
                    ? new Extent(pass.events, 1, complete, pass.through)
                    : new Extent(first.events, passes, complete, first.through);
            if (!complete) {
                return first;
            }
        }
        return first;
    }

    /// One reading of the store.
    private final class Pass {
        private NameRange range;
        private final ArrayDeque<NameRange> later;
        private final Listener<K> listener;
        private final List<Shelf<K>> shelves =
                IntStream.range(0, WORKERS).mapToObj(_ -> new Shelf<>(keeping)).toList();
        private long events;
        private Optional<Bookmark> through = Optional.empty();

        Pass(NameRange range, ArrayDeque<NameRange> later, Listener<K> listener) {
            this.range = range;
            this.later = later;
            this.listener = listener;
        }

        boolean run(Progress progress, long expected, int passes, Cancellation cancellation) {
            try (EventCursor cursor = source.read(request())) {
                EventPage page = next(cursor);
                while (page != null) {
                    if (cancellation.isCancelled()) {
                        return false;
                    }
                    EventPage following = workThrough(page, cursor);
                    listener.through(page, events);
                    events += page.size();
                    through = Optional.of(page.bookmark());
                    keepWithinMemory();
                    progress.advanced(events, expected);
                    page = following;
                }
            }
            listener.complete(inOrder().stream().map(Shelf.Named::kept).toList());
            return true;
        }

        private ReadRequest request() {
            return new ReadRequest(
                    selection,
                    Optional.empty(),
                    ReadRequest.VersionRange.all(),
                    ReadRequest.Direction.FORWARD,
                    ReadRequest.Detail.FULL,
                    ReadRequest.DEFAULT_PAGE_SIZE);
        }

        /// Lets the workers take a page and reads the next one meanwhile.
        private @Nullable EventPage workThrough(EventPage page, EventCursor cursor) {
            int[] shelfOf = dealtOut(page);
            int reported = Math.clamp(range.reported() - events, 0, page.size());
            var tasks = IntStream.range(0, WORKERS)
                    .mapToObj(me -> CompletableFuture.runAsync(
                            () -> shelves.get(me).take(page, shelfOf, me, reported)))
                    .toArray(CompletableFuture<?>[]::new);
            try {
                return next(cursor);
            } finally {
                join(tasks);
            }
        }

        private int[] dealtOut(EventPage page) {
            return page.streams().stream()
                    .mapToInt(name -> isWanted(name) ? Math.floorMod(name.stream().hashCode(), WORKERS) : -1)
                    .toArray();
        }

        private boolean isWanted(EventPage.StreamName name) {
            boolean inCategory = !(selection instanceof Selection.Category(String category))
                    || category.equals(name.category());
            return inCategory && range.holds(name.stream());
        }

        /// Halves the range when it has become too heavy; what goes comes again in a later pass.
        private void keepWithinMemory() {
            long weight = shelves.stream().mapToLong(Shelf::weight).sum();
            if (weight <= memory || shelves.stream().mapToInt(Shelf::size).sum() < 2) {
                return;
            }
            String cut = middle(weight);
            later.addFirst(range.from(cut, events));
            range = range.below(cut);
            shelves.forEach(shelf -> shelf.dropFrom(cut));
        }

        /// The name with about half of the weight below it; never the first name.
        private String middle(long weight) {
            List<Shelf.Named<K>> all = inOrder();
            long below = all.getFirst().weight();
            int at = 1;
            while (at < all.size() - 1 && below < weight / 2) {
                below += all.get(at).weight();
                at++;
            }
            return all.get(at).stream();
        }

        private List<Shelf.Named<K>> inOrder() {
            var all = new ArrayList<Shelf.Named<K>>();
            shelves.forEach(shelf -> all.addAll(shelf.all()));
            all.sort(Comparator.comparing(Shelf.Named::stream));
            return all;
        }
    }

    private static @Nullable EventPage next(EventCursor cursor) {
        return cursor.next().orElse(null);
    }

    private static void join(CompletableFuture<?>[] tasks) {
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw e;
        }
    }
}
