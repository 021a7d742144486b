package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One stream with its events in version order and its state after each of them.
///
/// Immutable but for caches; safe for many threads. Indexes are 0-based places in the stream, not versions: versions
/// may start anywhere, repeat or skip. [#BEFORE_FIRST] is the state before the first event.
public interface StreamHistory {
    int BEFORE_FIRST = -1;

    String stream();

    String category();

    Fold fold();

    int size();

    Event event(int index);

    /// When an event was recorded.
    default Optional<Instant> recordedAt(int index) {
        return event(index).recordedAt();
    }

    /// The decoded body.
    StateValue data(int index);

    /// The decoded metadata.
    StateValue metadata(int index);

    /// The state after this event; before the first event it is Absent.
    StateValue stateAfter(int index);

    /// What this event changed in the state: the deepest differences, items of lists by their place.
    List<Change> changesAt(int index);

    /// What became of single fields: who set them, when they change next, how a number went.
    default FieldHistory fields() {
        return new WalkedFields(this);
    }

    /// About how many bytes are kept beside the events themselves, so that states are quickly there.
    default long held() {
        return 0;
    }

    /// The events that could not be folded, in order; the whole stream's.
    List<Problem> problems();

    /// The fields that the fold computed with binary numbers, each with its first event; the whole stream's, some hundred
    /// at most.
    default List<Inexact> inexact() {
        return List.of();
    }

    /// The last event included in a moment, or [#BEFORE_FIRST].
    ///
    /// By instant: the longest prefix of the stream is not meant, but the last event whose recorded time is not after
    /// the instant, so that an event with a clock regression never hides those before it.
    int indexAt(Moment moment);

    /// The state at a moment.
    StateAt at(Moment moment);

    /// The same events folded with another fold, without reading the store again; when cancelled, those folded until then.
    StreamHistory foldedWith(Fold fold, Cancellation cancellation);

    /// The day on which an event holds in the world: what the event says where the fold or the store keeps it, else the
    /// day of recording; absent for an event without any time.
    ///
    /// @param zone where days begin and end
    Optional<LocalDate> effectiveDay(int index, ZoneId zone);

    /// The state on two clocks after an event, see [#at(Moment, LocalDate, ZoneId)].
    StateAt heldOn(int index, LocalDate effective, ZoneId zone);

    /// The state on two clocks: of the events recorded up to the moment, those that hold in the world on or before a day,
    /// folded in the order of the day on which they hold, and of recording within a day. An event that does not say
    /// when it holds, holds on the day it was recorded; one without any time always counts, first. Costs a fold of the
    /// stream.
    ///
    /// @param zone where days begin and end
    StateAt at(Moment moment, LocalDate effective, ZoneId zone);
}
