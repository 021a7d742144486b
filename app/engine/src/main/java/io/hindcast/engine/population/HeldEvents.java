package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A stream whose events are held until the last is known, because they are folded by the day on which they hold.
final class HeldEvents extends Kept {
    private static final long EVENT_BYTES = 160;

    private final List<Held> held = new ArrayList<>();
    long notYetEffective;
    private long bytes;

    private record Held(Event event, LocalDate day, long index) {}

    HeldEvents(String stream, String category) {
        super(stream, category);
    }

    /// Keeps an event, without the page that it came with.
    void hold(EventPage page, int row, Optional<LocalDate> day) {
        hold(page.event(row), day);
    }

    void hold(Event event, Optional<LocalDate> day) {
        long index = applied + notYetEffective;
        appliedFrom(event);
        Event alone = new Event(
                event.stream(),
                event.category(),
                event.version(),
                event.position(),
                event.id(),
                event.type(),
                event.recordedAt(),
                ByteSlice.of(event.data().copy()),
                ByteSlice.of(event.metadata().copy()),
                event.trouble());
        held.add(new Held(alone, day.orElse(LocalDate.MIN), index));
        bytes += EVENT_BYTES + alone.data().length() + alone.metadata().length();
    }

    long bytes() {
        return bytes;
    }

    /// Takes events in the order in which they are folded.
    interface Taking {
        /// @param day [LocalDate#MIN] for events that always count
        void take(Event event, LocalDate day);
    }

    /// Hands out what is held, by day and by recording within a day, once.
    void inOrder(Taking taking) {
        held.sort(Comparator.comparing(Held::day));
        held.forEach(one -> taking.take(one.event(), one.day()));
        held.clear();
    }

    /// Folds what is held, by day and by recording within a day.
    StateValue folded(Bodies bodies, Fold fold) {
        if (held.isEmpty()) {
            return Absent.ABSENT;
        }
        held.sort(Comparator.comparing(Held::day));
        var run = FoldRun.fromTheStart(fold, category);
        for (Held one : held) {
            FoldEvent event = bodies.read(one.event());
            run.pass(event).ifPresent(reason -> problem(one.index(), event, reason));
        }
        held.clear();
        return run.state();
    }
}
