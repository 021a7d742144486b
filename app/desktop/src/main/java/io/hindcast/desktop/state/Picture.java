package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Inexact;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The state after one event, ready to be shown.
///
/// @param stream "" where none is looked at
/// @param state as it may be shown
/// @param problems the events up to here that could not be applied
/// @param inexact the fields that were computed with binary numbers up to here
/// @param effective the day asked about: only what holds up to its end counts; absent: everything known
record Picture(
        String stream,
        Optional<Fold> fold,
        int index,
        Shown state,
        Changes changes,
        List<Problem> problems,
        List<Inexact> inexact,
        Optional<LocalDate> effective) {
    static final Picture NOTHING =
            new Picture("", Optional.empty(), StreamHistory.BEFORE_FIRST, Masks.NONE.state("", Absent.ABSENT), new Changes(List.of()), List.of(), List.of(), Optional.empty());

    /// Folds, compares and masks; not for the screen's thread.
    static Picture of(StreamHistory history, Masks masks, int index) {
        if (index < 0) {
            return new Picture(
                    history.stream(),
                    Optional.of(history.fold()),
                    index,
                    masks.state(history.stream(), Absent.ABSENT),
                    new Changes(List.of()),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
        StateValue after = history.stateAfter(index);
        StateValue before = index == 0 ? Absent.ABSENT : history.stateAfter(index - 1);
        var changes = new Changes(masks.changes(history.stream(), Difference.between(before, after)));
        List<Problem> problems =
                history.problems().stream().filter(it -> it.index() <= index).toList();
        List<Inexact> inexact =
                history.inexact().stream().filter(it -> it.index() <= index).toList();
        return new Picture(
                history.stream(),
                Optional.of(history.fold()),
                index,
                masks.state(history.stream(), after),
                changes,
                problems,
                inexact,
                Optional.empty());
    }

    /// The same on two clocks: of what is known at the event, what holds up to a day. Folds the stream twice; not for
    /// the screen's thread.
    static Picture of(StreamHistory history, Masks masks, int index, LocalDate day, ZoneId zone) {
        StateAt after = history.heldOn(index, day, zone);
        StateValue before = index < 1 ? Absent.ABSENT : history.heldOn(index - 1, day, zone).state();
        return new Picture(
                history.stream(),
                Optional.of(history.fold()),
                index,
                masks.state(history.stream(), after.state()),
                new Changes(masks.changes(history.stream(), Difference.between(before, after.state()))),
                after.problems(),
                after.inexact(),
                Optional.of(day));
    }

    StateNode root() {
        return new StateNode(
                FieldPath.ROOT,
                "",
                state,
                changes.at(FieldPath.ROOT).map(it -> it.kind()),
                Optional.empty(),
                changes.isBelow(FieldPath.ROOT));
    }

}
