package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommonFieldsTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final CommonFields fields = new CommonFields(Map.of(
            EventField.ACTOR, List.of(FieldLocation.metadata("/userId"), FieldLocation.data("/user")),
            EventField.CORRELATION_ID, List.of(FieldLocation.metadata("/$correlationId")),
            EventField.EFFECTIVE_AT, List.of(FieldLocation.data("/valueDate"), FieldLocation.metadata("/at"))));

    @Test
    void the_first_location_that_holds_something_wins() {
        Fields data = Fields.of("user", new Text("from data"));

        assertThat(fields.actor(data, Fields.of("userId", new Text("ada")))).contains("ada");
        assertThat(fields.actor(data, Fields.of("userId", Null.NULL))).contains("from data");
        assertThat(fields.actor(data, Fields.of("userId", new Text("")))).contains("from data");
        assertThat(fields.actor(data, Absent.ABSENT)).contains("from data");
        assertThat(fields.actor(Fields.EMPTY, Absent.ABSENT)).isEmpty();
    }

    @Test
    void numbers_are_given_with_their_digits() {
        assertThat(fields.correlationId(Fields.EMPTY, Fields.of("$correlationId", Num.parse("3544790567247868102"))))
                .contains("3544790567247868102");
    }

    @Test
    void a_field_without_a_place_is_not_there() {
        assertThat(fields.tenant(Fields.EMPTY, Fields.EMPTY)).isEmpty();
        assertThat(fields.causationId(Fields.EMPTY, Fields.EMPTY)).isEmpty();
        assertThat(fields.knows(EventField.TENANT)).isFalse();
        assertThat(fields.knows(EventField.ACTOR)).isTrue();
    }

    @Test
    void a_date_is_that_date_in_every_zone_and_begins_there() {
        EffectiveTime day = effective(new Text("2026-03-31"));

        assertThat(day.isDate()).isTrue();
        assertThat(day.date(NEW_YORK)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(day.instant(ZURICH)).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
        assertThat(day.text()).isEqualTo("2026-03-31");
    }

    @Test
    void an_instant_falls_on_the_day_of_the_zone() {
        EffectiveTime instant = effective(new Text("2026-03-31T23:30:00.123456789Z"));

        assertThat(instant.instant(ZURICH)).isEqualTo(Instant.parse("2026-03-31T23:30:00.123456789Z"));
        assertThat(instant.date(ZURICH)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(instant.date(NEW_YORK)).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void many_spellings_are_understood() {
        Instant expected = Instant.parse("2024-01-02T08:44:00.000710Z");

        for (String text : List.of(
                "2024-01-02T08:44:00.000710+00:00",
                "2024-01-02 08:44:00.000710+00",
                "2024-01-02T09:44:00.000710+0100",
                "2024-01-02T09:44:00.00071+01:00[Europe/Zurich]",
                " 2024-01-02t08:44:00.000710z ")) {
            assertThat(effective(new Text(text)).instant(ZURICH)).as(text).isEqualTo(expected);
        }
        assertThat(effective(new Text("2024-01-02T09:44")).instant(ZURICH)).isEqualTo("2024-01-02T08:44:00Z");
        assertThat(effective(new Text("20240102")).date(ZURICH)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(effective(new Text("9999-12-31")).date(ZURICH)).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(effective(new Text("0001-01-01")).date(ZURICH)).isEqualTo(LocalDate.of(1, 1, 1));
    }

    @Test
    void numbers_are_days_seconds_or_milliseconds() {
        assertThat(effective(Num.of(20260331)).date(ZURICH)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(effective(Num.of(1_774_915_200)).instant(ZURICH)).isEqualTo("2026-03-31T00:00:00Z");
        assertThat(effective(Num.parse("1774915200.25")).instant(ZURICH)).isEqualTo("2026-03-31T00:00:00.250Z");
        assertThat(effective(Num.of(1_774_915_200_123L)).instant(ZURICH)).isEqualTo("2026-03-31T00:00:00.123Z");
        assertThat(time(Num.parse("1e90"))).isEmpty();
    }

    @Test
    void what_is_no_date_gives_the_next_place_or_nothing() {
        assertThat(time(new Text("soon"))).isEmpty();
        assertThat(time(new Text("2026-02-30"))).isEmpty();
        assertThat(fields.effectiveAt(
                        Fields.of("valueDate", new Text("soon")), Fields.of("at", new Text("2026-01-01"))))
                .map(EffectiveTime::text)
                .contains("2026-01-01");
    }

    private EffectiveTime effective(StateValue value) {
        return time(value).orElseThrow();
    }

    private Optional<EffectiveTime> time(StateValue value) {
        return fields.effectiveAt(Fields.of("valueDate", value), Absent.ABSENT);
    }
}
