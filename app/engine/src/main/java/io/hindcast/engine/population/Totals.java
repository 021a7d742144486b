package io.hindcast.engine.population;

import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up the numeric fields of states, exactly, apart by currency. One thread.
///
/// Without columns every field that holds numbers is added up, lists aside, whose items have no fixed place. With
/// columns just these, and there decimal text and objects of money count as numbers too.
public final class Totals {
    /// More fields than this are keys, not columns: they are counted and not added up.
    private static final int MOST_FIELDS = 1_000;

    private final Optional<List<FieldPath>> columns;
    private final CurrencyField currency;
    private final Map<FieldPath, Tally> tallies = new LinkedHashMap<>();
    private long aggregates;
    private boolean tooMany;

    private static final class Tally {
        final Map<String, Num> sums = new TreeMap<>();
        final Map<String, Long> counts = new TreeMap<>();
        long numbers;
        long others;

        void add(String currency, Num number) {
            sums.merge(currency, number, Num::plus);
            counts.merge(currency, 1L, Long::sum);
            numbers++;
        }
    }

    public Totals(Optional<List<FieldPath>> columns, CurrencyField currency) {
        this.columns = columns.map(List::copyOf);
        this.currency = currency;
        this.columns.ifPresent(paths -> paths.forEach(path -> tallies.put(path, new Tally())));
    }

    public void add(StateValue state) {
        aggregates++;
        String named = currency.of(state::at);
        if (columns.isPresent()) {
            columns.get().forEach(path -> addColumn(path, state.at(path), named));
        } else {
            addAll(state, named);
        }
    }

    private void addColumn(FieldPath path, StateValue value, String named) {
        Tally tally = tallies.getOrDefault(path, new Tally());
        Numbers.read(value)
                .ifPresentOrElse(number -> tally.add(named, number), () -> tally.others += isNothing(value) ? 0 : 1);
    }

    private void addAll(StateValue state, String named) {
        record Place(FieldPath path, StateValue value) {}
        var open = new ArrayDeque<Place>();
        open.add(new Place(FieldPath.ROOT, state));
        while (!open.isEmpty()) {
            Place here = open.poll();
            switch (here.value()) {
                case Fields fields ->
                    fields.entries()
                            .forEach(entry -> open.add(new Place(here.path().child(entry.getKey()), entry.getValue())));
                case Num number -> {
                    Tally tally = tally(here.path());
                    if (tally != null) {
                        tally.add(named, number);
                    }
                }
                case Absent _, Null _, Items _ -> {}
                case StateValue _ -> {
                    Tally tally = tally(here.path());
                    if (tally != null) {
                        tally.others++;
                    }
                }
            }
        }
    }

    private @Nullable Tally tally(FieldPath path) {
        Tally known = tallies.get(path);
        if (known != null) {
            return known;
        }
        if (tallies.size() == MOST_FIELDS) {
            tooMany = true;
            return null;
        }
        var fresh = new Tally();
        tallies.put(path, fresh);
        return fresh;
    }

    /// The totals so far: of the columns asked for, or of every field that held a number, in order of appearance.
    public List<FieldTotal> totals() {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().numbers > 0)
                .map(entry -> total(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FieldTotal total(FieldPath path, Tally tally) {
        return new FieldTotal(
                path,
                new TreeMap<>(tally.sums),
                new TreeMap<>(tally.counts),
                tally.numbers,
                tally.others,
                aggregates - tally.numbers - tally.others);
    }

    /// Whether there were more fields than can be told apart; the first 1,000 are added up.
    public boolean isCut() {
        return tooMany;
    }

    /// Whether any state named a currency: then the sums are apart.
    public boolean isByCurrency() {
        return totals().stream().anyMatch(FieldTotal::isByCurrency);
    }

    private static boolean isNothing(StateValue value) {
        return value instanceof Absent || value instanceof Null;
    }
}
