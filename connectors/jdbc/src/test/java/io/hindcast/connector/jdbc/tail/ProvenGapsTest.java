package io.hindcast.connector.jdbc.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.jdbc.dialect.NumberSource.Holders;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvenGapsTest {
    private final Positions positions = new Positions();
    private Holders holders = new Holders(Set.of(), false);

    private HorizonFinder begun(OptionalLong settled) {
        return new ProvenGaps(positions, () -> holders, "as a test says").begin(settled);
    }

    private void hold(String... transactions) {
        holders = new Holders(Set.of(transactions), false);
    }

    @Test
    void where_nobody_holds_a_number_everything_is_complete() {
        positions.appear(3, 7, 9);
        assertThat(begun(OptionalLong.empty()).look()).isEqualTo(new Bound.UpTo(9));
    }

    @Test
    void nothing_is_known_at_first_while_somebody_holds_a_number() {
        positions.appear(3, 7, 9);
        hold("a");
        var finder = begun(OptionalLong.empty());
        assertThat(finder.look()).isEqualTo(new Bound.Unknown());

        hold("b");
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(9));
    }

    @Test
    void those_who_came_after_the_number_was_seen_are_not_waited_for() {
        positions.appear(1, 3);
        hold("a");
        var finder = begun(OptionalLong.of(1));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(1));

        positions.appear(8);
        hold("b");
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(3));
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(3));
        hold();
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(8));
    }

    @Test
    void an_unbroken_row_is_complete_whoever_holds_numbers() {
        hold("a");
        var finder = begun(OptionalLong.of(0));
        positions.appear(1, 2, 3, 5);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(3));
    }

    @Test
    void a_prepared_transaction_has_another_name_and_is_waited_for() {
        positions.appear(2);
        hold("3/15");
        var finder = begun(OptionalLong.of(0));
        finder.look();

        holders = new Holders(Set.of("-1/700"), true);
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(0));
        hold();
        assertThat(finder.look()).isEqualTo(new Bound.UpTo(2));
    }
}
