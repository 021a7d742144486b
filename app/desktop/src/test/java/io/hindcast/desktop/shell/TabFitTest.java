package io.hindcast.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TabFitTest {
    private static final TabFit FOUR = new TabFit(List.of(100.0, 80.0, 120.0, 90.0), 40);

    @Test
    void all_names_are_shown_where_they_fit() {
        assertThat(FOUR.namedIn(390)).isEqualTo(4);
    }

    @Test
    void one_pixel_less_shortens_the_last_ones_until_any_of_them_can_be_chosen() {
        assertThat(FOUR.namedIn(389)).isEqualTo(2);
        assertThat(FOUR.namedIn(339)).isEqualTo(1);
        assertThat(FOUR.namedIn(300)).as("100 + 40 + 120 + 40").isEqualTo(1);
        assertThat(FOUR.namedIn(299)).isEqualTo(0);
    }

    @Test
    void where_nothing_fits_only_the_chosen_one_has_a_name() {
        assertThat(FOUR.namedIn(10)).isEqualTo(0);
    }
}
