package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Something worth seeing at an event.
///
/// @param event ordinal of the event in the index
public record Mark(MarkKind kind, int event) {
    /// Marks of one stream at the last event at or before each version; versions before the first event give none.
    /// O(events of the stream) for any number of versions.
    public static List<Mark> atVersions(HeaderIndex index, MarkKind kind, int stream, Collection<Long> versions) {
        var byVersion = new TreeMap<Long, Integer>();
        for (int event : index.eventsOf(stream)) {
            if (index.version(event) != EventPage.NO_VERSION) {
                byVersion.put(index.version(event), event);
            }
        }
        var marks = new ArrayList<Mark>();
        for (long version : versions) {
            Map.Entry<Long, Integer> event = byVersion.floorEntry(version);
            if (event != null) {
                marks.add(new Mark(kind, event.getValue()));
            }
        }
        return List.copyOf(marks);
    }
}
