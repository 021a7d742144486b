package io.hindcast.engine.population;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.replay.EffectiveDay;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A roll-forward by the days on which events hold: events are held, sorted by their days, and folded at the end.
final class EffectiveRoll extends RollAnswer<HeldEvents> {
    private final RollPeriod.Effective period;
    private final Cut believed;
    private final EffectiveDay days;

    EffectiveRoll(OpenStore store, RollQuestion question, RollPeriod.Effective period, Consumer<OfStream> streams) {
        super(store, question, streams);
        this.period = period;
        this.believed = Cut.at(period.believed());
        this.days = new EffectiveDay(
                question.fold(), question.category(), CommonFields.of(store.infoOf(question.category())), period.zone());
    }

    @Override
    public HeldEvents begin(String stream, String category) {
        return new HeldEvents(stream, category);
    }

    @Override
    public void take(HeldEvents kept, EventPage page, int row, boolean reported) {
        if (!kept.isUpTo(believed, page, row)) {
            return;
        }
        Optional<LocalDate> day = days.of(bodies.read(page, row));
        if (isAfter(day, period.to())) {
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
    public void complete(List<HeldEvents> kept) {
        for (HeldEvents one : kept) {
            HeldEvents held = one.mustReadAgain() ? readAgain(one) : one;
            counts.stream(held.applied, held.after, held.notYetEffective, one.mustReadAgain());
            if (held.applied > 0) {
                tell(rolled(held));
            }
        }
    }

    private KeptRoll rolled(HeldEvents held) {
        var roll = new KeptRoll(held.stream, held.category);
        held.inOrder((event, day) -> {
            FoldEvent read = bodies.read(event);
            roll.appliedFrom(event);
            apply(roll, read, event.version().orElse(-1), day.isAfter(period.from()));
        });
        roll.rest();
        return roll;
    }

    /// A stream whose events lie in another order than its versions or its times: by its own history.
    private HeldEvents readAgain(HeldEvents kept) {
        StreamHistory history = store.history(kept.stream, question.fold(), Progress.SILENT, Cancellation.never());
        int last = history.indexAt(period.believed());
        var fresh = new HeldEvents(kept.stream, kept.category);
        for (int i = 0; i <= last; i++) {
            Optional<LocalDate> day = history.effectiveDay(i, period.zone());
            if (isAfter(day, period.to())) {
                fresh.notYetEffective++;
            } else {
                fresh.hold(history.event(i), day);
            }
        }
        fresh.after = (long) history.size() - last - 1;
        return fresh;
    }

    private static boolean isAfter(Optional<LocalDate> day, LocalDate limit) {
        return day.isPresent() && day.get().isAfter(limit);
    }
}
