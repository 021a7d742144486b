package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TimelineTile;
import io.hindcast.engine.timeline.TypeSlots;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What lies under the pointer: when, how many events, of which types, and what is marked there.
///
/// @param title when
/// @param count how many events
/// @param types the most frequent types with their slots
/// @param marks what is marked
record Reading(String title, String count, List<Line> types, List<String> marks) {
    private static final int TYPES = 5;
    private static final int CROWD = 4;

    /// A type with its count.
    record Line(int slot, String text) {}

    /// Where somebody points.
    ///
    /// @param lane number of the lane in the pyramid
    /// @param place on the axis
    /// @param reach places that count as pointed at, on either side
    record Spot(TimelinePyramid pyramid, int lane, double place, double reach) {
        /// The event that is meant by a click: the nearest, unless it is one of a crowd.
        OptionalInt meant() {
            long from = (long) Math.floor(place - reach);
            long to = (long) Math.ceil(place + reach) + 1;
            return pyramid.eventsIn(lane, from, to, CROWD).length < CROWD ? event() : OptionalInt.empty();
        }

        /// The event that is pointed at, if there is one within reach.
        OptionalInt event() {
            long middle = (long) Math.floor(place);
            long around = Math.max(1, (long) Math.ceil(reach));
            return pyramid.nearest(lane, middle, middle - around, middle + around + 1);
        }

        /// The break that is pointed at.
        Optional<Break> fold() {
            long middle = (long) Math.floor(place);
            return pyramid.scale() instanceof TimeScale.OfTime time
                    ? time.breaksWithin(middle, middle + 1).stream().findFirst()
                    : Optional.empty();
        }
    }

    static Reading of(Spot spot, TimelineData data, TileWindow painted, Clock clock, Words words) {
        long bucket = (long) Math.floor(spot.place) >> painted.level();
        var one = new TileWindow(painted.level(), bucket, 1);
        TimelineTile tile = tile(spot, one);
        OptionalInt near = tile.count(0) > 1 ? OptionalInt.empty() : spot.event();
        if (near.isPresent()) {
            long place = spot.pyramid.scale().placeOf(data.index(), near.getAsInt());
            tile = tile(spot, new TileWindow(painted.level(), place >> painted.level(), 1));
        }
        Optional<Break> fold = tile.count(0) > 0 ? Optional.empty() : spot.fold();
        if (fold.isPresent()) {
            return new Reading(clock.fold(fold.get()), clock.within(fold.get()), List.of(), List.of());
        }
        String title = near.isPresent()
                ? clock.exact(data.index().micros(near.getAsInt()), near.getAsInt())
                : clock.rough(spot.place);
        return new Reading(
                title,
                words.text("timeline.hover.events", (long) tile.count(0)),
                near.isPresent() && tile.count(0) <= 1 ? only(data, near.getAsInt(), tile) : types(tile, data, words),
                marks(tile, words));
    }

    /// Says times and numbers the way the axis does.
    interface Clock {
        String exact(long micros, int event);

        String rough(double place);

        /// How long a break is.
        String fold(Break fold);

        /// Where a break begins and ends.
        String within(Break fold);
    }

    private static TimelineTile tile(Spot spot, TileWindow window) {
        return spot.pyramid
                .tiles(window, spot.lane, spot.lane + 1)
                .tiles()
                .getFirst();
    }

    private static List<Line> only(TimelineData data, int event, TimelineTile tile) {
        return List.of(new Line(tile.dominant(0), data.index().typeNames().get(data.index().type(event))));
    }

    private static List<Line> types(TimelineTile tile, TimelineData data, Words words) {
        NumberFormat number = NumberFormat.getIntegerInstance(words.locale());
        List<String> names = data.pyramid().slots().names();
        List<Integer> slots = IntStream.range(0, TypeSlots.COUNT)
                .filter(slot -> tile.count(0, slot) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(slot -> -tile.count(0, slot)))
                .toList();
        var lines = new ArrayList<Line>();
        for (int slot : slots.subList(0, Math.min(TYPES, slots.size()))) {
            String name = slot < names.size() ? names.get(slot) : words.text("timeline.hover.shared");
            lines.add(new Line(slot, number.format(tile.count(0, slot)) + "  " + name));
        }
        if (slots.size() > TYPES) {
            lines.add(new Line(TypeSlots.SHARED, words.text("timeline.hover.more", slots.size() - TYPES)));
        }
        return lines;
    }

    private static List<String> marks(TimelineTile tile, Words words) {
        var lines = new ArrayList<String>();
        for (MarkKind kind : MarkKind.values()) {
            if (tile.marks(0, kind) > 0) {
                String key =
                        switch (kind) {
                            case SNAPSHOT -> "timeline.mark.snapshot";
                            case FINDING -> "timeline.mark.finding";
                            case BOOKMARK -> "timeline.mark.bookmark";
                            case PROBLEM -> "timeline.mark.problem";
                            case VERIFIED -> "timeline.mark.verified";
                            case UNVERIFIABLE -> "timeline.mark.unverifiable";
                            case DRIFTED -> "timeline.mark.drifted";
                            case INVALID -> "timeline.mark.invalid";
                        };
                lines.add(words.text(key, tile.marks(0, kind)));
            }
        }
        return lines;
    }

}
