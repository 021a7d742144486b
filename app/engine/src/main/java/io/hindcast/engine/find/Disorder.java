package io.hindcast.engine.find;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds streams whose versions go back in the order of the store: read in that order they would be folded wrongly.
public final class Disorder {
    private Disorder() {}

    static Set<String> in(HeaderIndex index) {
        return in(index, false);
    }

    /// The same with the streams in which a version stands twice: there, a version names no place.
    public static Set<String> orRepetition(HeaderIndex index) {
        return in(index, true);
    }

    private static Set<String> in(HeaderIndex index, boolean orRepeated) {
        int size = index.size();
        long[] last = new long[index.streamCount()];
        Arrays.fill(last, EventPage.NO_VERSION);
        var streams = new LinkedHashSet<String>();
        for (int event = 0; event < size; event++) {
            int stream = index.stream(event);
            long version = index.version(event);
            if (version == EventPage.NO_VERSION) {
                continue;
            }
            if (version < last[stream] || (orRepeated && version == last[stream])) {
                streams.add(index.streamEntry(stream).name());
            }
            last[stream] = version;
        }
        return streams;
    }
}
