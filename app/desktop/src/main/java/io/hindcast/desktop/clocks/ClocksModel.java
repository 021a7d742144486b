package io.hindcast.desktop.clocks;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.clocks.ClockPoints;
import io.hindcast.engine.clocks.ClockScan;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the two clocks say: the focused moment, the day asked about, and the events between the clocks. Points are found
/// only while somebody looks; bodies are decoded elsewhere.
public final class ClocksModel {
    private final Focus focus;
    private final ReadOnlyObjectWrapper<ClockPoints> points = new ReadOnlyObjectWrapper<>(ClockPoints.NONE);
    private final ReadOnlyObjectWrapper<Belief> belief = new ReadOnlyObjectWrapper<>(Belief.NONE);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.STREAM);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(Brush.EVERYTHING);
    private final ReadOnlyObjectWrapper<Late> late = new ReadOnlyObjectWrapper<>(Late.NONE);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper read = new ReadOnlyLongWrapper();
    private final Asking<BeliefQuestion, Belief> believing;
    private final Asking<LateQuestion, Late> finding;
    private Cancellation cancellation = Cancellation.never();
    private Optional<Key> shown = Optional.empty();
    private boolean looked;

    /// Which events are on the map.
    enum Scope {
        STREAM,
        CATEGORY
    }

    /// What was known at the focused moment about a day.
    ///
    /// @param known events recorded by then
    /// @param holding of those, how many hold on or before the day
    record Belief(Optional<LocalDate> day, int known, int holding) {
        static final Belief NONE = new Belief(Optional.empty(), 0, 0);
    }

    /// The events that were recorded on another day than the one on which they hold, the latest first.
    ///
    /// @param inBrush how many events are chosen in all
    /// @param most the most days that one of them was late; 0 when none was
    @SuppressWarnings("ArrayRecordComponent") // made once, handed over, never written again
    record Late(int[] events, int inBrush, int back, int ahead, int most) {
        static final Late NONE = new Late(new int[0], 0, 0, 0, 0);
    }

    private record Key(StreamHistory history, ZoneId zone, Scope scope) {}

    private record BeliefQuestion(StreamHistory history, int index, LocalDate day, ZoneId zone) {}

    private record LateQuestion(ClockPoints points, Brush brush) {}

    public ClocksModel(Focus focus) {
        this.focus = focus;
        this.believing = focus.work().asking(ClocksModel::believe, belief::set, failure -> focus.tell(Notice.of(failure)));
        this.finding = focus.work().asking(ClocksModel::late, late::set, failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(look -> {
            ask();
            askBelief(look);
        });
        focus.zoneProperty().subscribe((_, _) -> {
            ask();
            askBelief(focus.look());
        });
        focus.effectiveProperty().subscribe((_, _) -> askBelief(focus.look()));
        scope.subscribe((_, _) -> ask());
        brush.subscribe((_, _) -> finding.ask(new LateQuestion(points.get(), brush.get())));
        points.subscribe((_, _) -> finding.ask(new LateQuestion(points.get(), brush.get())));
    }

    /// From now on somebody looks at the map.
    void look() {
        looked = true;
        ask();
    }

    void lookAway() {
        looked = false;
    }

    private void ask() {
        Optional<StreamHistory> history = focus.look().history();
        Optional<OpenStore> store = focus.storeProperty().get();
        Optional<Key> wanted = history.map(it -> new Key(it, focus.zoneProperty().get(), scope.get()));
        if (!looked || wanted.isEmpty() || store.isEmpty()) {
            if (wanted.isEmpty()) {
                stop();
                shown = Optional.empty();
                points.set(ClockPoints.NONE);
            }
            return;
        }
        if (!isShown(wanted.get())) {
            shown = wanted;
            brush.set(Brush.EVERYTHING);
            start(store.get(), wanted.get());
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same history, or other events may be there
    private boolean isShown(Key wanted) {
        return shown.filter(it -> it.zone().equals(wanted.zone()) && it.scope() == wanted.scope())
                .filter(it -> wanted.scope() == Scope.STREAM
                        ? it.history() == wanted.history()
                        : it.history().category().equals(wanted.history().category())
                                && it.history().fold().equals(wanted.history().fold()))
                .isPresent();
    }

    private void start(OpenStore store, Key wanted) {
        cancellation.cancel();
        var mine = new Cancellation();
        cancellation = mine;
        reading.set(true);
        read.set(0);
        var free = new AtomicBoolean(true);
        focus.work().start(() -> {
            try {
                ClockPoints found = scan(store, wanted, mine, free);
                focus.work().show(() -> arrive(mine, found));
            } catch (RuntimeException failure) {
                focus.work().show(() -> {
                    if (mine == cancellation) {
                        reading.set(false);
                        focus.tell(Notice.of(failure));
                    }
                });
            }
        });
    }

    private ClockPoints scan(OpenStore store, Key wanted, Cancellation mine, AtomicBoolean free) {
        Fold fold = wanted.history().fold();
        var scan = new ClockScan(fold, wanted.zone());
        if (wanted.scope() == Scope.STREAM) {
            return scan.of(wanted.history(), mine);
        }
        return scan.of(
                store,
                wanted.history().category(),
                (done, _) -> {
                    if (free.compareAndSet(true, false)) {
                        focus.work().show(() -> {
                            free.set(true);
                            if (mine == cancellation) {
                                read.set(done);
                            }
                        });
                    }
                },
                mine);
    }

    private void arrive(Cancellation mine, ClockPoints found) {
        if (mine == cancellation) {
            reading.set(false);
            points.set(found);
        }
    }

    /// Stops reading; what was read stays, and says that it is partial.
    void stop() {
        cancellation.cancel();
        if (!reading.get()) {
            cancellation = Cancellation.never();
        }
    }

    private void askBelief(Look look) {
        Optional<LocalDate> day = focus.effectiveProperty().get();
        if (day.isPresent() && look.history().isPresent()) {
            believing.ask(new BeliefQuestion(
                    look.history().get(), look.index(), day.get(), focus.zoneProperty().get()));
        } else {
            believing.drop();
            belief.set(Belief.NONE);
        }
    }

    private static Belief believe(BeliefQuestion question) throws InterruptedException {
        int holding = 0;
        for (int i = 0; i <= question.index(); i++) {
            Optional<LocalDate> day = question.history().effectiveDay(i, question.zone());
            if (day.isEmpty() || !day.get().isAfter(question.day())) {
                holding++;
            }
            if ((i & 1023) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return new Belief(Optional.of(question.day()), question.index() + 1, holding);
    }

    private static Late late(LateQuestion question) {
        ClockPoints points = question.points();
        int[] chosen = IntStream.range(0, points.size())
                .filter(it -> question.brush().holds(points, it))
                .toArray();
        int[] off = IntStream.of(chosen)
                .filter(it -> points.daysLate(it) != 0)
                .boxed()
                .sorted((one, other) -> Integer.compare(points.daysLate(other), points.daysLate(one)))
                .mapToInt(Integer::intValue)
                .toArray();
        int back = (int) IntStream.of(off).filter(it -> points.daysLate(it) > 0).count();
        int most = off.length == 0 ? 0 : Math.max(0, points.daysLate(off[0]));
        return new Late(off, chosen.length, back, off.length - back, most);
    }

    /// Goes to an event of the map.
    void goTo(int point) {
        ClockPoints now = points.get();
        Moment moment = now.version(point).isPresent()
                ? new Moment.AtVersion(now.version(point).getAsLong())
                : new Moment.AtInstant(now.recordedAt(point));
        focus.goTo(now.stream(point), new Destination.AtMoment(moment));
    }

    /// Asks about a day, or about all of them again.
    void askAbout(Optional<LocalDate> day) {
        focus.effectiveProperty().set(day);
    }

    ReadOnlyObjectProperty<ClockPoints> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Belief> beliefProperty() {
        return belief.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Late> lateProperty() {
        return late.getReadOnlyProperty();
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    ObjectProperty<Brush> brushProperty() {
        return brush;
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Events read so far.
    ReadOnlyLongProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    Focus focus() {
        return focus;
    }
}
