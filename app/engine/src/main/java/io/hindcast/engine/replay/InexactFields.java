package io.hindcast.engine.replay;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields that were computed with binary numbers while a stream was folded, each with its first event. Bounded: who
/// folds so needs no list of thousands of fields. Used by one thread.
final class InexactFields {
    private static final int MOST = 100;

    private final Map<FieldPath, Inexact> first = new LinkedHashMap<>();

    void add(int index, FoldEvent event, List<FieldPath> fields) {
        for (FieldPath field : fields) {
            if (first.size() < MOST && !first.containsKey(field)) {
                long version = event.header().version().orElse(-1);
                first.put(field, new Inexact(field, index, version, event.type()));
            }
        }
    }

    /// In the order in which they were folded.
    List<Inexact> all() {
        return List.copyOf(first.values());
    }
}
