package io.hindcast.desktop.events;

import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The rows of the event table: which events are shown, and where versions are missing or repeated. Immutable; a row
/// is made when it is looked at.
final class Rows {
    static final Rows NONE =
            new Rows(
                    Optional.empty(),
                    new int[0],
                    List.of(),
                    new BitSet(),
                    Map.of(),
                    new TreeMap<>(),
                    0,
                    Optional.empty(),
                    Optional.empty());

    private final Optional<StreamHistory> history;
    /// An event's place in the history, or -1 - n for the n-th gap.
    private final int[] rows;
    private final List<EventRow.Gap> gaps;
    private final BitSet duplicates;
    private final Map<Integer, String> problems;
    private final Map<String, Integer> types;
    private final int shown;
    private final Optional<Instant> earliest;
    private final Optional<Instant> latest;

    Rows(
            Optional<StreamHistory> history,
            int[] rows,
            List<EventRow.Gap> gaps,
            BitSet duplicates,
            Map<Integer, String> problems,
            Map<String, Integer> types,
            int shown,
            Optional<Instant> earliest,
            Optional<Instant> latest) {
        this.history = history;
        this.rows = rows;
        this.gaps = gaps;
        this.duplicates = duplicates;
        this.problems = problems;
        this.types = types;
        this.shown = shown;
        this.earliest = earliest;
        this.latest = latest;
    }

    /// Reads through the whole stream once.
    ///
    /// @param dense whether a jump of versions means that some are missing
    static Rows of(StreamHistory history, Narrowing narrowing, boolean dense) throws InterruptedException {
        return new RowsReading(narrowing, dense).of(history);
    }

    int size() {
        return rows.length;
    }

    /// How many events are shown; gaps do not count.
    int shown() {
        return shown;
    }

    int gaps() {
        return gaps.size();
    }

    int duplicates() {
        return duplicates.cardinality();
    }

    int problems() {
        return problems.size();
    }

    /// The types of the whole stream with their counts.
    Map<String, Integer> types() {
        return types;
    }

    /// The first recorded time of the whole stream.
    Optional<Instant> earliest() {
        return earliest;
    }

    /// The last recorded time of the whole stream.
    Optional<Instant> latest() {
        return latest;
    }

    /// The shown event nearest to a place of the history, on one side of it.
    OptionalInt beside(int index, boolean after) {
        var shownEvents = Arrays.stream(rows).filter(it -> it >= 0);
        return after
                ? shownEvents.filter(it -> it > index).findFirst()
                : shownEvents.filter(it -> it < index).max();
    }

    EventRow row(int row) {
        int index = rows[row];
        if (index < 0) {
            return gaps.get(-1 - index);
        }
        Event event = history.orElseThrow().event(index);
        Optional<String> problem = Optional.ofNullable(problems.get(index)).or(event::trouble);
        return new EventRow.OfEvent(index, event, duplicates.get(index), problem);
    }

    /// The row of an event, or -1 when it is not shown. Events stand in rising order: a binary search over them.
    int rowOf(int index) {
        int low = 0;
        int high = rows.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle;
            while (at < high && rows[at] < 0) {
                at++;
            }
            int here = rows[at];
            if (here == index) {
                return at;
            }
            if (here < 0 || here > index) {
                high = middle - 1;
            } else {
                low = at + 1;
            }
        }
        return -1;
    }
}
