package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The marks of a timeline in order of place. Painting visits those in the window: they are few beside the events, and
/// none of them may vanish.
final class Marks {
    private final List<Placed> placed;

    private record Placed(long place, int lane, MarkKind kind) {}

    private Marks(List<Placed> placed) {
        this.placed = placed;
    }

    Marks(HeaderIndex index, Lanes lanes, TimeScale scale, Collection<Mark> marks) {
        var all = new ArrayList<Placed>();
        for (Mark mark : marks) {
            if (mark.event() >= 0 && mark.event() < index.size()) {
                long place = scale.placeOf(index, mark.event());
                if (place != TimeScale.NOWHERE) {
                    all.add(new Placed(place, lanes.laneOf(mark.event()), mark.kind()));
                }
            }
        }
        all.sort(Comparator.comparingLong(Placed::place));
        placed = List.copyOf(all);
    }

    static Marks none() {
        return new Marks(List.of());
    }

    void addTo(List<TimelineTile> tiles, TileWindow window, int fromLane) {
        for (int i = firstFrom(window.from()); i < placed.size() && placed.get(i).place < window.to(); i++) {
            Placed mark = placed.get(i);
            int tile = mark.lane - fromLane;
            if (tile >= 0 && tile < tiles.size()) {
                tiles.get(tile).countMark(mark.place, mark.kind);
            }
        }
    }

    private int firstFrom(long place) {
        int low = 0;
        int high = placed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placed.get(middle).place < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
