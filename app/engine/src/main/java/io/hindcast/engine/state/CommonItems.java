package io.hindcast.engine.state;

import io.hindcast.engine.state.Alignment.Pair;
import java.util.ArrayList;
import java.util.List;

/// Aligns two lists by the longest run of items they have in common (not necessarily side by side).
final class CommonItems {
    private CommonItems() {}

    /// @param head how many items are equal at the beginning
    /// @param tail how many are equal at the end
    static List<Pair> aligned(List<StateValue> before, List<StateValue> after, int head, int tail) {
        int rows = before.size() - head - tail;
        int columns = after.size() - head - tail;
        int[] hashes = new int[rows + columns];
        for (int i = 0; i < rows; i++) {
            hashes[i] = before.get(head + i).hashCode();
        }
        for (int i = 0; i < columns; i++) {
            hashes[rows + i] = after.get(head + i).hashCode();
        }
        int[][] lengths = new int[rows + 1][columns + 1];
        boolean[][] equal = new boolean[rows][columns];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                equal[row][column] = hashes[row] == hashes[rows + column]
                        && before.get(head + row).equals(after.get(head + column));
                lengths[row][column] = equal[row][column]
                        ? lengths[row + 1][column + 1] + 1
                        : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
            }
        }
        return walked(lengths, equal, head);
    }

    /// Between two common items, what is gone and what is new is paired off in order: it most likely is the same thing.
    private static List<Pair> walked(int[][] lengths, boolean[][] equal, int head) {
        var pairs = new ArrayList<Pair>();
        int rows = equal.length;
        int columns = lengths[0].length - 1;
        int row = 0;
        int column = 0;
        int gapRow = 0;
        int gapColumn = 0;
        while (row < rows && column < columns) {
            if (equal[row][column]) {
                gap(pairs, head, gapRow, row, gapColumn, column);
                gapRow = ++row;
                gapColumn = ++column;
            } else if (lengths[row + 1][column] >= lengths[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
        gap(pairs, head, gapRow, rows, gapColumn, columns);
        return pairs;
    }

    private static void gap(List<Pair> pairs, int head, int row, int rowEnd, int column, int columnEnd) {
        int older = row;
        int newer = column;
        while (older < rowEnd || newer < columnEnd) {
            pairs.add(new Pair(
                    older < rowEnd ? head + older : Alignment.NONE, newer < columnEnd ? head + newer : Alignment.NONE));
            older++;
            newer++;
        }
    }
}
