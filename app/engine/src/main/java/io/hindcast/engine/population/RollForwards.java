package io.hindcast.engine.population;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.population.RollForward.Named;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Roll-forwards of a field over a category, from one pass over its events.
///
/// What an event does to the field is what is there after it less what was there before it, however it was put there: so
/// opening and movements make the closing for additions and for replacements alike. What the state holds before its first
/// event counts as nothing; what the rules begin with belongs to the first event.
public final class RollForwards {
    private final OpenStore store;
    private final long memory;

    public RollForwards(OpenStore store) {
        this(store, StreamScan.usualMemory());
    }

    /// @param memory about how many bytes may be kept
    public RollForwards(OpenStore store, long memory) {
        this.store = store;
        this.memory = memory;
    }

    /// Answers a question. When the call is stopped, the answer is of the streams that were complete.
    ///
    /// @param streams takes the lines of each stream that had begun by the end of the period, in order of their names
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public RollForward between(
            RollQuestion question, Consumer<OfStream> streams, Progress progress, Cancellation cancellation) {
        return new Answering(question, streams).answer(progress, cancellation);
    }

    private final class Answering implements Keeping<KeptRoll>, StreamScan.Listener<KeptRoll> {
        private final RollQuestion question;
        private final Consumer<OfStream> streams;
        private final Cut from;
        private final Cut to;
        private final Bodies bodies;
        private final Counts counts;
        private final Set<String> deleted = store.source().deletedStreams();
        private final RollTally all = new RollTally();
        private final List<Named> failed = new ArrayList<>();
        private final List<Named> notNumeric = new ArrayList<>();
        private final SeenFields seen = new SeenFields();
        private long withoutEffect;
        private long failedEvents;
        private long notNumericEvents;

        Answering(RollQuestion question, Consumer<OfStream> streams) {
            this.question = question;
            this.streams = streams;
            this.from = Cut.at(question.from());
            this.to = Cut.at(question.to());
            this.bodies = new Bodies(store, question.fold());
            this.counts = new Counts(question.category());
        }

        RollForward answer(Progress progress, Cancellation cancellation) {
            var extent = new StreamScan<>(store.source(), new Selection.Category(question.category()), this, memory)
                    .run(this, 0, -1, progress, cancellation);
            return new RollForward(
                    question.field(),
                    all.lines(),
                    withoutEffect,
                    failedEvents,
                    failed,
                    notNumericEvents,
                    notNumeric,
                    seen,
                    counts.population(extent));
        }

        @Override
        public KeptRoll begin(String stream, String category) {
            return new KeptRoll(stream, category);
        }

        @Override
        public void take(KeptRoll kept, EventPage page, int row, boolean reported) {
            if (!kept.isUpTo(to, page, row)) {
                return;
            }
            boolean before = from.includes(page, row);
            if (before && kept.opened) {
                kept.readAgain();
                return;
            }
            kept.applied(page, row);
            apply(kept, bodies.read(page, row), page.version(row), !before);
        }

        private void apply(KeptRoll kept, FoldEvent event, long version, boolean inPeriod) {
            if (inPeriod) {
                if (!kept.opened && kept.applied > 1) {
                    kept.now = Amount.of(kept.run(question.fold()).looking()::read, question.field(), question.currency());
                }
                kept.open();
            }
            long problems = kept.problems();
            kept.fold(question.fold(), event);
            if (!inPeriod) {
                return;
            }
            if (kept.problems() > problems) {
                kept.failed(event.type(), named(version), kept.lastProblem());
            }
            kept.moved(
                    event.type(),
                    named(version),
                    Amount.of(kept.run(question.fold()).looking()::read, question.field(), question.currency()));
        }

        @Override
        public void rest(KeptRoll kept) {
            kept.rest();
        }

        @Override
        public long weight(KeptRoll kept) {
            return Kept.BYTES + Weight.of(kept.state()) + kept.tally.weight();
        }

        @Override
        public void through(EventPage page, long first) {
            counts.read(page, first);
        }

        @Override
        public void complete(List<KeptRoll> kept) {
            for (KeptRoll one : kept) {
                KeptRoll done = one.mustReadAgain() ? readAgain(one) : one;
                counts.stream(done.applied, done.after, 0, one.mustReadAgain());
                if (done.applied > 0) {
                    tell(done);
                }
            }
        }

        private void tell(KeptRoll kept) {
            Amount closing = Amount.of(kept.state()::at, question.field(), question.currency());
            if (!kept.opened) {
                kept.now = closing;
                kept.open();
            }
            kept.tally.close(closing);
            all.add(kept.tally);
            seen.add(kept.state());
            counts.began(kept.problems() == 0, kept.problems(), deleted.contains(kept.stream));
            kept.position().ifPresent(counts::reached);
            kept.recordedAt().ifPresent(counts::reached);
            withoutEffect += kept.withoutEffect;
            failedEvents += kept.failedEvents;
            notNumericEvents += kept.notNumericEvents;
            addNamed(failed, kept.failed);
            addNamed(notNumeric, kept.notNumeric);
            streams.accept(new OfStream(kept.stream, kept.tally.lines()));
        }

        private static void addNamed(List<Named> to, List<Named> more) {
            to.addAll(more.subList(0, Math.min(more.size(), RollForward.NAMED - to.size())));
        }

        /// A stream whose events lie in another order than its versions or its times: by its own history.
        private KeptRoll readAgain(KeptRoll kept) {
            StreamHistory history =
                    store.history(kept.stream, question.fold(), Progress.SILENT, Cancellation.never());
            Map<Integer, String> reasons = new HashMap<>();
            history.problems().forEach(problem -> reasons.put(problem.index(), problem.reason()));
            int first = history.indexAt(question.from());
            int last = history.indexAt(question.to());
            var fresh = new KeptRoll(kept.stream, kept.category);
            for (int i = 0; i <= last; i++) {
                Event event = history.event(i);
                fresh.appliedFrom(event);
                if (reasons.containsKey(i)) {
                    fresh.problem(new Problem(i, event.version().orElse(-1), event.type(), reasons.get(i)));
                }
                if (i > first) {
                    step(fresh, history, i, reasons);
                }
            }
            fresh.endsWith(history.stateAfter(last));
            fresh.after = history.size() - last - 1;
            return fresh;
        }

        private void step(KeptRoll fresh, StreamHistory history, int i, Map<Integer, String> reasons) {
            Event event = history.event(i);
            if (!fresh.opened) {
                fresh.now = i == 0 ? Amount.NOTHING : amount(history, i - 1);
                fresh.open();
            }
            String reason = reasons.get(i);
            if (reason != null) {
                fresh.failed(event.type(), event.version().orElse(-1), reason);
            }
            fresh.moved(event.type(), event.version().orElse(-1), amount(history, i));
        }

        private Amount amount(StreamHistory history, int index) {
            return Amount.of(history.stateAfter(index)::at, question.field(), question.currency());
        }
    }

    private static long named(long version) {
        return version == EventPage.NO_VERSION ? -1 : version;
    }
}
