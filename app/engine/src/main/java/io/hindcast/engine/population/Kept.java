package io.hindcast.engine.population;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.replay.Problem;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What every question keeps of a stream: how many events went where, the last one applied, and what went wrong.
class Kept {
    private static final int NAMED_PROBLEMS = 3;
    static final long BYTES = 400;

    final String stream;
    final String category;
    private final Order order = new Order();
    private final List<Problem> named = new ArrayList<>(0);
    long applied;
    long after;
    private long problems;
    private String lastProblem = "";
    private boolean again;
    private long version = EventPage.NO_VERSION;
    private boolean positioned;
    private long positionHigh;
    private long positionLow;
    private long second = EventPage.NO_TIME;
    private int nano;

    Kept(String stream, String category) {
        this.stream = stream;
        this.category = category;
    }

    /// Puts an event to its side of the moment.
    ///
    /// A moment means everything up to the last event at or before it. Where an event at or before it comes behind one
    /// after it, or versions go back, what was folded so far is of no use: the stream is read again on its own.
    ///
    /// @return whether the event is to be folded
    boolean isUpTo(Cut cut, EventPage page, int row) {
        order.next(page.version(row));
        again |= order.isBroken();
        if (!cut.includes(page, row)) {
            after++;
            return false;
        }
        again |= after > 0;
        return !again;
    }

    /// Whether the one pass was not enough for this stream.
    boolean mustReadAgain() {
        return again;
    }

    void readAgain() {
        again = true;
    }

    void applied(EventPage page, int row) {
        applied++;
        version = page.version(row);
        positioned = page.isPositioned();
        positionHigh = positioned ? page.positionHigh(row) : 0;
        positionLow = positioned ? page.positionLow(row) : 0;
        second = page.recordedSecond(row);
        nano = page.recordedNano(row);
    }

    void appliedFrom(Event event) {
        applied++;
        version = event.version().orElse(EventPage.NO_VERSION);
        positioned = event.position().isPresent();
        positionHigh = event.position().map(Position::high).orElse(0L);
        positionLow = event.position().map(Position::low).orElse(0L);
        second = event.recordedAt().map(Instant::getEpochSecond).orElse(EventPage.NO_TIME);
        nano = event.recordedAt().map(Instant::getNano).orElse(0);
    }

    void problem(long index, FoldEvent event, String reason) {
        problem(new Problem(
                (int) Math.min(index, Integer.MAX_VALUE),
                event.header().version().orElse(-1),
                event.type(),
                reason));
    }

    void problem(Problem problem) {
        problems++;
        lastProblem = problem.reason();
        if (named.size() < NAMED_PROBLEMS) {
            named.add(problem);
        }
    }

    /// Why the latest event that failed did.
    String lastProblem() {
        return lastProblem;
    }

    long problems() {
        return problems;
    }

    List<Problem> named() {
        return named;
    }

    static List<Problem> firstOf(List<Problem> all) {
        return all.subList(0, Math.min(all.size(), NAMED_PROBLEMS));
    }

    OptionalLong version() {
        return version == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(version);
    }

    Optional<Position> position() {
        return positioned ? Optional.of(new Position(positionHigh, positionLow)) : Optional.empty();
    }

    Optional<Instant> recordedAt() {
        return second == EventPage.NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second, nano));
    }
}
