package io.hindcast.engine.population;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.EffectiveDay;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// The states of all aggregates of a category at a moment, from one pass over its events.
///
/// Each is exactly the state that [StreamHistory#at] gives for the stream at the moment. Without an effective date the
/// state of every stream is kept, with one the events; see [StreamScan] for what happens when that is too much.
public final class States {
    private static final int CHUNK = 1_024;

    private final OpenStore store;
    private final long memory;

    public States(OpenStore store) {
        this(store, StreamScan.usualMemory());
    }

    /// @param memory about how many bytes may be kept
    public States(OpenStore store, long memory) {
        this.store = store;
        this.memory = memory;
    }

    /// Answers a question. Every row told is right and final, also when the call is stopped: then rows are missing.
    ///
    /// @param rows takes the aggregates that had begun at the moment, in order of their streams' names
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public Population at(
            StatesQuestion question, Consumer<Aggregate> rows, Progress progress, Cancellation cancellation) {
        return question.effective().isPresent()
                ? new Effective(question, question.effective().get(), cancellation).answer(rows, progress)
                : new Recorded(question, cancellation).answer(rows, progress);
    }

    /// The rows of one question, whichever clock it asks.
    private abstract class Answering<K extends Kept> implements Keeping<K> {
        final StatesQuestion question;
        final Cut cut;
        private final Cancellation cancellation;
        private final Set<String> deleted = store.source().deletedStreams();

        Answering(StatesQuestion question, Cancellation cancellation) {
            this.question = question;
            this.cut = Cut.at(question.moment());
            this.cancellation = cancellation;
        }

        /// The row of a stream that one pass was enough for.
        abstract Row rowOf(K kept);

        abstract StateAt again(StreamHistory history);

        Population answer(Consumer<Aggregate> rows, Progress progress) {
            var counts = new Counts(question.category());
            var extent = new StreamScan<>(store.source(), new Selection.Category(question.category()), this, memory)
                    .run(
                            new StreamScan.Listener<K>() {
                                @Override
                                public void through(EventPage page, long first) {
                                    counts.read(page, first);
                                }

                                @Override
                                public void complete(List<K> kept) {
                                    tell(kept, counts, rows);
                                }
                            },
                            0,
                            -1,
                            progress,
                            cancellation);
            return counts.population(extent);
        }

        private void tell(List<K> kept, Counts counts, Consumer<Aggregate> rows) {
            for (int from = 0; from < kept.size(); from += CHUNK) {
                kept.subList(from, Math.min(from + CHUNK, kept.size())).parallelStream()
                        .map(this::row)
                        .toList()
                        .forEach(row -> {
                            counts.stream(row.applied, row.after, row.notYetEffective, row.again);
                            row.aggregate.ifPresent(aggregate -> {
                                counts.aggregate(aggregate);
                                rows.accept(aggregate);
                            });
                        });
            }
        }

        private Row row(K kept) {
            return kept.mustReadAgain() ? readAgain(kept) : rowOf(kept);
        }

        private Row readAgain(K kept) {
            var history = store.history(kept.stream, question.fold(), Progress.SILENT, Cancellation.never());
            StateAt state = again(history);
            int upTo = history.indexAt(question.moment()) + 1;
            Optional<Event> last = state.last();
            var aggregate = new Aggregate(
                    kept.stream,
                    kept.category,
                    last.map(Event::version).orElseGet(OptionalLong::empty),
                    last.flatMap(Event::position),
                    last.flatMap(Event::recordedAt),
                    state.state(),
                    state.eventsApplied(),
                    state.problems().size(),
                    Kept.firstOf(state.problems()),
                    deleted.contains(kept.stream));
            return new Row(
                    state.eventsApplied() == 0 ? Optional.empty() : Optional.of(aggregate),
                    state.eventsApplied(),
                    history.size() - upTo,
                    upTo - state.eventsApplied(),
                    true);
        }

        Row row(K kept, StateValue state, long notYetEffective) {
            var aggregate = new Aggregate(
                    kept.stream,
                    kept.category,
                    kept.version(),
                    kept.position(),
                    kept.recordedAt(),
                    state,
                    kept.applied,
                    kept.problems(),
                    kept.named(),
                    deleted.contains(kept.stream));
            return new Row(
                    kept.applied == 0 ? Optional.empty() : Optional.of(aggregate),
                    kept.applied,
                    kept.after,
                    notYetEffective,
                    false);
        }
    }

    private record Row(
            Optional<Aggregate> aggregate, long applied, long after, long notYetEffective, boolean again) {}

    /// By the clock of recording: every event is folded as it comes.
    private final class Recorded extends Answering<KeptState> {
        private final Bodies bodies;

        Recorded(StatesQuestion question, Cancellation cancellation) {
            super(question, cancellation);
            this.bodies = new Bodies(store, question.fold());
        }

        @Override
        public KeptState begin(String stream, String category) {
            return new KeptState(stream, category);
        }

        @Override
        public void take(KeptState kept, EventPage page, int row, boolean reported) {
            if (kept.isUpTo(cut, page, row)) {
                kept.applied(page, row);
                kept.fold(question.fold(), bodies.read(page, row));
            }
        }

        @Override
        public void rest(KeptState kept) {
            kept.rest();
        }

        @Override
        public long weight(KeptState kept) {
            return Kept.BYTES + Weight.of(kept.state());
        }

        @Override
        Row rowOf(KeptState kept) {
            return row(kept, kept.state(), 0);
        }

        @Override
        StateAt again(StreamHistory history) {
            return history.at(question.moment());
        }
    }

    /// By both clocks: events are held, sorted by their days, and folded at the end.
    private final class Effective extends Answering<HeldEvents> {
        private final LocalDate until;
        private final Bodies bodies;
        private final EffectiveDay days;

        Effective(StatesQuestion question, LocalDate until, Cancellation cancellation) {
            super(question, cancellation);
            this.until = until;
            this.bodies = new Bodies(store, question.fold());
            this.days = new EffectiveDay(
                    question.fold(), question.category(), CommonFields.of(store.infoOf(question.category())), question.zone());
        }

        @Override
        public HeldEvents begin(String stream, String category) {
            return new HeldEvents(stream, category);
        }

        @Override
        public void take(HeldEvents kept, EventPage page, int row, boolean reported) {
            if (!kept.isUpTo(cut, page, row)) {
                return;
            }
            FoldEvent event = bodies.read(page, row);
            Optional<LocalDate> day = days.of(event);
            if (day.isPresent() && day.get().isAfter(until)) {
                kept.notYetEffective++;
            } else {
                kept.hold(page, row, day);
            }
        }

        @Override
        public long weight(HeldEvents kept) {
            return Kept.BYTES + kept.bytes();
        }

        @Override
        Row rowOf(HeldEvents kept) {
            StateValue state = kept.folded(bodies, question.fold());
            return row(kept, state, kept.notYetEffective);
        }

        @Override
        StateAt again(StreamHistory history) {
            return history.at(question.moment(), until, question.zone());
        }
    }
}
