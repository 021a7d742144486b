package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.fold.propose.SampledStream.SampledSnapshot;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Fields;
import java.util.Comparator;
import java.util.List;

/// Replays a sampled stream once and compares every snapshot on the way.
final class Replay {
    private Replay() {}

    /// Is told of every snapshot, from the first to the last.
    interface Witness {
        /// @param events those since the snapshot before
        /// @param changes from the snapshot to the replay; none where they agree
        void snapshot(SampledSnapshot snapshot, List<FoldEvent> events, List<Change> changes);
    }

    static void of(Fold fold, SampledStream stream, Witness witness) {
        var comparison = fold.comparison(stream.category());
        var editor = new TreeEditor();
        fold.begin(stream.category(), editor);
        int next = 0;
        var snapshots = stream.snapshots().stream()
                .filter(snapshot -> snapshot.state() instanceof Fields)
                .sorted(Comparator.comparingLong(SampledSnapshot::version))
                .toList();
        for (SampledSnapshot snapshot : snapshots) {
            int first = next;
            while (next < stream.events().size()
                    && stream.events().get(next).header().version().orElse(Long.MAX_VALUE) <= snapshot.version()) {
                apply(fold, stream.events().get(next++), editor);
            }
            witness.snapshot(
                    snapshot,
                    stream.events().subList(first, next),
                    comparison.compare(snapshot.state(), editor.root()).changes());
        }
    }

    private static void apply(Fold fold, FoldEvent event, TreeEditor editor) {
        editor.begin();
        try {
            fold.apply(event, editor);
            editor.commit();
        } catch (FoldFailure _) {
            editor.rollback();
        }
    }
}
