package io.hindcast.engine.population;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.population.RollForward.Named;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// One roll-forward while it is made, whichever clock it goes by: the streams that are through are added up.
///
/// @param <K> what is kept of a stream until it is through
abstract class RollAnswer<K extends Kept> implements Keeping<K>, StreamScan.Listener<K> {
    final OpenStore store;
    final RollQuestion question;
    final Bodies bodies;
    final Counts counts;
    private final Consumer<OfStream> streams;
    private final Set<String> deleted;
    private final RollTally all = new RollTally();
    private final List<Named> failed = new ArrayList<>();
    private final List<Named> notNumeric = new ArrayList<>();
    private final SeenFields seen = new SeenFields();
    private long withoutEffect;
    private long failedEvents;
    private long notNumericEvents;

    RollAnswer(OpenStore store, RollQuestion question, Consumer<OfStream> streams) {
        this.store = store;
        this.question = question;
        this.streams = streams;
        this.bodies = new Bodies(store, question.fold());
        this.counts = new Counts(question.category());
        this.deleted = store.source().deletedStreams();
    }

    final RollForward answer(long memory, Progress progress, Cancellation cancellation) {
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
    public final void through(EventPage page, long first) {
        counts.read(page, first);
    }

    /// Folds an event that counts, and notes what it moved if it belongs to the period.
    final void apply(KeptRoll kept, FoldEvent event, long version, boolean inPeriod) {
        if (inPeriod) {
            if (!kept.opened && kept.applied > 1) {
                kept.now = amount(kept);
            }
            kept.open();
        }
        long problems = kept.problems();
        kept.fold(question.fold(), event);
        if (!inPeriod) {
            return;
        }
        if (kept.problems() > problems) {
            kept.failed(event.type(), version, kept.lastProblem());
        }
        kept.moved(event.type(), version, amount(kept));
    }

    private Amount amount(KeptRoll kept) {
        return Amount.of(kept.run(question.fold()).looking()::read, question.field(), question.currency());
    }

    final Amount amount(StateValue state) {
        return Amount.of(state::at, question.field(), question.currency());
    }

    /// Adds up a stream that had begun by the end of the period.
    final void tell(KeptRoll kept) {
        Amount closing = amount(kept.state());
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

    static long named(long version) {
        return version == EventPage.NO_VERSION ? -1 : version;
    }
}
