package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out which numbers of which events add up to a field. Every snapshot is one equation: the field is the sum of
/// each column up to there, times −1, 0 or 1. The equations are solved exactly, leaving out those that spoil the
/// solution, so that a corrupted snapshot is found and not learned.
final class Sums {
    private final History history;
    private final List<BigDecimal> targets = new ArrayList<>();
    private final List<History.Checkpoint> rows = new ArrayList<>();
    private int others;

    /// What may move the field: a path of an event type, or, with no path, the number of its events.
    private record Column(String type, @Nullable FieldPath path) {
        BigDecimal of(FoldEvent event) {
            if (!event.type().equals(type)) {
                return BigDecimal.ZERO;
            }
            return path == null
                    ? BigDecimal.ONE
                    : Numbers.read(event.data().at(path)).map(Num::value).orElse(BigDecimal.ZERO);
        }
    }

    Sums(History history, String field) {
        this.history = history;
        var path = FieldPath.parse(field);
        for (History.Checkpoint checkpoint : history.checkpoints) {
            StateValue value = checkpoint.state().at(path);
            var number = value instanceof Num || value instanceof Text ? Numbers.read(value) : Optional.<Num>empty();
            if (number.isPresent()) {
                targets.add(number.get().value());
                rows.add(checkpoint);
            } else {
                others++;
            }
        }
    }

    /// The best sum, with nothing explained when the field is no number or no sum fits.
    FieldModel infer() {
        var best = new FieldModel(List.of(), "unexplained", 0);
        if (others > rows.size() || rows.size() < 3) {
            return best;
        }
        best = best.betterOf(solve(counts(), "number of events"));
        for (List<Column> family : amounts()) {
            if (best.explained() < rows.size()) {
                best = best.betterOf(solve(family, "sum"));
            }
        }
        return best;
    }

    private List<Column> counts() {
        return history.paths.keySet().stream()
                .map(type -> new Column(type, null))
                .toList();
    }

    /// Each path by itself over all types that have it, the commonest first; at last all of them together.
    private List<List<Column>> amounts() {
        var byPath = new TreeMap<String, List<Column>>();
        history.paths.forEach((type, paths) -> paths.forEach(path -> {
            if (holdsNumbers(type, FieldPath.parse(path))) {
                byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Column(type, FieldPath.parse(path)));
            }
        }));
        var families = new ArrayList<>(byPath.values());
        families.sort(Comparator.comparingInt((List<Column> family) -> -family.size()));
        var all = new ArrayList<Column>();
        families.forEach(all::addAll);
        if (families.size() > 1) {
            families.add(all);
        }
        return families;
    }

    private boolean holdsNumbers(String type, FieldPath path) {
        boolean any = false;
        for (History.Stream stream : history.streams) {
            for (FoldEvent event : stream.events()) {
                if (event.type().equals(type)) {
                    StateValue value = event.data().at(path);
                    if (!History.isNothing(value) && Numbers.read(value).isEmpty()) {
                        return false;
                    }
                    any |= !History.isNothing(value);
                }
            }
        }
        return any;
    }

    private FieldModel solve(List<Column> columns, String how) {
        BigDecimal[][] matrix = matrix(columns);
        int[] signs = new SignSolver(matrix, targets.toArray(BigDecimal[]::new), columns.size()).solve();
        var effects = new ArrayList<Effect>();
        for (int c = 0; c < signs.length; c++) {
            if (signs[c] != 0) {
                Column column = columns.get(c);
                effects.add(
                        column.path == null
                                ? new Effect.Counts(column.type, signs[c] > 0)
                                : new Effect.Moves(
                                        column.type, column.path.toString(), signs[c] > 0, isAlwaysThere(column)));
            }
        }
        int explained = effects.isEmpty() ? 0 : SignSolver.satisfied(matrix, targets, signs);
        // as many equations as unknowns can always be met; only those beyond are evidence
        return new FieldModel(effects, how, explained >= effects.size() + 2 ? explained : 0);
    }

    private boolean isAlwaysThere(Column column) {
        return column.path == null
                || history.streams.stream()
                        .flatMap(stream -> stream.events().stream())
                        .filter(event -> event.type().equals(column.type))
                        .allMatch(event -> Numbers.read(event.data().at(column.path)).isPresent());
    }

    /// Running totals of each column, read off at each snapshot.
    private BigDecimal[][] matrix(List<Column> columns) {
        var matrix = new BigDecimal[rows.size()][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            int stream = -1;
            int events = 0;
            BigDecimal total = BigDecimal.ZERO;
            for (int r = 0; r < rows.size(); r++) {
                History.Checkpoint row = rows.get(r);
                if (row.stream() != stream) {
                    stream = row.stream();
                    events = 0;
                    total = BigDecimal.ZERO;
                }
                for (; events < row.events(); events++) {
                    total = total.add(columns.get(c).of(history.streams.get(stream).events().get(events)));
                }
                matrix[r][c] = total;
            }
        }
        return matrix;
    }
}
