package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the timeline shows: the window on the axis, the lanes, the focus and the playhead. Knows no toolkit.
///
/// Used from the screen's thread only. What costs by events is prepared by the background executor; while it works the
/// last picture stays and can be moved.
public final class TimelineModel {
    /// The most lanes beside the one of all others.
    public static final int LANES = 200;

    private static final double STEP = 1.5; // one key or button press of zoom
    private static final double SMALLEST_TIME = 1_000; // a millisecond
    private static final double SMALLEST_INDEX = 4; // events
    private static final double MARGIN = 0.02; // air beside the first and last event

    private final Supplier<HeaderIndex> indexes;
    private final TimelineFeed feed;
    private final List<TimelineChanges> watchers = new ArrayList<>();
    private TimelineListener listener = TimelineListener.SILENT;
    private LaneGrouping grouping = LaneGrouping.CATEGORY;
    private Axis axis = Axis.TIME;
    private ZoneId zone = ZoneId.of("UTC");
    private UnaryOperator<String> called = UnaryOperator.identity();
    private Viewport viewport = new Viewport(0, 1);
    private List<Mark> marks = List.of();
    private OptionalInt stream = OptionalInt.empty();
    private OptionalInt event = OptionalInt.empty();
    private Optional<Instant> instant = Optional.empty();
    private double laneScroll;
    private boolean fitted = true;

    /// @param indexes the index of the store that is open now; an empty one when none is
    /// @param background where counting runs
    /// @param screen runs on the screen's thread, later
    public TimelineModel(Supplier<HeaderIndex> indexes, Executor background, Executor screen) {
        this.indexes = indexes;
        this.feed = new TimelineFeed(this::wish, background, screen, this::arrive);
    }

    /// Takes in what the index has learnt. Cheap to call often: one preparation runs at a time, and calls meanwhile
    /// become one more.
    public void refresh() {
        feed.refresh();
    }

    private TimelineBuilder.Wish wish() {
        return new TimelineBuilder.Wish(indexes.get(), grouping, axis, zone, LANES, stream, marks);
    }

    private void arrive(TimelineData after) {
        TimelineData before = data();
        if (after.axis() != axis || (axis.isOfZone() && !after.zone().equals(zone))) {
            return; // wished for before the axis was changed
        }
        TimeScale scale = scale();
        feed.replace(after);
        fitted |= before != null && !before.index().equals(after.index());
        if (fitted) {
            fit();
        } else {
            carry(scale, scale());
        }
        tellData();
    }

    public void setListener(TimelineListener listener) {
        this.listener = listener;
    }

    /// Tells somebody beside the view when the window moved or what is in it changed.
    public void whenChanged(Runnable told) {
        watch(new TimelineChanges() {
            @Override
            public void viewMoved() {
                told.run();
            }

            @Override
            public void dataChanged() {
                told.run();
            }

            @Override
            public void focusMoved() {}
        });
    }

    void watch(TimelineChanges watcher) {
        watchers.add(watcher);
    }

    public LaneGrouping grouping() {
        return grouping;
    }

    /// Says how streams are called from now on; names that are not to be read are called otherwise.
    public void callStreams(UnaryOperator<String> names) {
        called = names;
        tellData();
    }

    /// How a stream is called.
    String called(String stream) {
        return called.apply(stream);
    }

    /// Chooses what the lanes stand for.
    public void setGrouping(LaneGrouping grouping) {
        this.grouping = grouping;
        refresh();
    }

    /// The scale of what is shown now; that of a newly chosen axis when it is prepared.
    public TimeScale scale() {
        TimelineData data = data();
        return data == null ? TimeScale.TIME : data.pyramid().scale();
    }

    public Axis axis() {
        return axis;
    }

    /// Chooses what the axis means. The window shows the same time as before, or everything where that makes no sense.
    public void setAxis(Axis axis) {
        if (this.axis != axis) {
            this.axis = axis;
            refresh();
        }
    }

