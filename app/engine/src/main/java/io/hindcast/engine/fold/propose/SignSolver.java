package io.hindcast.engine.fold.propose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Solves equations whose unknowns are −1, 0 or 1, some of the equations being wrong.
///
/// The elimination runs in a prime field, where it is exact and fast; what comes out is checked in decimals. When it is
/// not made of signs, an equation used as a pivot is wrong: each is left out once, then fixed random orders are tried.
final class SignSolver {
    private static final long PRIME = 2_147_483_647L;
    private static final int ORDERS = 24;
    private static final int MOST_ROWS = 1_500;
    /// Multiplications spent on looking for the wrong equation: a few seconds.
    private static final long BUDGET = 2_000_000_000L;

    private final BigDecimal[][] matrix;
    private final List<BigDecimal> targets;
    private final long[][] reduced;
    private final int columns;
    private int[] best;
    private int most = -1;

    SignSolver(BigDecimal[][] matrix, BigDecimal[] targets, int columns) {
        this.matrix = matrix;
        this.targets = List.of(targets);
        this.columns = columns;
        this.best = new int[columns];
        int scale = scale(matrix, targets);
        reduced = new long[matrix.length][columns + 1];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < columns; c++) {
                reduced[r][c] = residue(matrix[r][c], scale);
            }
            reduced[r][columns] = residue(targets[r], scale);
        }
    }

    /// The signs that satisfy most equations; all zero when none were found.
    int[] solve() {
        List<Integer> order = new ArrayList<>();
        for (int r = 0; r < Math.min(matrix.length, MOST_ROWS); r++) {
            order.add(r);
        }
        List<Integer> pivots = attempt(order);
        long attempts = BUDGET / Math.max(1L, (long) order.size() * columns * columns);
        for (int pivot : pivots) {
            if (most >= targets.size() - 1 || attempts-- <= 0) {
                return best;
            }
            var without = new ArrayList<>(order);
            without.remove(Integer.valueOf(pivot));
            attempt(without);
        }
        for (int seed = 0; seed < Math.min(ORDERS, attempts) && most < targets.size() / 2; seed++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, new Random(seed));
            attempt(shuffled);
        }
        return best;
    }

    static int satisfied(BigDecimal[][] matrix, List<BigDecimal> targets, int[] signs) {
        int satisfied = 0;
        for (int r = 0; r < matrix.length; r++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int c = 0; c < signs.length; c++) {
                if (signs[c] != 0) {
                    sum = signs[c] > 0 ? sum.add(matrix[r][c]) : sum.subtract(matrix[r][c]);
                }
            }
            if (sum.compareTo(targets.get(r)) == 0) {
                satisfied++;
            }
        }
        return satisfied;
    }

    /// Eliminates with the rows in this order; answers the rows it used as pivots.
    private List<Integer> attempt(List<Integer> order) {
        var rows = new ArrayList<long[]>();
        order.forEach(row -> rows.add(reduced[row].clone()));
        var used = new boolean[rows.size()];
        var pivotOf = new int[columns];
        var pivots = new ArrayList<Integer>();
        for (int c = 0; c < columns; c++) {
            pivotOf[c] = -1;
            int pivot = firstWith(rows, used, c);
            if (pivot >= 0) {
                used[pivot] = true;
                pivotOf[c] = pivot;
                pivots.add(order.get(pivot));
                clear(rows, pivot, c);
            }
        }
        var signs = new int[columns];
        for (int c = 0; c < columns; c++) {
            long value = pivotOf[c] < 0 ? 0 : rows.get(pivotOf[c])[columns];
            if (value != 0 && value != 1 && value != PRIME - 1) {
                return pivots;
            }
            signs[c] = value == 0 ? 0 : value == 1 ? 1 : -1;
        }
        int satisfied = satisfied(matrix, targets, signs);
        if (satisfied > most) {
            most = satisfied;
            best = signs;
        }
        return pivots;
    }

    private static int firstWith(List<long[]> rows, boolean[] used, int column) {
        for (int r = 0; r < rows.size(); r++) {
            if (!used[r] && rows.get(r)[column] != 0) {
                return r;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // the very row
    private static void clear(List<long[]> rows, int pivot, int column) {
        long[] row = rows.get(pivot);
        long inverse = BigInteger.valueOf(row[column])
                .modInverse(BigInteger.valueOf(PRIME))
                .longValueExact();
        for (int c = 0; c < row.length; c++) {
            row[c] = row[c] * inverse % PRIME;
        }
        for (long[] other : rows) {
            long factor = other[column];
            if (other != row && factor != 0) {
                for (int c = 0; c < row.length; c++) {
                    other[c] = Math.floorMod(other[c] - factor * row[c], PRIME);
                }
            }
        }
    }

    private static int scale(BigDecimal[][] matrix, BigDecimal[] targets) {
        int scale = 0;
        for (BigDecimal target : targets) {
            scale = Math.max(scale, target.scale());
        }
        for (BigDecimal[] row : matrix) {
            for (BigDecimal value : row) {
                scale = Math.max(scale, value.scale());
            }
        }
        return scale;
    }

    private static long residue(BigDecimal value, int scale) {
        return value.setScale(scale)
                .unscaledValue()
                .mod(BigInteger.valueOf(PRIME))
                .longValueExact();
    }
}
