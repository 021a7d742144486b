package io.hindcast.engine.population;

import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.function.Consumer;

/// Roll-forwards of a field over a category, from one pass over its events.
///
/// What an event does to the field is what is there after it less what was there before it, however it was put there: so
/// opening and movements make the closing for additions and for replacements alike. What the state holds before its first
/// event counts as nothing; what the rules begin with belongs to the first event.
///
/// By effective days the events of every stream are held until the last is known, and folded in the order of their days: it costs
/// the memory of the events instead of the states, and one fold of each, however late they were recorded.
public final class RollForwards {
    private final OpenStore store;
    private final long memory;

    public RollForwards(OpenStore store) {
        this(store, StreamScan.usualMemory());
    }

    /// @param memory about how many bytes may be kept
    public RollForwards(OpenStore store, long memory) {
        this.store = store;
        this.memory = memory;
    }

    /// Answers a question. When the call is stopped, the answer is of the streams that were complete.
    ///
    /// @param streams takes the lines of each stream that had begun by the end of the period, in order of their names
    /// @throws io.hindcast.connector.ConnectorException when the store fails in the middle
    public RollForward between(
            RollQuestion question, Consumer<OfStream> streams, Progress progress, Cancellation cancellation) {
        return switch (question.period()) {
            case RollPeriod.Recorded recorded ->
                new RecordedRoll(store, question, recorded, streams).answer(memory, progress, cancellation);
            case RollPeriod.Effective effective ->
                new EffectiveRoll(store, question, effective, streams).answer(memory, progress, cancellation);
        };
    }
}