    /// Shows the same time on another scale.
    private void carry(TimeScale before, TimeScale now) {
        if (before.equals(now)) {
            return;
        }
        if (before instanceof TimeScale.OfTime one && now instanceof TimeScale.OfTime other) {
            double from = other.placeAt(one.microsAt(Math.round(viewport.from())));
            double to = other.placeAt(one.microsAt(Math.round(viewport.to())));
            show(from, to);
        } else {
            fit();
        }
    }

    public ZoneId zone() {
        return zone;
    }

    public void setZone(ZoneId zone) {
        this.zone = zone;
        tellData();
        if (axis.isOfZone()) {
            refresh();
        }
    }

    /// Marks to be shown beside the events; replaces all.
    public void setMarks(Collection<Mark> all) {
        marks = List.copyOf(all);
        refresh();
    }

    /// Focuses an event of a stream; the playhead goes there, and the window follows if it is outside.
    public void setFocus(int streamOrdinal, int eventOrdinal) {
        focus(OptionalInt.of(streamOrdinal), OptionalInt.of(eventOrdinal), Optional.empty());
    }

    /// Focuses a stream at an instant, on an event or between two.
    public void setFocus(int streamOrdinal, Instant at) {
        focus(OptionalInt.of(streamOrdinal), OptionalInt.empty(), Optional.of(at));
    }

