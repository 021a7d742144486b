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
}
