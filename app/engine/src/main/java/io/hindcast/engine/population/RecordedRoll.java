package io.hindcast.engine.population;

import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A roll-forward by the clock of recording: every event is folded as it comes.
final class RecordedRoll extends RollAnswer<KeptRoll> {
    private final RollPeriod.Recorded period;
    private final Cut from;
    private final Cut to;

    RecordedRoll(OpenStore store, RollQuestion question, RollPeriod.Recorded period, Consumer<OfStream> streams) {
        super(store, question, streams);
        this.period = period;
        this.from = Cut.at(period.from());
        this.to = Cut.at(period.to());
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
        apply(kept, bodies.read(page, row), named(page.version(row)), !before);
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
    public void complete(List<KeptRoll> kept) {
        for (KeptRoll one : kept) {
            KeptRoll done = one.mustReadAgain() ? readAgain(one) : one;
            counts.stream(done.applied, done.after, 0, one.mustReadAgain());
            if (done.applied > 0) {
                tell(done);
            }
        }
    }

    /// A stream whose events lie in another order than its versions or its times: by its own history.
    private KeptRoll readAgain(KeptRoll kept) {
        StreamHistory history = store.history(kept.stream, question.fold(), Progress.SILENT, Cancellation.never());
        Map<Integer, String> reasons = new HashMap<>();
        history.problems().forEach(problem -> reasons.put(problem.index(), problem.reason()));
        int first = history.indexAt(period.from());
        int last = history.indexAt(period.to());
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
        fresh.after = (long) history.size() - last - 1;
        return fresh;
    }

    private void step(KeptRoll fresh, StreamHistory history, int i, Map<Integer, String> reasons) {
        Event event = history.event(i);
        if (!fresh.opened) {
            fresh.now = i == 0 ? Amount.NOTHING : amount(history.stateAfter(i - 1));
            fresh.open();
        }
        String reason = reasons.get(i);
        if (reason != null) {
            fresh.failed(event.type(), event.version().orElse(-1), reason);
        }
        fresh.moved(event.type(), event.version().orElse(-1), amount(history.stateAfter(i)));
    }
}
