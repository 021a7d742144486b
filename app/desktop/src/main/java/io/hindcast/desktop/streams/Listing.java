package io.hindcast.desktop.streams;

import io.hindcast.engine.session.StreamSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rows to show for what is looked for.
///
/// @param all how many streams there are
/// @param listed how many of them are listed, folded ones included
record Listing(List<StreamRow> rows, int all, int listed) {
    static final Listing NONE = new Listing(List.of(), 0, 0);

    /// Linear in the number of streams; meant for a thread that may take its time.
    static Listing of(List<StreamSummary> streams, String part, Set<String> folded) throws InterruptedException {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        var rows = new ArrayList<StreamRow>(Math.min(streams.size(), 1 << 16));
        int listed = 0;
        int at = 0;
        while (at < streams.size()) {
            int end = endOfCategory(streams, at);
            List<StreamSummary> found = matching(streams.subList(at, end), wanted);
            if (!found.isEmpty()) {
                add(rows, found, folded);
                listed += found.size();
            }
            at = end;
        }
        return new Listing(rows, streams.size(), listed);
    }

    private static void add(List<StreamRow> rows, List<StreamSummary> found, Set<String> folded) {
        String category = found.getFirst().category();
        boolean hidden = folded.contains(category);
        long events = found.stream().mapToLong(StreamSummary::events).sum();
        rows.add(new StreamRow.Category(category, found.size(), events, hidden));
        if (!hidden) {
            found.forEach(one -> rows.add(new StreamRow.OfStream(one)));
        }
    }

    private static int endOfCategory(List<StreamSummary> streams, int from) {
        String category = streams.get(from).category();
        int end = from + 1;
        while (end < streams.size() && streams.get(end).category().equals(category)) {
            end++;
        }
        return end;
    }

    private static List<StreamSummary> matching(List<StreamSummary> streams, String wanted)
            throws InterruptedException {
        if (wanted.isEmpty()) {
            return streams;
        }
        var found = new ArrayList<StreamSummary>();
        for (StreamSummary one : streams) {
            if (one.stream().toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(one);
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("overtaken");
        }
        return found;
    }
}
