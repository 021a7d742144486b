package io.hindcast.desktop.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    private final TimeText zurich = new TimeText(ZoneId.of("Europe/Zurich"), Locale.ENGLISH);
    private final TimeText utc = new TimeText(ZoneId.of("UTC"), Locale.ENGLISH);

    @Test
    void the_doubled_hour_of_a_clock_change_can_be_told_apart() {
        String first = zurich.exact(Instant.parse("2025-10-26T00:30:00Z"));
        String second = zurich.exact(Instant.parse("2025-10-26T01:30:00Z"));

        assertThat(first).isEqualTo("2025-10-26 02:30:00.000 CEST");
        assertThat(second).isEqualTo("2025-10-26 02:30:00.000 CET");
    }

    @Test
    void the_recorded_precision_is_kept() {
        assertThat(utc.exact(Instant.parse("2026-03-31T10:02:11.123456Z"))).isEqualTo("2026-03-31 10:02:11.123456 UTC");
        assertThat(utc.exact(Instant.parse("2026-03-31T10:02:11.000000001Z")))
                .isEqualTo("2026-03-31 10:02:11.000000001 UTC");
    }

    @Test
    void the_first_and_the_last_years_can_be_written() {
        assertThat(utc.exact(Instant.parse("0001-01-01T00:00:00Z"))).startsWith("0001-01-01");
        assertThat(utc.exact(Instant.parse("9999-12-31T23:59:59Z"))).startsWith("9999-12-31");
    }

    @Test
    void a_spoken_time_has_the_month_in_words() {
        assertThat(zurich.spoken(Instant.parse("2026-03-31T08:02:11.123Z")))
                .isEqualTo("31 Mar 2026 10:02:11.123 CEST");
    }

    @Test
    void a_day_has_its_point_in_german() {
        var german = new TimeText(ZoneId.of("Europe/Zurich"), Locale.GERMAN);

        assertThat(german.spoken(Instant.parse("2026-03-31T08:02:11.123Z"))).isEqualTo("31. März 2026 10:02:11.123 CEST");
        assertThat(german.day(Instant.parse("2026-03-31T08:02:11.123Z"))).isEqualTo("31. März 2026");
    }

    @Test
    void one_abbreviation_holds_only_where_the_clock_does_not_change() {
        Instant summer = Instant.parse("2025-07-01T00:00:00Z");
        assertThat(zurich.abbreviation(summer, Instant.parse("2025-09-01T00:00:00Z"))).contains("CEST");
        assertThat(zurich.abbreviation(summer, Instant.parse("2025-12-01T00:00:00Z"))).isEmpty();
        assertThat(utc.abbreviation(summer, Instant.parse("2035-12-01T00:00:00Z"))).contains("UTC");
    }

    @Test
    void elapsed_time_has_days_and_every_digit() {
        Instant from = Instant.parse("2026-03-30T07:00:00Z");
        assertThat(TimeText.elapsed(from, Instant.parse("2026-03-31T10:02:11.123456Z"))).isEqualTo("+1d 03:02:11.123456");
        assertThat(TimeText.elapsed(from, Instant.parse("2026-03-30T06:59:59.750Z"))).isEqualTo("−00:00:00.250");
        assertThat(TimeText.elapsed(from, from)).isEqualTo("+00:00:00.000");
    }
}
