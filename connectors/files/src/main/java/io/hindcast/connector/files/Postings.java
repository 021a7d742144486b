package io.hindcast.connector.files;

import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.Comparator;

/// The rows of each stream by version, all in one array.
final class Postings {
    static final Postings NONE = new Postings(new int[0], new int[1]);

    private final int[] rows;
    private final int[] starts;

    private Postings(int[] rows, int[] starts) {
        this.rows = rows;
        this.starts = starts;
    }

    static Postings of(int size, int[] streamOf, long[] versions, int streams) {
        var starts = new int[streams + 1];
        for (int row = 0; row < size; row++) {
            starts[streamOf[row] + 1]++;
        }
        for (int stream = 0; stream < streams; stream++) {
            starts[stream + 1] += starts[stream];
        }
        var next = Arrays.copyOf(starts, streams);
        var rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[next[streamOf[row]]++] = row;
        }
        for (int stream = 0; stream < streams; stream++) {
            var own = Arrays.copyOfRange(rows, starts[stream], starts[stream + 1]);
            System.arraycopy(byVersion(own, versions), 0, rows, starts[stream], own.length);
        }
        return new Postings(rows, starts);
    }

    int[] rows(int stream) {
        return stream + 1 >= starts.length ? new int[0] : Arrays.copyOfRange(rows, starts[stream], starts[stream + 1]);
    }

    static int[] merged(int[] some, int[] others, long[] versions) {
        var all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        return byVersion(all, versions);
    }

    /// Orders rows that are in the order of the file; a row without a version stays behind the one before it.
    private static int[] byVersion(int[] rows, long[] versions) {
        var keys = new long[rows.length];
        boolean ordered = true;
        for (int i = 0; i < rows.length; i++) {
            long version = versions[rows[i]];
            keys[i] = version != EventPage.NO_VERSION || i == 0 ? version : keys[i - 1];
            ordered &= i == 0 || keys[i] >= keys[i - 1];
        }
        if (ordered) {
            return rows;
        }
        var places = new Integer[rows.length];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparingLong(place -> keys[place]));
        var sorted = new int[rows.length];
        Arrays.setAll(sorted, place -> rows[places[place]]);
        return sorted;
    }
}
