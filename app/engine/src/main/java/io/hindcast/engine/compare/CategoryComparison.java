package io.hindcast.engine.compare;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import java.util.function.Consumer;

/// Two folds over all streams of a category. Each stream is read once and held alone.
///
/// @param comparison what counts as a difference
public record CategoryComparison(FoldComparison comparison) {
    /// @param streams how many there are
    /// @param compared how many were compared until the end, or until it was cancelled
    /// @param diverging how many of those part somewhere
    public record Result(int streams, int compared, int diverging) {
        public boolean isComplete() {
            return streams == compared;
        }
    }

    /// Compares stream by stream.
    ///
    /// @param streams names of the streams, in the order in which they are compared
    /// @param found gets the first divergence of each stream that has one, from the calling thread
    /// @param progress counts streams
    public Result run(
            OpenStore store,
            List<String> streams,
            Fold one,
            Fold other,
            Consumer<Divergence> found,
            Progress progress,
            Cancellation cancellation) {
        int compared = 0;
        int diverging = 0;
        for (String stream : streams) {
            progress.advanced(compared, streams.size());
            StreamHistory history = store.history(stream, one, Progress.SILENT, cancellation);
            StreamHistory otherwise = history.foldedWith(other, cancellation);
            var divergence = comparison.first(history, otherwise, cancellation);
            if (cancellation.isCancelled()) {
                break;
            }
            compared++;
            if (divergence.isPresent()) {
                diverging++;
                found.accept(divergence.get());
            }
        }
        progress.advanced(compared, streams.size());
        return new Result(streams.size(), compared, diverging);
    }
}
