package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.FittedScale;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TypeSlots;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Prepares what the timeline paints. Runs in the background, one preparation at a time.
final class TimelineBuilder {
    private static final int DEAR = 1_000_000; // so many events are not counted anew for every one that arrives

    private TimelineBuilder() {}

    /// What is wished for.
    ///
    /// @param laneLimit the most lanes beside the one of the others
    record Wish(
            HeaderIndex index,
            LaneGrouping grouping,
            Axis axis,
            ZoneId zone,
            int laneLimit,
            OptionalInt stream,
            List<Mark> marks) {}

    /// Brings the data up to date with the index; what can be kept of the data before is kept and grows.
    static TimelineData build(Wish wish, @Nullable TimelineData before) {
        int size = wish.index.size();
        FittedScale fitted = fit(wish, size, before);
        TimelinePyramid pyramid;
        int laneSize;
        if (before != null && isUsable(before, wish) && before.pyramid().scale().equals(fitted.scale())) {
            pyramid = before.pyramid();
            laneSize = before.laneSize();
        } else {
            laneSize = wish.index.size();
            var lanes = new Lanes(wish.grouping.keys(wish.index), wish.laneLimit);
            pyramid = new TimelinePyramid(wish.index, lanes, new TypeSlots(wish.index), fitted.scale());
        }
        pyramid.advance();
        pyramid.mark(wish.marks);
        return new TimelineData(
                wish.index,
                wish.grouping,
                wish.axis,
                wish.zone,
                fitted,
                size,
                pyramid,
                laneSize,
                pyramid.extent(),
                focus(wish, pyramid, before));
    }

    /// The scale before, while it fits. Of many events it is kept while they stream in, for an eighth of them: those in a break
    /// are shown there until reading rests.
    private static FittedScale fit(Wish wish, int size, @Nullable TimelineData before) {
        if (before == null || !isOnSameAxis(before, wish)) {
            return wish.axis.fit(wish.index, wish.zone);
        }
        FittedScale fitted = before.fitted();
        boolean streaming = size > DEAR && size > before.size() && size - fitted.events() < fitted.events() / 8;
        return streaming || fitted.holds(wish.index) ? fitted : wish.axis.fit(wish.index, wish.zone);
    }

    private static boolean isOnSameAxis(TimelineData before, Wish wish) {
        return before.index().equals(wish.index)
                && before.axis() == wish.axis
                && (!wish.axis.isOfZone() || before.zone().equals(wish.zone));
    }

    /// The choice of lanes and colours is made anew when the store has doubled since, or when there is room for more.
    private static boolean isUsable(TimelineData before, Wish wish) {
        TimelinePyramid pyramid = before.pyramid();
        boolean same = before.index().equals(wish.index)
                && before.grouping() == wish.grouping;
        int size = wish.index.size();
        boolean grown = size >= 2 * (long) before.laneSize() && size > before.laneSize();
        boolean room = pyramid.lanes().isStale() && pyramid.lanes().others() < wish.laneLimit;
        boolean moreTypes = pyramid.slots().types() < TypeSlots.COUNT
                && wish.index.typeNames().size() > pyramid.slots().types();
        return same && !grown && !room && !moreTypes;
    }

    private static Optional<FocusTrack> focus(Wish wish, TimelinePyramid pyramid, @Nullable TimelineData before) {
        if (wish.stream.isEmpty() || wish.stream.getAsInt() >= wish.index.streamCount()) {
            return Optional.empty();
        }
        int stream = wish.stream.getAsInt();
        int size = wish.index.streamEntry(stream).events();
        Optional<FocusTrack> old = before == null || !before.pyramid().equals(pyramid)
                ? Optional.empty()
                : before.focus().filter(it -> it.stream() == stream && it.events().length == size);
        int[] events = old.map(FocusTrack::events).orElseGet(() -> wish.index.eventsOf(stream));
        TimelinePyramid track = old.map(FocusTrack::pyramid)
                .orElseGet(() -> TimelinePyramid.ofSome(wish.index, pyramid.slots(), pyramid.scale(), events));
        track.advance();
        track.mark(wish.marks.stream()
                .filter(mark -> mark.event() < wish.index.size() && wish.index.stream(mark.event()) == stream)
                .toList());
        return Optional.of(new FocusTrack(stream, events, track));
    }
}
