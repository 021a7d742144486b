package io.hindcast.audit.verify;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.find.Disorder;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.Bodies;
import io.hindcast.engine.population.Keeping;
import io.hindcast.engine.population.StreamScan;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tests every stored snapshot of a store against the replay, in one pass over the events: streams are folded by all
/// processors while the next page is read, each up to its last snapshot, and a snapshot is compared when the replay comes
/// to its version. Streams that lie out of order in the store are read on their own afterwards.
///
/// Snapshots are told in the order in which the store holds their events, those without an event and those of streams
/// read on their own at the end; the same store gives the same order. Memory is bounded by what the states under way take, see [StreamScan].
public final class StoreVerification {
    /// Snapshots of fewer bytes are compared at once: to hand them to another thread takes longer.
    private static final int SMALL = 8 << 10;

    private final OpenStore store;
    private final Fold fold;
    private final long memory;

    /// How far a run came.
    ///
    /// @param snapshots how many there are
    /// @param told how many of them were told
    /// @param events how many events went by; a run that was stopped goes on behind them
    /// @param of how many events there are
    public record Extent(long snapshots, long told, long events, long of, boolean isComplete) {}

    public StoreVerification(OpenStore store, Fold fold) {
        this(store, fold, StreamScan.usualMemory());
    }

    /// @param memory about how many bytes states and copies of snapshots may take
    StoreVerification(OpenStore store, Fold fold, long memory) {
        this.store = store;
        this.fold = fold;
        this.memory = memory;
    }

    /// Blocks until all is told or somebody cancels. Builds the index if it is not there yet.
    ///
    /// @param resumed how many events an earlier run had gone over, 0 for a new one: snapshots at these are not told again
    /// @param told called on this thread
    /// @param progress counts events
    /// @throws io.hindcast.connector.ConnectorException when the store fails; what was told stays true
    public Extent run(long resumed, Consumer<VerifiedSnapshot> told, Progress progress, Cancellation cancellation) {
        if (!store.buildIndex((_, _) -> {}, cancellation)) {
            return new Extent(0, 0, resumed, store.index().size(), false);
        }
        var copied = SnapshotCopies.of(store, memory / 2, cancellation);
        if (copied.isEmpty()) {
            return new Extent(0, 0, resumed, store.index().size(), false);
        }
        try (SnapshotCopies copies = copied.get()) {
            return new Run(copies, told).run(resumed, progress, cancellation);
        }
    }

    /// A snapshot whose event stands in a row of the page that is worked through. States are values: one is compared while
    /// its stream is folded on, by whatever processor is free.
    private record Met(int row, CompletableFuture<VerifiedSnapshot> snapshot) {}

    private final class Run implements Keeping<VerifiedStream>, StreamScan.Listener<VerifiedStream> {
        private final SnapshotCopies copies;
        private final Consumer<VerifiedSnapshot> told;
        private final Bodies bodies = new Bodies(store, fold);
        private final SnapshotViews views = new SnapshotViews(store);
        private final VerifiedStream.Room room = new VerifiedStream.Room(memory / 4);
        private final Set<String> apart;
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<Met> met = new ConcurrentLinkedQueue<>();
        /// Told only when everything else is: a run that goes on would tell them again.
        private final List<VerifiedSnapshot> atTheEnd = new ArrayList<>();
        /// Of the page before: they are compared while the next page is folded.
        private List<Met> compared = List.of();
        private long count;

        Run(SnapshotCopies copies, Consumer<VerifiedSnapshot> told) {
            this.copies = copies;
            this.told = told;
            this.apart = Disorder.orRepetition(store.index());
        }

        Extent run(long resumed, Progress progress, Cancellation cancellation) {
            long of = store.index().size();
            if (copies.size() == 0) {
                return new Extent(0, 0, of, of, true);
            }
            var scan = new StreamScan<>(store.source(), new Selection.Store(), this, memory / 2);
            var extent = scan.run(this, resumed, of, progress, cancellation);
            tellCompared();
            boolean complete = extent.isComplete() && apart(cancellation);
            if (complete) {
                withoutEvents();
                atTheEnd.forEach(this::tell);
            }
            return new Extent(copies.size(), count, extent.events(), of, complete);
        }

        @Override
        public VerifiedStream begin(String stream, String category) {
            List<SnapshotCopies.Copy> snapshots = apart.contains(stream) ? List.of() : copies.of(stream);
            if (!snapshots.isEmpty()) {
                seen.add(stream);
            }
            return new VerifiedStream(category, snapshots, room);
        }

