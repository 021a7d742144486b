package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Test
    void names_versions_and_positions_are_read() {
        assertThat(MomentText.parse("head", ZURICH)).contains(Moment.HEAD);
        assertThat(MomentText.parse("v37", ZURICH)).contains(new Moment.AtVersion(37));
        assertThat(MomentText.parse("#12345", ZURICH)).contains(new Moment.AtPosition(Position.of(12345)));
        assertThat(MomentText.parse("#7:12345", ZURICH)).contains(new Moment.AtPosition(new Position(7, 12345)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T21:59:59.999Z, 2026-03-31T21:59:59.999Z",
        "2026-03-31T23:59:59.999+02:00, 2026-03-31T21:59:59.999Z",
        "2026-03-31T23:59:59.999[Europe/Zurich], 2026-03-31T21:59:59.999Z",
        "2026-03-31T23:59:59.999, 2026-03-31T21:59:59.999Z",
        "2026-03-31, 2026-03-31T21:59:59.999999999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void instants_are_read_in_the_zone_that_was_chosen(String text, String instant) {
        assertThat(MomentText.parse(text, ZURICH)).contains(new Moment.AtInstant(Instant.parse(instant)));
    }

    @Test
    void the_doubled_hour_of_autumn_is_told_apart_by_its_offset() {
        assertThat(MomentText.parse("2026-10-25T02:30+02:00[Europe/Zurich]", ZoneOffset.UTC))
                .contains(new Moment.AtInstant(Instant.parse("2026-10-25T00:30:00Z")));
        assertThat(MomentText.parse("2026-10-25T02:30+01:00[Europe/Zurich]", ZoneOffset.UTC))
                .contains(new Moment.AtInstant(Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    void a_day_ends_where_its_zone_says_also_when_it_has_25_hours() {
        assertThat(MomentText.parse("2026-10-25", ZURICH))
                .contains(new Moment.AtInstant(Instant.parse("2026-10-25T22:59:59.999999999Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "v", "vx", "#", "#a", "2026-13-01", "2026-02-30", "v1e3", "12345"})
    void everything_else_is_no_moment(String text) {
        assertThat(MomentText.parse(text, ZURICH)).isEmpty();
    }
}
