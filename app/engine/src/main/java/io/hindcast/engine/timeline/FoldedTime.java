package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Recorded time in which some stretches take no more than a few places. Up to the first break the places are microseconds
/// since 1970; behind each break they are that many fewer.
public final class FoldedTime implements TimeScale.OfTime {
    private final List<Break> breaks;
    private final long[] froms;
    private final long[] tos;
    private final long[] ends;

    private FoldedTime(List<Break> breaks) {
        this.breaks = List.copyOf(breaks);
        this.froms = breaks.stream().mapToLong(Break::from).toArray();
        this.tos = breaks.stream().mapToLong(Break::to).toArray();
        this.ends = breaks.stream().mapToLong(Break::end).toArray();
    }

    /// Folds stretches, each to the same width; [TimeScale#TIME] itself when there are none.
    ///
    /// @param stretches apart from each other, in order, each longer than the width
    static TimeScale.OfTime of(List<Stretch> stretches, long width) {
        var breaks = new ArrayList<Break>();
        long folded = 0;
        for (Stretch stretch : stretches) {
            breaks.add(new Break(stretch.from, stretch.to, stretch.from - folded, width));
            folded += stretch.to - stretch.from - width;
        }
        return breaks.isEmpty() ? TimeScale.TIME : new FoldedTime(breaks);
    }

    /// Instants from one (inclusive) to another (exclusive), in microseconds since 1970.
    record Stretch(long from, long to) {}

    @Override
    public List<Break> breaks() {
        return breaks;
    }

    @Override
    public List<Break> breaksWithin(long from, long to) {
        int first = firstAbove(ends, from);
        int last = first;
        while (last < ends.length && breaks.get(last).at() < to) {
            last++;
        }
        return breaks.subList(first, last);
    }

    @Override
    public long placeAt(long micros) {
        int before = firstAbove(froms, micros) - 1;
        if (before < 0) {
            return micros;
        }
        return micros >= tos[before] ? micros - tos[before] + ends[before] : breaks.get(before).placeAt(micros);
    }

    @Override
    public long microsAt(long place) {
        int next = firstAbove(ends, place);
        if (next < ends.length && place >= breaks.get(next).at()) {
            return breaks.get(next).microsAt(place);
        }
        return next == 0 ? place : place - ends[next - 1] + tos[next - 1];
    }

    /// Events come in the order of time, nearly: most lie in the same open stretch as the one before.
    @Override
    public void placesOf(HeaderIndex index, int first, int count, long[] places) {
        index.micros(first, count, places);
        long low = 0;
        long high = 0;
        long shift = 0;
        for (int i = 0; i < count; i++) {
            long micros = places[i];
            if (micros < low || micros >= high) {
                int next = firstAbove(froms, micros);
                low = next == 0 ? Long.MIN_VALUE : tos[next - 1];
                high = next == froms.length ? Long.MAX_VALUE : froms[next];
                shift = next == 0 ? 0 : tos[next - 1] - ends[next - 1];
            }
            places[i] = micros >= low ? micros - shift : placeAt(micros);
        }
    }

    /// Index of the first number above one.
    private static int firstAbove(long[] sorted, long number) {
        int found = Arrays.binarySearch(sorted, number);
        return found < 0 ? -found - 1 : found + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldedTime it && it.breaks.equals(breaks);
    }

    @Override
    public int hashCode() {
        return breaks.hashCode();
    }

    @Override
    public String toString() {
        return "FoldedTime" + breaks;
    }
}
