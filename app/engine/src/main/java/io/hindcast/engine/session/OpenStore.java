package io.hindcast.engine.session;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.replay.StreamState;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Optional;

/// One open store with everything the program knows about it: the door that screens and verbs go through.
/// Safe for many threads. All calls that read the store block; never call them from the screen's thread.
public interface OpenStore extends AutoCloseable {
    /// What the person typed to open it.
    String location();

    SourceInfo info();

    /// What holds for one stream; see [EventSource#infoOf].
    default SourceInfo infoOf(String stream) {
        return info();
    }

    EventSource source();

    PayloadDecoder decoder();

    /// The index; filled by [#buildIndex], usable while it fills.
    HeaderIndex index();

    /// Reads all headers once. A second call returns at once. Stops early when cancelled; may be called again to go on.
    ///
    /// @return whether the whole store is indexed now
    boolean buildIndex(Progress progress, Cancellation cancellation);

    /// Copies all bodies once, where the store is far and the person allows a copy; after that, histories come from the copy.
    /// To be called when the index is built; a second call returns at once. May be cancelled and called again to go on.
    ///
    /// @return whether all bodies are copied now
    default boolean copyBodies(Progress progress, Cancellation cancellation) {
        return false;
    }

    /// The copy of the bodies, absent until all of them are there. Events as of the index, by its ordinals.
    default Optional<EventSpool> bodies() {
        return Optional.empty();
    }

    /// Follows the store while others write to it: appends to the index what appears below the horizon, each event once, and
    /// those of a stream in its order. Events that were being written while the index was read come too, so that a position
    /// in the index may be lower than one before it. Blocks until cancelled or interrupted; may be called again, and goes on.
    /// Where the store stops answering, it says so and tries again. To be called when the index is built.
    ///
    /// @return false at once where the store cannot be followed, see [EventSource#whyNotFollowed()]
    default boolean follow(LiveListener listener, Cancellation cancellation) {
        return false;
    }

    /// Streams known so far, in order of category and then name.
    List<StreamSummary> streams();

    /// Categories known so far, by name, with snapshots counted.
    List<CategorySummary> categories();

    /// Loads and folds one stream. An unknown stream gives an empty history.
    StreamHistory history(String stream, Fold fold, Progress progress, Cancellation cancellation);

    /// Folds one stream to its last event and keeps no history: for whoever wants nothing but the newest state. An unknown
    /// stream has no state and no events.
    default StreamState head(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        StreamHistory history = history(stream, fold, progress, cancellation);
        return StreamState.of(history, history.at(Moment.HEAD));
    }

    /// The stored snapshots of one stream by version; none where the system has none.
    List<StoredSnapshot> snapshots(String stream);

    /// The fold used where the person chose none: rules beside the store or bundled with it, else the merge fold.
    Fold defaultFold();

    /// Where the default fold comes from: `bundled with the store`, a file name, `merge fold`.
    String foldOrigin();

    /// The rules that were found with the store, used or not; nothing where there are none.
    default Optional<FoldText> foldText() {
        return Optional.empty();
    }

    /// Why rules that were found are not used; normally empty.
    List<String> foldComplaints();

    @Override
    void close();
}
