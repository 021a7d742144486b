package io.hindcast.engine.population;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import java.util.List;

/// What a field was at one moment, what moved it, and what it is at a later one.
///
/// @param lines one a currency, in order of their names; one alone where no currency is named
/// @param withoutEffect events of the period that left the field as it was
/// @param failed events of the period that could not be folded: they move nothing, and make the closing unreliable
/// @param namedFailed the first of them
/// @param notNumeric events of the period that put something there which is no number, or replaced such a thing: it counts
///     as zero
/// @param namedNotNumeric the first of them
/// @param seen fields that the states at the end have, as far as some of them tell
public record RollForward(
        FieldPath field,
        List<RollLine> lines,
        long withoutEffect,
        long failed,
        List<Named> namedFailed,
        long notNumeric,
        List<Named> namedNotNumeric,
        SeenFields seen,
        Population population) {

    /// How many events of a kind are named.
    public static final int NAMED = 100;

    public RollForward {
        lines = List.copyOf(lines);
        namedFailed = List.copyOf(namedFailed);
        namedNotNumeric = List.copyOf(namedNotNumeric);
    }

    /// An event that a person should look at.
    ///
    /// @param version -1 when it has none
    /// @param what a clause: why it failed, or what it put there; never a value
    public record Named(String stream, long version, String type, String what) {}

    /// The events of one type, and by how much they moved the field together.
    public record Movement(String type, long events, Num amount) {}

    /// Opening, movements and closing of one stream or of all, in one currency.
    ///
    /// @param currency [CurrencyField#NONE] where none is named
    /// @param closing read from the states at the later moment, not reckoned from the movements
    public record RollLine(String currency, Num opening, List<Movement> movements, Num closing) {
        public RollLine {
            movements = List.copyOf(movements);
        }

        public Num moved() {
            return movements.stream().map(Movement::amount).reduce(Num.of(0), Num::plus);
        }

        /// Opening and movements less closing: zero, or something is wrong.
        public Num difference() {
            return opening.plus(moved()).minus(closing);
        }
    }

    /// The lines of one stream.
    public record OfStream(String stream, List<RollLine> lines) {}

    /// Whether opening and movements make the closing in every currency.
    public boolean tiesOut() {
        return lines.stream().allMatch(line -> line.difference().signum() == 0) && population.tiesOut();
    }
}
