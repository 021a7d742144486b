package io.hindcast.connector.jdbc.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WaitedGapsTest {
    private Instant now = Instant.EPOCH;
    private final Positions positions = new Positions();

    private HorizonFinder begun(long settled) {
        return new WaitedGaps(positions, () -> now).begin(OptionalLong.of(settled));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void an_empty_store_has_no_bound_and_the_first_numbers_make_one() {
        var finder = new WaitedGaps(positions, () -> now).begin(OptionalLong.empty());
        assertThat(finder.look()).isEqualTo(new Bound.Unknown());

        positions.appear(5, 6);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(6));
    }

    @Test
    void at_the_beginning_the_first_gap_among_the_newest_is_the_bound() {
        positions.appear(1, 2, 4, 5);
        assertThat(new WaitedGaps(positions, () -> now).begin(OptionalLong.empty()).look())
                .isEqualTo(new Bound.UpTo(2));
    }

    @Test
    void a_missing_number_is_waited_for_and_then_given_up() {
        var finder = begun(2);
        positions.appear(1, 2, 4, 5);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(2));

        pass(WaitedGaps.PATIENCE.minusMillis(1));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(2));

        pass(Duration.ofMillis(1));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(5));
    }

    @Test
    void a_number_that_appears_ends_the_wait() {
        var finder = begun(2);
        positions.appear(4, 5);
        finder.look();
        positions.appear(3);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(5));
    }

    @Test
    void each_gap_has_its_own_time() {
        var finder = begun(0);
        positions.appear(1, 3);
        finder.look();
        pass(Duration.ofSeconds(6));
        positions.appear(5);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(1));

        pass(Duration.ofSeconds(4));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(3));
        pass(Duration.ofSeconds(6));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(5));
    }

    @Test
    void what_is_left_of_a_gap_keeps_its_time() {
        var finder = begun(0);
        positions.appear(10);
        finder.look();
        pass(Duration.ofSeconds(6));
        positions.appear(5);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(0));
        pass(Duration.ofSeconds(4));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(10));
    }
}
