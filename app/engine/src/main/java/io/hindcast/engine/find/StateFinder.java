package io.hindcast.engine.find;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.find.Match.Place;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.population.Bodies;
import io.hindcast.engine.population.Keeping;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.population.StreamScan;
import io.hindcast.engine.population.Weight;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Looks at the state after every single event for a condition: never halving, which would trust that a condition stays
/// true once it is.
///
/// Answers are told as they are found, in the order of the store. A stream whose versions go back in that order comes
/// at the end, by its versions. Where a search was stopped, another one over the same store goes on: it folds the first
/// part again without a word, because states are not kept on disk.
public final class StateFinder {
    private final OpenStore store;
    private final long memory;

    /// Takes answers on the thread that searches.
    public interface Listener {
        /// The condition became true; whether and when it ends is told later.
        default void began(Match match) {}

        /// It ended. What never ends is told at the end, also when the search was stopped, with nothing under `until`.
        void told(Match match);
    }

    /// @param seen the fields that states were seen to have, to tell a misspelt one
    public record Answer(Coverage coverage, SeenFields seen) {}

    public StateFinder(OpenStore store) {
        this(store, StreamScan.usualMemory());
    }

    /// @param memory about how many bytes of states may be kept
    public StateFinder(OpenStore store, long memory) {
        this.store = store;
        this.memory = memory;
    }

    /// Searches. Over more than one stream the index must be complete.
    ///
    /// @param resumed how many events an earlier search had scanned, 0 for a new one
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public Answer find(
            StateSearch search, long resumed, Listener listener, Progress progress, Cancellation cancellation) {
        return new Searching(search, listener).run(resumed, progress, cancellation);
    }

    /// A stream under search.
    private static final class Kept {
        final String stream;
        final String category;
        StateValue state = Absent.ABSENT;
        @Nullable FoldRun run;
        long events;
        boolean holds;
        boolean covered;
        boolean done;

        Kept(String stream, String category) {
            this.stream = stream;
            this.category = category;
        }
    }

    /// The condition turned in a row of the page that is being worked through.
    private record Turn(int row, Kept kept, Match match, boolean began, boolean reported) {}

    private final class Searching implements Keeping<Kept>, StreamScan.Listener<Kept> {
        private static final int SAMPLED = 200;

        private final StateSearch search;
        private final Listener listener;
        private final Bodies bodies;
        private final Set<String> apart;
        private final SeenFields seen = new SeenFields();
        private final ConcurrentLinkedQueue<Turn> turns = new ConcurrentLinkedQueue<>();
        private final Map<String, Match> open = new LinkedHashMap<>();
        private final LongAdder unreadable = new LongAdder();
        private final LongAdder undecided = new LongAdder();
        private final LongAdder notCovered = new LongAdder();
        private boolean alone;
        private long found;

        Searching(StateSearch search, Listener listener) {
            this.search = search;
            this.listener = listener;
            this.bodies = new Bodies(store, search.fold());
            this.apart = search.selection() instanceof Selection.Stream ? Set.of() : Disorder.in(store.index());
        }

        Answer run(long resumed, Progress progress, Cancellation cancellation) {
            long expected = expected();
            var extent = scan(search.selection()).run(this, resumed, expected, progress, cancellation);
            boolean complete = extent.isComplete() && searchApart(cancellation);
            open.values().forEach(this::tell);
            return new Answer(
                    new Coverage(
                            extent.events(),
                            expected,
                            found,
                            unreadable.sum(),
                            undecided.sum(),
                            notCovered.sum(),
                            complete,
                            extent.through()),
                    seen);
        }

        private StreamScan<Kept> scan(Selection selection) {
            return new StreamScan<>(store.source(), selection, this, memory);
        }

        private boolean searchApart(Cancellation cancellation) {
            alone = true;
            for (String stream : apart) {
                if (!scan(new Selection.Stream(stream))
                        .run(this, 0, -1, Progress.SILENT, cancellation)
                        .isComplete()) {
                    return false;
                }
            }
            return true;
        }

        private long expected() {
            return switch (search.selection()) {
                case Selection.Store() -> store.index().size();
                case Selection.Category(String name) ->
                    store.index().streams().stream()
                            .filter(entry -> entry.category().equals(name))
                            .mapToLong(entry -> entry.events())
                            .sum();
                case Selection.Stream _ -> -1;
            };
        }

        @Override
        public Kept begin(String stream, String category) {
            var kept = new Kept(stream, category);
            kept.covered = search.fold().covers(category);
            kept.done = !kept.covered || (!alone && apart.contains(stream));
            return kept;
        }

        @Override
        public void take(Kept kept, EventPage page, int row, boolean reported) {
            long index = kept.events++;
            if (kept.done) {
                notCovered.add(kept.covered || reported ? 0 : 1);
                return;
            }
            FoldRun run = run(kept);
            boolean failed = run.pass(bodies.read(page, row)).isPresent();
            Truth truth = search.predicate().of(run.looking());
            if (!reported) {
                unreadable.add(failed ? 1 : 0);
                undecided.add(truth == Truth.UNDECIDED ? 1 : 0);
            }
            boolean holds = truth == Truth.TRUE;
            if (holds != kept.holds) {
                kept.holds = holds;
                kept.done = !holds && search.firstOnly();
                turns.add(new Turn(row, kept, match(kept, run.looking(), Place.of(page, row, index)), holds, reported));
            }
        }

        private FoldRun run(Kept kept) {
            FoldRun here = kept.run;
            if (here == null) {
                here = kept.state.isPresent()
                        ? FoldRun.from(search.fold(), kept.state)
                        : FoldRun.fromTheStart(search.fold(), kept.category);
                kept.run = here;
            }
            return here;
        }

        private Match match(Kept kept, StateEditor state, Place place) {
            var fields = new LinkedHashMap<FieldPath, StateValue>();
            search.predicate().fields().forEach(path -> fields.put(path, state.read(path)));
            return new Match(kept.stream, kept.category, place, fields, Optional.empty());
        }

        @Override
        public void rest(Kept kept) {
            if (kept.run != null) {
                kept.state = kept.run.state();
                kept.run = null;
            }
        }

        @Override
        public long weight(Kept kept) {
            return 200 + Weight.of(kept.state);
        }

        @Override
        public void through(EventPage page, long first) {
            var inOrder = new ArrayList<>(turns);
            turns.clear();
            inOrder.sort(Comparator.comparingInt(Turn::row));
            inOrder.forEach(this::turned);
        }

        private void turned(Turn turn) {
            if (turn.began()) {
                open.put(turn.kept().stream, turn.match());
                if (!turn.reported()) {
                    listener.began(turn.match());
                }
                return;
            }
            Match began = open.remove(turn.kept().stream);
            if (began != null && !turn.reported()) {
                tell(began.endedBy(turn.match().since()));
            }
        }

        private void tell(Match match) {
            found++;
            listener.told(match);
        }

        @Override
        public void complete(List<Kept> kept) {
            for (Kept one : kept.subList(0, Math.min(kept.size(), SAMPLED))) {
                seen.add(one.state);
            }
        }
    }
}
