package io.hindcast.desktop.events;

import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// One way through a stream, in which its [Rows] are found. Used once, by one thread.
final class RowsReading {
    private static final int AT_ONCE = 1 << 10; // then it is asked whether anybody still waits

    private final Narrowing narrowing;
    private final boolean dense;
    private int[] rows = new int[16];
    private int count;
    private int shown;
    private final List<EventRow.Gap> gaps = new ArrayList<>();
    private final BitSet duplicates = new BitSet();
    private final Map<String, Integer> types = new TreeMap<>();
    private OptionalLong before = OptionalLong.empty();
    private Optional<Instant> earliest = Optional.empty();
    private Optional<Instant> latest = Optional.empty();

    /// @param dense whether a jump of versions means that some are missing
    RowsReading(Narrowing narrowing, boolean dense) {
        this.narrowing = narrowing;
        this.dense = dense;
    }

    /// @throws InterruptedException when nobody waits for the rows any more
    Rows of(StreamHistory history) throws InterruptedException {
        for (int i = 0; i < history.size(); i++) {
            take(i, history.event(i));
            if ((i & (AT_ONCE - 1)) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return new Rows(
                Optional.of(history),
                Arrays.copyOf(rows, count),
                gaps,
                duplicates,
                reasons(history),
                types,
                shown,
                earliest,
                latest);
    }

    private void take(int index, Event event) {
        types.merge(event.type(), 1, Integer::sum);
        event.recordedAt().ifPresent(this::takeTime);
        event.version().ifPresent(version -> takeVersion(index, version));
        if (narrowing.lets(event)) {
            add(index);
            shown++;
        }
    }

    private void takeTime(Instant time) {
        earliest = earliest.filter(time::isAfter).or(() -> Optional.of(time));
        latest = latest.filter(time::isBefore).or(() -> Optional.of(time));
    }

    private void takeVersion(int index, long version) {
        if (before.isPresent()) {
            long last = before.getAsLong();
            if (version == last) {
                duplicates.set(index - 1, index + 1);
            } else if (dense && version > last + 1 && narrowing.isOpen()) {
                add(-1 - gaps.size());
                gaps.add(new EventRow.Gap(last + 1, version - 1));
            }
        }
        before = OptionalLong.of(version);
    }

    private void add(int row) {
        if (rows.length == count) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count++] = row;
    }

    private static Map<Integer, String> reasons(StreamHistory history) {
        var reasons = new HashMap<Integer, String>();
        for (Problem problem : history.problems()) {
            reasons.putIfAbsent(problem.index(), problem.reason());
        }
        return reasons;
    }
}
