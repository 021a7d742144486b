package io.hindcast.engine.fold.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignSolverTest {
    @Test
    void for_any_signs_the_solver_finds_them_though_one_equation_is_wrong() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int columns = 1 + random.nextInt(8);
            int[] signs = random.ints(columns, -1, 2).toArray();
            BigDecimal[][] matrix = new BigDecimal[columns * 2 + 4][columns];
            var targets = new BigDecimal[matrix.length];
            for (int r = 0; r < matrix.length; r++) {
                targets[r] = BigDecimal.ZERO;
                for (int c = 0; c < columns; c++) {
                    matrix[r][c] = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
                    targets[r] = targets[r].add(matrix[r][c].multiply(BigDecimal.valueOf(signs[c])));
                }
            }
            int wrong = random.nextInt(matrix.length);
            targets[wrong] = targets[wrong].add(new BigDecimal("0.01"));

            int[] found = new SignSolver(matrix, targets, columns).solve();

            assertThat(found).as("seed %d", seed).isEqualTo(signs);
            assertThat(SignSolver.satisfied(matrix, Arrays.asList(targets), found))
                    .isEqualTo(matrix.length - 1);
        }
    }

    @Test
    void a_column_that_never_says_anything_counts_for_nothing() {
        BigDecimal[][] matrix = {
            {BigDecimal.ONE, BigDecimal.ZERO}, {BigDecimal.TWO, BigDecimal.ZERO}, {BigDecimal.TEN, BigDecimal.ZERO}
        };
        BigDecimal[] targets = {BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN};

        assertThat(new SignSolver(matrix, targets, 2).solve()).containsExactly(1, 0);
    }

    @Test
    void equations_that_no_signs_can_meet_give_no_signs() {
        BigDecimal[][] matrix = {{BigDecimal.ONE}, {BigDecimal.ONE}, {BigDecimal.ONE}};
        BigDecimal[] targets = {BigDecimal.TWO, BigDecimal.TWO, BigDecimal.TWO};

        assertThat(new SignSolver(matrix, targets, 1).solve()).containsExactly(0);
        assertThat(SignSolver.satisfied(matrix, List.of(targets), new int[] {0})).isZero();
    }
}