        @Override
        public void take(VerifiedStream stream, EventPage page, int row, boolean reported) {
            if (stream.isDone()) {
                return;
            }
            long version = page.version(row);
            while (!stream.isDone() && version != EventPage.NO_VERSION && stream.pending().version() < version) {
                SnapshotCopies.Copy copy = stream.take();
                tell(copy, SnapshotVerifier.noSuchEvent(copy.version()), row, reported);
            }
            if (stream.isDone()) {
                return;
            }
            FoldRun run = stream.run(fold);
            run.pass(bodies.read(page, row)).ifPresent(reason -> stream.failed(version, reason));
            while (!stream.isDone() && stream.pending().version() == version) {
                meet(stream, run, row, reported);
            }
        }

        private void meet(VerifiedStream stream, FoldRun run, int row, boolean reported) {
            SnapshotCopies.Copy copy = stream.pending();
            if (!reported) {
                var unreliable = stream.unreliable();
                StateValue replayed = run.state();
                Supplier<VerifiedSnapshot> comparison = () ->
                        new VerifiedSnapshot(copy.bare(), outcome(stream.category, copy, unreliable, replayed));
                met.add(new Met(
                        row,
                        copy.length() < SMALL
                                ? CompletableFuture.completedFuture(comparison.get())
                                : CompletableFuture.supplyAsync(comparison)));
            }
            stream.take();
        }

        private Outcome outcome(
                String category,
                SnapshotCopies.Copy copy,
                Optional<Outcome.Unverifiable> unreliable,
                StateValue replayed) {
            StoredSnapshot snapshot = copies.whole(copy);
            boolean isTold = snapshot.trouble().isPresent() || unreliable.isPresent() || !fold.covers(category);
            if (!isTold && views.matches(snapshot, fold.comparison(category), replayed)) {
                return new Outcome.Matches();
            }
            StateValue stored = SnapshotVerifier.stored(store, snapshot);
            return SnapshotVerifier.unreadable(snapshot, stored)
                    .or(() -> unreliable)
                    .<Outcome>map(unverifiable -> unverifiable)
                    .orElseGet(() -> SnapshotVerifier.compare(fold, category, stored, replayed));
        }

        private void tell(SnapshotCopies.Copy copy, Outcome outcome, int row, boolean reported) {
            if (!reported) {
                met.add(new Met(row, CompletableFuture.completedFuture(new VerifiedSnapshot(copy.bare(), outcome))));
            }
        }

        @Override
        public void rest(VerifiedStream stream) {
            stream.rest();
        }

        @Override
        public long weight(VerifiedStream stream) {
            return stream.weight();
        }

        @Override
        public void through(EventPage page, long first) {
            var inOrder = new ArrayList<>(met);
            met.clear();
            inOrder.sort(Comparator.comparingInt(Met::row));
            tellCompared();
            compared = inOrder;
        }

        @Override
        public void complete(List<VerifiedStream> streams) {
            for (VerifiedStream stream : streams) {
                while (!stream.isDone()) {
                    SnapshotCopies.Copy copy = stream.take();
                    atTheEnd.add(new VerifiedSnapshot(copy.bare(), SnapshotVerifier.noSuchEvent(copy.version())));
                }
            }
        }

        private void tellCompared() {
            compared.forEach(one -> tell(join(one.snapshot())));
            compared = List.of();
        }

        private void tell(VerifiedSnapshot snapshot) {
            count++;
            told.accept(snapshot);
        }

        private static VerifiedSnapshot join(CompletableFuture<VerifiedSnapshot> compared) {
            try {
                return compared.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException mistake) {
                    throw mistake;
                }
                throw e;
            }
        }

        private boolean apart(Cancellation cancellation) {
            var verifier = new SnapshotVerifier();
            for (String stream : apart) {
                List<SnapshotCopies.Copy> snapshots = copies.of(stream);
                if (cancellation.isCancelled()) {
                    return false;
                }
                if (!snapshots.isEmpty()) {
                    seen.add(stream);
                    StreamHistory history = store.history(stream, fold, Progress.SILENT, cancellation);
                    snapshots.forEach(copy -> atTheEnd.add(new VerifiedSnapshot(
                            copy.bare(), verifier.verify(store, history, copies.whole(copy)))));
                }
            }
            return !cancellation.isCancelled();
        }

        private void withoutEvents() {
            copies.streams().forEach((stream, snapshots) -> {
                if (!seen.contains(stream)) {
                    snapshots.forEach(copy -> atTheEnd.add(new VerifiedSnapshot(
                            copy.bare(), new Outcome.Unverifiable("the stream has no events"))));
                }
            });
        }
    }
}
