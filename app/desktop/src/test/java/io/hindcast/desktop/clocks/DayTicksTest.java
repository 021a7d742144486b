package io.hindcast.desktop.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayTicksTest {
    @Test
    void ticks_stand_at_dates_that_people_count_in() {
        long january = LocalDate.parse("2025-01-01").toEpochDay();

        List<DayTicks.Tick> months = DayTicks.of(january, 365, 600, 96, Locale.ENGLISH).ticks();
        List<DayTicks.Tick> days = DayTicks.of(january, 6, 600, 96, Locale.ENGLISH).ticks();

        assertThat(months).extracting(DayTicks.Tick::label).containsExactly("Jan 2025", "Apr", "Jul", "Oct", "Jan 2026");
        assertThat(days).extracting(DayTicks.Tick::label).contains("1 Jan 2025", "3 Jan 2025");
    }

    @Test
    void a_window_keeps_the_place_that_it_is_zoomed_about() {
        var window = new Window(100, 200, 50, 40);

        Window closer = window.zoomed(4, 110, 230);

        assertThat(closer.x(110, 500)).isEqualTo(window.x(110, 500));
        assertThat(closer.y(230, 300)).isEqualTo(window.y(230, 300));
        assertThat(closer.width()).isEqualTo(12.5);
        assertThat(window.dayAtY(window.y(213, 300), 300)).isEqualTo(213);
    }
}
