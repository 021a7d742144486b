package io.hindcast.desktop.transport;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Moving along the focused stream: by one, to the ends, to the next of a kind, and by itself.
public final class TransportModel {
    private final Focus focus;
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.X4);
    private final Asking<Seek, OptionalInt> seeking;

    /// How many events a second are played.
    public enum Speed {
        HALF(0.5),
        X1(1),
        X2(2),
        X4(4),
        X10(10),
        X30(30),
        X100(100);

        private final double perSecond;

        Speed(double perSecond) {
            this.perSecond = perSecond;
        }

        double millis() {
            return 1000 / perSecond;
        }
    }

    /// Which way to look.
    public enum Way {
        NEXT(1),
        PREVIOUS(-1);

        private final int step;

        Way(int step) {
            this.step = step;
        }
    }

    private record Seek(Look look, Way way, Kind kind) {}

    /// What to look for.
    public enum Kind {
        SAME_TYPE,
        PROBLEM,
        SNAPSHOT
    }

    public TransportModel(Focus focus) {
        this.focus = focus;
        this.seeking = focus.work().asking(TransportModel::seek, at -> at.ifPresent(focus::step), _ -> {});
        focus.lookProperty().subscribe((_, look) -> {
            if (look.index() >= look.size() - 1) {
                playing.set(false);
            }
        });
        focus.storeProperty().subscribe((_, _) -> playing.set(false));
    }

    public void first() {
        focus.step(0);
    }

    public void last() {
        focus.step(focus.look().size() - 1);
    }

    public void next() {
        by(1);
    }

    public void previous() {
        by(-1);
    }

    /// Moves by some events; stops at the ends.
    public void by(int events) {
        Look look = focus.look();
        if (look.size() > 0) {
            focus.step(Math.clamp((long) look.index() + events, StreamHistory.BEFORE_FIRST, look.size() - 1));
        }
    }

    /// Starts or stops playing; at the end it starts from the beginning.
    public void playOrPause() {
        Look look = focus.look();
        if (!playing.get() && look.size() > 0 && look.index() >= look.size() - 1) {
            focus.step(StreamHistory.BEFORE_FIRST);
        }
        playing.set(!playing.get() && look.size() > 0);
    }

    public void pause() {
        playing.set(false);
    }

    /// Moves to the next event of a kind; stays where there is none.
    public void seek(Way way, Kind kind) {
        if (focus.look().size() > 0) {
            seeking.ask(new Seek(focus.look(), way, kind));
        }
    }

    private static OptionalInt seek(Seek seek) throws InterruptedException {
        Look look = seek.look();
        StreamHistory history = look.history().orElseThrow();
        return switch (seek.kind()) {
            case SAME_TYPE -> sameType(history, look.index(), seek.way().step);
            case PROBLEM -> nearest(
                    history.problems().stream().mapToInt(Problem::index).toArray(), look.index(), seek.way());
            case SNAPSHOT -> nearest(
                    indexesOf(history, look.subject().orElseThrow().snapshots()), look.index(), seek.way());
        };
    }

    private static int[] indexesOf(StreamHistory history, List<StoredSnapshot> snapshots) {
        return snapshots.stream()
                .mapToInt(it -> history.indexAt(new io.hindcast.engine.replay.Moment.AtVersion(it.version())))
                .toArray();
    }

    private static OptionalInt sameType(StreamHistory history, int from, int step) throws InterruptedException {
        String type = from < 0 ? "" : history.event(from).type();
        for (int i = from + step; i >= 0 && i < history.size(); i += step) {
            if (history.event(i).type().equals(type)) {
                return OptionalInt.of(i);
            }
            if ((i & 1023) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt nearest(int[] indexes, int from, Way way) {
        var candidates = java.util.Arrays.stream(indexes);
        return way == Way.NEXT
                ? candidates.filter(it -> it > from).min()
                : candidates.filter(it -> it >= 0 && it < from).max();
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    Focus focus() {
        return focus;
    }
}
