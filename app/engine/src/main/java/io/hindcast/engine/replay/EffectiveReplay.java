package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.state.Absent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Folds a stream by the day on which its events hold, as far as it was recorded by a moment.
final class EffectiveReplay {
    private final StreamHistory history;
    private final EffectiveDay days;

    private record Dated(int index, FoldEvent event, Optional<LocalDate> day) {}

    /// @param common where the store keeps effective times, used unless the fold names a place of its own
    EffectiveReplay(StreamHistory history, CommonFields common, ZoneId zone) {
        this.history = history;
        this.days = new EffectiveDay(history.fold(), history.category(), common, zone);
    }

    StateAt at(Moment moment, LocalDate effective) {
        Fold fold = history.fold();
        var run = FoldRun.fromTheStart(fold, history.category());
        var problems = new ArrayList<Problem>();
        List<Dated> chosen = chosen(moment, effective);
        for (Dated one : chosen) {
            run.apply(one.event())
                    .ifPresent(reason -> problems.add(new Problem(
                            one.index(), one.event().header().version().orElse(-1), one.event().type(), reason)));
        }
        int last = chosen.stream().mapToInt(Dated::index).max().orElse(StreamHistory.BEFORE_FIRST);
        return new StateAt(
                moment,
                last,
                last < 0 ? Optional.empty() : Optional.of(history.event(last)),
                chosen.isEmpty() ? Absent.ABSENT : run.state(),
                chosen.size(),
                problems);
    }

    private List<Dated> chosen(Moment moment, LocalDate effective) {
        int last = history.indexAt(moment);
        var chosen = new ArrayList<Dated>();
        for (int i = 0; i <= last; i++) {
            Dated event = dated(i);
            if (event.day().isEmpty() || !event.day().get().isAfter(effective)) {
                chosen.add(event);
            }
        }
        chosen.sort(Comparator.comparing(one -> one.day().orElse(LocalDate.MIN)));
        return chosen;
    }

    private Dated dated(int index) {
        var event = new FoldEvent(history.event(index), history.data(index), history.metadata(index));
        return new Dated(index, event, days.of(event));
    }
}
