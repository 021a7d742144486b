package io.hindcast.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumTest {
    @Test
    void sums_differences_order_and_equality_are_those_of_big_decimals() {
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            BigDecimal one = decimal(random);
            BigDecimal other = random.nextInt(5) == 0 ? one.setScale(one.scale() + random.nextInt(4)) : decimal(random);
            Num first = num(random, one);
            Num second = num(random, other);

            assertThat(first.plus(second).value()).as("seed %d", seed).isEqualTo(one.add(other));
            assertThat(first.plus(second).digits()).as("seed %d", seed).isEqualTo(one.add(other).toPlainString());
            assertThat(first.minus(second).value()).as("seed %d", seed).isEqualTo(one.subtract(other));
            assertThat(first.compareTo(second)).as("seed %d", seed).isEqualTo(one.compareTo(other));
            assertThat(first.equals(second)).as("seed %d", seed).isEqualTo(one.compareTo(other) == 0);
            assertThat(first.signum()).as("seed %d", seed).isEqualTo(one.signum());
            if (first.equals(second)) {
                assertThat(first).as("seed %d", seed).hasSameHashCodeAs(second);
            }
        }
    }

    @Test
    void the_edges_of_long_do_not_wrap() {
        assertThat(Num.of(Long.MAX_VALUE).plus(Num.of(1)).digits()).isEqualTo("9223372036854775808");
        assertThat(Num.of(Long.MIN_VALUE).minus(Num.of(1)).digits()).isEqualTo("-9223372036854775809");
        assertThat(Num.of(0).minus(Num.of(Long.MIN_VALUE)).digits()).isEqualTo("9223372036854775808");
        assertThat(Num.of(Long.MAX_VALUE).plus(Num.parse("0.01")).digits()).isEqualTo("9223372036854775807.01");
    }

    @Test
    void the_digits_of_the_store_are_kept() {
        for (String digits : List.of("1.50", "-0", "-0.00", "1E3", "0.1234567890123456789", "+5", "007", "1e-5")) {
            assertThat(Num.parse(digits).digits()).isEqualTo(digits);
        }
        assertThat(Num.parse("1.50")).isEqualTo(Num.parse("1.5")).hasSameHashCodeAs(Num.parse("15E-1"));
        assertThat(Num.parse("-0")).isEqualTo(Num.of(0));
        assertThat(Num.parse("0.10").plus(Num.parse("0.20"))).hasToString("0.30");
    }

    @Test
    void what_is_no_number_or_far_too_large_is_refused() {
        for (String text : List.of("", "-", ".", "a", "1e", "NaN", "Infinity", "1 2", "--1", "1e100001", "1e-9999999")) {
            assertThatThrownBy(() -> Num.parse(text)).as(text).isInstanceOf(NumberFormatException.class);
        }
    }

    private static Num num(Random random, BigDecimal value) {
        return random.nextBoolean() ? Num.of(value) : Num.parse(value.toString());
    }

    private static BigDecimal decimal(Random random) {
        var digits = new BigInteger(1 + random.nextInt(random.nextInt(4) == 0 ? 100 : 64), random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(25) - 4);
    }
}
