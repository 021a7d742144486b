package io.hindcast.desktop.transport;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Moving along the focused stream: by one, to the ends, to the next of a kind, and by itself.
public final class TransportModel {
    static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration UNTIMED = Duration.ofMillis(250);
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
        X100(100),
        /// As fast as it happened; long waits are cut short.
        RECORDED(1);

        private final double perSecond;

        Speed(double perSecond) {
            this.perSecond = perSecond;
        }
    }

    /// Which way to look.
    public enum Way {
        NEXT,
        PREVIOUS
    }

    /// What to look for.
    public enum Kind {
        SAME_TYPE,
        SAME_CORRELATION,
        PROBLEM,
        SNAPSHOT,
        /// 24 hours away, and one event at least.
        DAY_LONG,
        /// The first event of a day of the chosen zone.
        DAY_START
    }

    public TransportModel(Focus focus) {
        this.focus = focus;
        this.seeking = focus.work().asking(Seek::find, at -> at.ifPresent(focus::step), _ -> {});
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
            var fields = focus.storeProperty()
                    .get()
                    .map(it -> CommonFields.of(it.infoOf(
                            focus.look().history().map(StreamHistory::stream).orElse(""))))
                    .orElseGet(() -> new CommonFields(Map.of()));
            seeking.ask(new Seek(
                    focus.look(), way, kind, fields, focus.zoneProperty().get()));
        }
    }

    /// How long the focused event is shown while playing. At the recorded pace that is the time until the next event, but
    /// never longer than [#LONGEST].
    Duration pace() {
        if (speed.get() != Speed.RECORDED) {
            return Duration.ofNanos(Math.round(1_000_000_000 / speed.get().perSecond));
        }
        Duration gap = time(focus.look().index())
                .flatMap(from -> time(focus.look().index() + 1).map(to -> Duration.between(from, to)))
                .orElse(UNTIMED);
        return gap.compareTo(LONGEST) > 0 ? LONGEST : gap.compareTo(SHORTEST) < 0 ? SHORTEST : gap;
    }

    private Optional<Instant> time(int index) {
        return focus.look()
                .history()
                .filter(it -> index >= 0 && index < it.size())
                .flatMap(it -> it.event(index).recordedAt());
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