    public void clearFocus() {
        focus(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    private void focus(OptionalInt newStream, OptionalInt newEvent, Optional<Instant> newInstant) {
        boolean other = !newStream.equals(stream);
        boolean moved = !newEvent.equals(event) || !newInstant.equals(instant);
        stream = newStream;
        event = newEvent;
        instant = newInstant;
        if (other) {
            refresh();
        }
        boolean showsAll = fitted && extent().before() == 0 && extent().after() == 0; // or will, when data arrives
        if (moved && !showsAll) {
            reveal();
        }
        watchers.forEach(TimelineChanges::focusMoved);
    }

    public OptionalInt focusedStream() {
        return stream;
    }

    public OptionalInt focusedEvent() {
        return event;
    }

    /// Where the playhead stands; nowhere when there is no focus or it has no place on this scale.
    public OptionalDouble playhead() {
        TimelineData data = data();
        HeaderIndex index = data == null ? null : data.index();
        if (event.isPresent() && index != null && event.getAsInt() < index.size()) {
            long place = scale().placeOf(index, event.getAsInt());
            return place == TimeScale.NOWHERE ? OptionalDouble.empty() : OptionalDouble.of((double) place);
        }
        return instant.isPresent() && scale() instanceof TimeScale.OfTime time
                ? OptionalDouble.of((double) time.placeAt(Places.micros(instant.get())))
                : OptionalDouble.empty();
    }

    /// Moves the playhead and tells the listener: to the instant of the place, or to the event at it.
    public void scrub(double place) {
        TimelineData data = data();
        if (data == null) {
            return;
        }
        switch (scale()) {
            case TimeScale.OfTime time -> {
                Instant at = Places.instant(time.microsAt(Math.round(place)));
                event = OptionalInt.empty();
                instant = Optional.of(at);
                listener.scrubbedTo(at);
            }
            case TimeScale.ByIndex() -> {
                int at = Math.clamp(Math.round(place), 0, Math.max(0, data.index().size() - 1));
                event = OptionalInt.of(at);
                listener.scrubbedTo(at);
            }
        }
        watchers.forEach(TimelineChanges::focusMoved);
    }

    /// Chooses an event and tells the listener.
    public void pick(int eventOrdinal) {
        TimelineData data = data();
        if (data != null && eventOrdinal < data.index().size()) {
            setFocus(data.index().stream(eventOrdinal), eventOrdinal);
            listener.picked(eventOrdinal);
        }
    }

    public Viewport viewport() {
        return viewport;
    }

    /// Whether the window follows the extent of the store, because nobody has moved it yet.
    public boolean isFitted() {
        return fitted;
    }

    /// Zooms about a place that stays where it is on screen; a factor above 1 comes closer.
    public void zoom(double factor, double about) {
        move(viewport.zoomed(factor, about, smallest(), largest()));
    }

    public void zoomIn() {
        zoom(STEP, pivot());
    }

    public void zoomOut() {
        zoom(1 / STEP, pivot());
    }

    /// Moves the window by a part of its width; positive goes right.
    public void pan(double windows) {
        move(viewport.panned(windows * viewport.span()));
    }

    /// By how many logical pixels the lanes are scrolled; the view keeps it within what there is.
    public double laneScroll() {
        return laneScroll;
    }

    public void scrollLanes(double to) {
        laneScroll = Math.max(0, to);
        tellView();
    }

    /// Shows exactly the places from one to another.
    public void show(double from, double to) {
        double span = Math.clamp(to - from, smallest(), largest());
        move(new Viewport((from + to - span) / 2, span));
    }

    /// Shows a stretch of time, on a scale of time.
    public void show(Instant from, Instant to) {
        if (scale() instanceof TimeScale.OfTime time) {
            show((double) time.placeAt(Places.micros(from)), (double) time.placeAt(Places.micros(to)));
        }
    }

    /// Shows the whole extent and follows it while it grows.
    public void fit() {
        Extent extent = extent();
        fitted = true;
        if (!extent.isEmpty()) {
            viewport = Places.around(extent, MARGIN, scale());
        }
        tellView();
    }

    /// Centres the playhead; if it is centred already, shows the whole focused stream.
    public void fitFocus() {
        OptionalDouble playhead = playhead();
        TimelineData data = data();
        Optional<FocusTrack> track = data == null ? Optional.empty() : data.focus();
        boolean centred = playhead.isPresent()
                && Math.abs(viewport.from() + viewport.span() / 2 - playhead.getAsDouble()) < viewport.span() / 1_000;
        if (track.isPresent() && (centred || playhead.isEmpty())) {
            Extent extent = track.get().pyramid().extent();
            if (!extent.isEmpty()) {
                move(Places.around(extent, MARGIN, scale()));
            }
        } else {
            playhead.ifPresent(place -> move(viewport.centredOn(place)));
        }
    }

    /// Brings the playhead into the window, if it is outside.
    public void reveal() {
        playhead().ifPresent(place -> {
            if (!viewport.shows(place)) {
                move(viewport.centredOn(place));
            }
        });
    }

    /// Goes to the nearest event that the default window leaves out on the left.
    public void jumpBefore() {
        if (extent().before() > 0) {
            move(viewport.centredOn((double) extent().lastBefore()));
        }
    }

    /// Goes to the nearest event that the default window leaves out on the right.
    public void jumpAfter() {
        if (extent().after() > 0) {
            move(viewport.centredOn((double) extent().firstAfter()));
        }
    }

    /// Where the events are, outliers set apart.
    public Extent extent() {
        TimelineData data = data();
        return data == null ? Extent.EMPTY : data.extent();
    }

    @Nullable TimelineData data() {
        return feed.data();
    }

    private double pivot() {
        double middle = viewport.from() + viewport.span() / 2;
        OptionalDouble playhead = playhead();
        return playhead.isPresent() && viewport.shows(playhead.getAsDouble()) ? playhead.getAsDouble() : middle;
    }

    private double smallest() {
        return Places.isOfTime(scale()) ? SMALLEST_TIME : SMALLEST_INDEX;
    }

    /// Ten times the extent, and as far as the outliers lie.
    private double largest() {
        Extent extent = extent();
        double low = extent.before() > 0 ? extent.lastBefore() : extent.from();
        double high = extent.after() > 0 ? extent.firstAfter() : extent.to();
        return Math.max(smallest(), Math.max(10.0 * (extent.to() - extent.from()), 3 * (high - low)) + 1);
    }

    private void move(Viewport to) {
        fitted = false;
        viewport = Places.within(to, scale());
        tellView();
    }

    private void tellView() {
        watchers.forEach(TimelineChanges::viewMoved);
    }

    private void tellData() {
        watchers.forEach(TimelineChanges::dataChanged);
    }
}
