package io.hindcast.engine.population;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The exact total of one field.
///
/// @param sums by currency, in order of their names; under [CurrencyField#NONE] what names none
/// @param counts how many numbers each sum is of, by the same currencies
/// @param numbers how many aggregates have a number there
/// @param others how many have something else there, which is not in the sum
/// @param missing how many have nothing or null there
public record FieldTotal(
        FieldPath path,
        SortedMap<String, Num> sums,
        SortedMap<String, Long> counts,
        long numbers,
        long others,
        long missing) {
    public FieldTotal {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    /// The one sum where no currency is named, zero when there is none.
    public Num sum() {
        return sums.values().stream().reduce(Num.of(0), Num::plus);
    }

    /// Whether any aggregate named a currency.
    public boolean isByCurrency() {
        return !sums.isEmpty() && !sums.keySet().equals(Map.of(CurrencyField.NONE, "").keySet());
    }
}
