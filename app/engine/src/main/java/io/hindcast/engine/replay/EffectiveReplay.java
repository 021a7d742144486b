package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.Absent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Folds a stream by the day on which its events hold, as far as it was recorded by a moment.
final class EffectiveReplay {
    private final StreamHistory history;
    private final EffectiveDay days;

    private record Dated(int index, FoldEvent event, Optional<LocalDate> day) {}

    EffectiveReplay(StreamHistory history, EffectiveDay days) {
        this.history = history;
        this.days = days;
    }

    /// @param upTo the last event recorded by the moment
    StateAt at(Moment moment, int upTo, LocalDate effective) {
        Fold fold = history.fold();
        var run = FoldRun.fromTheStart(fold, history.category());
        var problems = new ArrayList<Problem>();
        var inexact = new InexactFields();
        List<Dated> chosen = chosen(upTo, effective);
        for (Dated one : chosen) {
            run.apply(one.event())
                    .ifPresent(reason -> problems.add(new Problem(
                            one.index(), one.event().header().version().orElse(-1), one.event().type(), reason)));
            inexact.add(one.index(), one.event(), run.inexact());
        }
        int last = chosen.stream().mapToInt(Dated::index).max().orElse(StreamHistory.BEFORE_FIRST);
        return new StateAt(
                moment,
                last,
                last < 0 ? Optional.empty() : Optional.of(history.event(last)),
                chosen.isEmpty() ? Absent.ABSENT : run.state(),
                chosen.size(),
                problems,
                inexact.all());
    }

    private List<Dated> chosen(int upTo, LocalDate effective) {
        var chosen = new ArrayList<Dated>();
        for (int i = 0; i <= upTo; i++) {
            var event = new FoldEvent(history.event(i), history.data(i), history.metadata(i));
            Optional<LocalDate> day = days.of(event);
            boolean taken = history.fold().taken(event).isPresent();
            if (taken && (day.isEmpty() || !day.get().isAfter(effective))) {
                chosen.add(new Dated(i, event, day));
            }
        }
        chosen.sort(Comparator.comparing(one -> one.day().orElse(LocalDate.MIN)));
        return chosen;
    }
}
