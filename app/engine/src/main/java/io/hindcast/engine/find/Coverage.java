package io.hindcast.engine.find;

import io.hindcast.event.Bookmark;
import java.util.Optional;

/// What an answer rests on: "scanned 1,204,551 of 1,204,551 events, 3 unreadable".
///
/// @param scanned events that were looked at, those of an earlier part of a resumed search included
/// @param of how many there are, -1 where nobody counted
/// @param found how many answers were told by this call
/// @param unreadable events that could not be decoded, or not be folded
/// @param undecided events after which the condition could be called neither true nor false, because a field was missing
/// @param notCovered events of categories that the fold says nothing about; they have no state to look at
/// @param isComplete false when somebody stopped it
/// @param through where a search for text goes on
/// @param ruledOut of the events scanned by this call, those that the store itself made sure do not hold the text
public record Coverage(
        long scanned,
        long of,
        long found,
        long unreadable,
        long undecided,
        long notCovered,
        boolean isComplete,
        Optional<Bookmark> through,
        long ruledOut) {
    /// Of a search in which the store had no part.
    public Coverage(
            long scanned,
            long of,
            long found,
            long unreadable,
            long undecided,
            long notCovered,
            boolean isComplete,
            Optional<Bookmark> through) {
        this(scanned, of, found, unreadable, undecided, notCovered, isComplete, through, 0);
    }
}
