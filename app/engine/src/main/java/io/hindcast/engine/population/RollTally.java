package io.hindcast.engine.population;

import io.hindcast.engine.population.RollForward.Movement;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.state.Num;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up openings, movements by type, and closings, apart by currency.
final class RollTally {
    private static final Num ZERO = Num.of(0);

    private final Map<String, Line> lines = new TreeMap<>();

    private static final class Line {
        Num opening = ZERO;
        Num closing = ZERO;
        final Map<String, Movement> movements = new TreeMap<>();

        void move(String type, long events, Num amount) {
            movements.merge(
                    type,
                    new Movement(type, events, amount),
                    (one, other) ->
                            new Movement(type, one.events() + other.events(), one.amount().plus(other.amount())));
        }
    }

    void open(Amount amount) {
        Line line = line(amount.currency());
        line.opening = line.opening.plus(amount.number());
    }

    void close(Amount amount) {
        Line line = line(amount.currency());
        line.closing = line.closing.plus(amount.number());
    }

    /// One event: in its currency the difference; where it changed the currency, out of the one and into the other.
    void move(String type, Amount before, Amount after) {
        if (before.currency().equals(after.currency()) || before.isZero()) {
            line(after.currency()).move(type, 1, after.number().minus(before.number()));
        } else {
            line(before.currency()).move(type, 1, before.number().negated());
            if (!after.isZero()) {
                line(after.currency()).move(type, 1, after.number());
            }
        }
    }

    void add(RollTally other) {
        other.lines.forEach((currency, theirs) -> {
            Line line = line(currency);
            line.opening = line.opening.plus(theirs.opening);
            line.closing = line.closing.plus(theirs.closing);
            theirs.movements.values().forEach(one -> line.move(one.type(), one.events(), one.amount()));
        });
    }

    private Line line(String currency) {
        return lines.computeIfAbsent(currency, _ -> new Line());
    }

    /// The lines; nothing is said of an empty one beside others.
    List<RollLine> lines() {
        return lines.entrySet().stream()
                .filter(entry -> lines.size() == 1 || !isEmpty(entry.getValue()))
                .map(entry -> new RollLine(
                        entry.getKey(),
                        entry.getValue().opening,
                        List.copyOf(entry.getValue().movements.values()),
                        entry.getValue().closing))
                .toList();
    }

    private static boolean isEmpty(Line line) {
        return line.movements.isEmpty() && line.opening.signum() == 0 && line.closing.signum() == 0;
    }

    long weight() {
        return lines.values().stream()
                .mapToLong(line -> 200 + 160L * line.movements.size())
                .sum();
    }
}
