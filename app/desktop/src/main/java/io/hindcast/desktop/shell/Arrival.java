package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.fold.FoldModel;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.link.Stretch;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Puts a look on the window: what needs no reading at once, the baseline when its stream is read, the stretch of the timeline
/// when everything is. What is not there any more is told.
final class Arrival {
    private final Focus focus;
    private final Workbench workbench;
    private final FoldModel folds;
    private final FirstLook first;
    private final Texts texts;
    private Optional<StoreLook> awaited = Optional.empty();
    private Optional<Stretch> stretch = Optional.empty();

    Arrival(Focus focus, Workbench workbench, FoldModel folds, FirstLook first, Texts texts) {
        this.focus = focus;
        this.workbench = workbench;
        this.folds = folds;
        this.first = first;
        this.texts = texts;
        focus.storeProperty().subscribe((_, _) -> {
            awaited = Optional.empty();
            stretch = Optional.empty();
        });
        focus.lookProperty().subscribe((_, look) -> arrived(look));
        focus.work().pendingProperty().subscribe((_, _) -> settle());
        focus.indexing().phaseProperty().subscribe((_, _) -> settle());
    }

    /// Shows a look at the open store.
    void at(StoreLook look) {
        look.zone().ifPresent(focus.zoneProperty()::set);
        focus.effectiveProperty().set(look.effective());
        focus.fieldProperty().set(look.field());
        focus.filterProperty().set(look.filter().orElse(""));
        look.panel().ifPresent(workbench::show);
        look.side().ifPresent(workbench::show);
        look.fold().ifPresentOrElse(folds::chooseNamed, this::ownFold);
        stretch = look.stretch();
        look.axis().or(() -> look.stretch().map(_ -> Axis.TIME)).ifPresent(workbench.timeline().axis()::choose);
        workbench.timeline().model().fit();
        look.stream().ifPresent(stream -> {
            awaited = Optional.of(look);
            focus.goTo(stream, new Destination.AtMoment(look.at().orElse(Moment.HEAD)));
        });
        settle();
    }

    private void ownFold() {
        if (focus.recordedFold().filter(FoldInUse::isChosen).isPresent()) {
            folds.useDefault();
        }
    }

    private void arrived(Look look) {
        Optional<StoreLook> here = awaited.filter(it -> it.stream().equals(look.subject().map(s -> s.stream())));
        if (here.isEmpty()) {
            return;
        }
        awaited = Optional.empty();
        StreamHistory history = look.history().orElseThrow();
        if (history.size() == 0) {
            focus.tell(Notice.warning(texts.text("look.noStream", history.stream())));
            first.lookAtBusiest();
            return;
        }
        here.get().from().ifPresent(from -> focus.compareFrom(OptionalInt.of(history.indexAt(from))));
        here.get().at().filter(at -> !isAt(at, history, look.index())).ifPresent(at -> tellMoved(at, history, look.index()));
    }

    /// Whether an event that is asked for by its number is the one that is looked at.
    private static boolean isAt(Moment asked, StreamHistory history, int index) {
        if (index < 0) {
            return asked instanceof Moment.AtVersion(long version) && isBefore(version, history.event(0));
        }
        Event event = history.event(index);
        return switch (asked) {
            case Moment.Head() -> true;
            case Moment.AtInstant _ -> true;
            case Moment.AtVersion(long version) ->
                event.version().isPresent() && event.version().getAsLong() == version;
            case Moment.AtPosition(Position position) -> event.position().filter(position::equals).isPresent();
        };
    }

    /// The place before the first event is written as the version below it.
    private static boolean isBefore(long version, Event first) {
        return first.version().isPresent() && first.version().getAsLong() - 1 == version;
    }

    private void tellMoved(Moment asked, StreamHistory history, int index) {
        String place = switch (asked) {
            case Moment.AtVersion(long version) -> "v" + version;
            case Moment.AtPosition(Position position) -> "#" + position;
            case Moment.AtInstant(Instant instant) -> instant.toString();
            case Moment.Head() -> "head";
        };
        String shown = index < 0
                ? texts.text("look.beforeFirst")
                : history.event(index).version().isPresent()
                        ? "v" + history.event(index).version().getAsLong()
                        : texts.text("look.eventNumber", index + 1);
        focus.tell(Notice.warning(texts.text("look.moved", history.stream(), place, shown)));
    }

    /// The timeline is moved when nothing else can move it any more. Answers may ask anew in the same turn, so it is looked
    /// again in the next one.
    private void settle() {
        if (stretch.isPresent() && isQuiet()) {
            focus.work().show(() -> {
                if (isQuiet()) {
                    stretch.ifPresent(this::show);
                    stretch = Optional.empty();
                }
            });
        }
    }

    private boolean isQuiet() {
        return focus.work().pendingProperty().get() == 0
                && focus.indexing().phaseProperty().get() != Indexing.Phase.RUNNING;
    }

    private void show(Stretch wished) {
        TimelineModel timeline = workbench.timeline().model();
        switch (wished) {
            case Stretch.OfTime(Instant from, Instant to) -> timeline.show(from, to);
            case Stretch.OfOrder(long from, long to) -> timeline.show((double) from, (double) to);
        }
    }
}
