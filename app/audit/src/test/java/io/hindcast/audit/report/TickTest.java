package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Round dates on the axis of a timeline.
class TickTest {
    @Test
    void the_finest_step_that_there_is_room_for_is_taken() {
        assertThat(labels("2024-07-01T06:00:00Z", "2025-12-31T19:00:00Z"))
                .containsExactly("2024-10", "2025-01", "2025-04", "2025-07", "2025-10");
        assertThat(labels("2026-01-30T12:00:00Z", "2026-02-03T12:00:00Z"))
                .containsExactly("2026-01-31", "2026-02-01", "2026-02-02", "2026-02-03");
        assertThat(labels("1999-06-01T00:00:00Z", "2026-06-01T00:00:00Z")).containsExactly("2000", "2010", "2020");
    }

    @Test
    void there_are_none_where_no_date_lies_between() {
        assertThat(labels("2026-01-30T12:00:00Z", "2026-01-30T13:00:00Z")).isEmpty();
        assertThat(labels("2026-01-30T12:00:00Z", "2026-01-30T12:00:00Z")).isEmpty();
    }

    @Test
    void days_begin_in_the_zone_of_the_report() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant to = Instant.parse("2026-03-05T00:00:00Z");

        Tick first = Tick.between(from, to, ZoneId.of("Europe/Zurich")).getFirst();

        assertThat(first.label()).isEqualTo("2026-03-02");
        assertThat(first.share()).isEqualTo(23 / 96.0);
    }

    private static List<String> labels(String from, String to) {
        return Tick.between(Instant.parse(from), Instant.parse(to), ZoneOffset.UTC).stream()
                .map(Tick::label)
                .toList();
    }
}
