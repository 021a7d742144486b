package io.hindcast.connector;

import io.hindcast.event.Bookmark;
import java.util.Optional;

/// Follows a store that others write to. In most stores an event gets its position before it is committed, so that one
/// with a lower position may appear behind one that was seen already. Up to the *horizon* nothing new can appear; a
/// follower hands out events up to there and no further, each once, in the order of the store.
///
/// Safe for many threads.
public interface Tail {
    /// What the horizon rests on.
    enum Certainty {
        /// The store itself shows that nothing can appear below it.
        PROVEN,
        /// A position that is missing for some time is taken for one that nobody will use; nothing proves it.
        WAITED
    }

    Certainty certainty();

    /// How the horizon is found and how news are noticed: a clause for a person, without a full stop.
    String how();

    /// A bookmark of the whole store, in reading order, that whatever is not yet complete lies behind: the place to
    /// follow from for whoever reads the store once and wants to miss nothing. Absent where that is the beginning.
    ///
    /// @throws ConnectorException when the store refuses
    Optional<Bookmark> mark();

    /// Begins to follow.
    ///
    /// @param after what [#mark()] or a page of a follower gave; the beginning of the store when absent. A bookmark of
    ///     another reading may lie above the horizon, and then what appears below it is missed
    /// @param pageSize the most events a page may hold, at least 1
    Follower follow(Optional<Bookmark> after, ReadRequest.Detail detail, int pageSize);

    /// As [#follow(Optional, ReadRequest.Detail, int)], with pages of the usual size.
    default Follower follow(Optional<Bookmark> after, ReadRequest.Detail detail) {
        return follow(after, detail, ReadRequest.DEFAULT_PAGE_SIZE);
    }
}
