package io.hindcast.engine.population;

import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds up the control totals of a question. One thread.
final class Counts {
    private final String category;
    private long readTo;
    private long read;
    private long streams;
    private long aggregates;
    private long applied;
    private long after;
    private long notYetEffective;
    private long withProblem;
    private long unreliable;
    private long deleted;
    private long readAgain;
    private @Nullable Position lastPosition;
    private @Nullable Instant lastRecordedAt;

    Counts(String category) {
        this.category = category;
    }

    /// Counts the events of a page of the first pass, by their categories; later passes read the same again.
    void read(EventPage page, long first) {
        if (first < readTo) {
            return;
        }
        readTo = first + page.size();
        for (int row = 0; row < page.size(); row++) {
            if (page.category(row).equals(category)) {
                read++;
            }
        }
    }

    void stream(long appliedHere, long afterHere, long notYetEffectiveHere, boolean again) {
        streams++;
        applied += appliedHere;
        after += afterHere;
        notYetEffective += notYetEffectiveHere;
        readAgain += again ? 1 : 0;
    }

    void aggregate(Aggregate aggregate) {
        aggregates++;
        withProblem += aggregate.problems();
        unreliable += aggregate.isReliable() ? 0 : 1;
        deleted += aggregate.deleted() ? 1 : 0;
        aggregate.position().ifPresent(this::reached);
        aggregate.recordedAt().ifPresent(this::reached);
    }

    void began(boolean reliable, long problems, boolean isDeleted) {
        aggregates++;
        withProblem += problems;
        unreliable += reliable ? 0 : 1;
        deleted += isDeleted ? 1 : 0;
    }

    void reached(Position position) {
        if (lastPosition == null || position.compareTo(lastPosition) > 0) {
            lastPosition = position;
        }
    }

    void reached(Instant instant) {
        if (lastRecordedAt == null || instant.isAfter(lastRecordedAt)) {
            lastRecordedAt = instant;
        }
    }

    Population population(StreamScan.Extent extent) {
        return new Population(
                streams,
                aggregates,
                read,
                applied,
                after,
                notYetEffective,
                withProblem,
                unreliable,
                deleted,
                readAgain,
                extent.passes(),
                Optional.ofNullable(lastPosition),
                Optional.ofNullable(lastRecordedAt),
                extent.isComplete());
    }
}
