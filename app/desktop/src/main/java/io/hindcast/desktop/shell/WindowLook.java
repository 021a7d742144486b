package io.hindcast.desktop.shell;

import io.hindcast.audit.journal.PlainLocation;
import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.link.Stretch;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/// What the window shows, as a look that can be written down.
final class WindowLook {
    private final Focus focus;
    private final Workbench workbench;

    WindowLook(Focus focus, Workbench workbench) {
        this.focus = focus;
        this.workbench = workbench;
    }

    /// The look, with all that is chosen; absent where no store with a place is open, or the event has neither version nor
    /// position. A fold that nobody has saved is not in it.
    Optional<StoreLook> now() {
        Look look = focus.look();
        Optional<Subject> subject = look.subject();
        Optional<Moment> at = subject.flatMap(it -> moment(it.history(), look.index()));
        if (subject.filter(it -> it.size() > 0).isPresent() && at.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt baseline = look.baseline();
        Optional<Moment> from = baseline.isPresent()
                ? subject.flatMap(it -> moment(it.history(), baseline.getAsInt()))
                : Optional.empty();
        return place().map(store -> new StoreLook(
                store,
                subject.map(Subject::stream),
                at,
                from,
                focus.effectiveProperty().get(),
                focus.fieldProperty().get(),
                Optional.of(focus.zoneProperty().get()),
                fold().filter(StoreLook::isFileName),
                Optional.of(workbench.panel()),
                Optional.of(workbench.view()),
                Optional.of(focus.filterProperty().get()).filter(it -> !it.isEmpty()),
                Optional.of(workbench.timeline().model().axis()),
                stretch(workbench.timeline().model())));
    }

    /// What may be kept of it for the next time: no field, no filter, no fold, and no stream that masks hide, be it revealed or not.
    /// Absent while nothing is looked at.
    Optional<StoreLook> toKeep() {
        Masks masks = focus.masks().hidingAgain();
        return now().filter(it -> it.stream().isPresent()).map(it -> {
            boolean named = it.stream().filter(stream -> masks.stream(stream).equals(stream)).isPresent();
            return new StoreLook(
                    it.store(),
                    it.stream().filter(_ -> named),
                    it.at().filter(_ -> named),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    it.zone(),
                    Optional.empty(),
                    it.panel(),
                    it.side(),
                    Optional.empty(),
                    it.axis().filter(_ -> it.stretch().isPresent()),
                    it.stretch());
        });
    }

    /// Where the store lies, without what may be secret.
    private Optional<String> place() {
        return focus.storeProperty()
                .get()
                .map(OpenStore::location)
                .filter(it -> !it.isBlank())
                .map(it -> PlainLocation.of(new Location(it)))
                .filter(it -> !new Location(it).showsPassword());
    }

    /// The file of the fold that somebody chose.
    Optional<String> fold() {
        return focus.recordedFold()
                .filter(FoldInUse::isChosen)
                .map(FoldInUse::origin)
                .filter(CommandLine.FILE.asMatchPredicate());
    }

    /// Whether a fold is in use that a look cannot name.
    boolean hasNamelessFold() {
        return focus.recordedFold().filter(FoldInUse::isChosen).isPresent() && fold().isEmpty();
    }

    /// Whether something in the look is masked: then it is not written down.
    static boolean isMasked(StoreLook look, Masks masks) {
        String stream = look.stream().orElse("");
        return !masks.stream(stream).equals(stream)
                || look.field().filter(it -> !masks.path(stream, it).equals(it)).isPresent()
                || look.filter().filter(it -> !masks.text(it).equals(it)).isPresent();
    }

    /// By version, else by position. Before the first event: below its version.
    private static Optional<Moment> moment(StreamHistory history, int index) {
        if (history.size() == 0) {
            return Optional.empty();
        }
        if (index < 0) {
            var first = history.event(0).version();
            return first.isPresent() && first.getAsLong() > Long.MIN_VALUE
                    ? Optional.of(new Moment.AtVersion(first.getAsLong() - 1))
                    : Optional.empty();
        }
        Event event = history.event(index);
        return event.version().isPresent()
                ? Optional.of(new Moment.AtVersion(event.version().getAsLong()))
                : event.position().map(Moment.AtPosition::new);
    }

    private static Optional<Stretch> stretch(TimelineModel timeline) {
        if (timeline.isFitted()) {
            return Optional.empty();
        }
        long from = Math.round(timeline.viewport().from());
        long to = Math.round(timeline.viewport().to());
        Stretch stretch = switch (timeline.scale()) {
            case TimeScale.OfTime time -> new Stretch.OfTime(instant(time.microsAt(from)), instant(time.microsAt(to)));
            case TimeScale.ByIndex() -> new Stretch.OfOrder(from, to);
        };
        return Optional.of(stretch).filter(it -> it.isOf(timeline.axis()));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
