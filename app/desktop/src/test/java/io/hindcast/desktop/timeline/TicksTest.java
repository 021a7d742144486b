package io.hindcast.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final HeaderIndex OFFICE = Histories.office(5, 10_000);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_repeated_hour_appears_twice_and_says_which_is_which() {
        Ticks ticks = between("2025-10-26T00:00:00+02:00", "2025-10-26T05:00:00+01:00", 500, ZURICH);

        assertThat(labels(ticks.fine()))
                .containsExactly("00:00", "01:00", "02:00", "02:00 CET", "03:00", "04:00", "05:00");
    }

    @Test
    void the_skipped_hour_does_not_appear() {
        Ticks ticks = between("2025-03-30T00:00:00+01:00", "2025-03-30T05:00:00+02:00", 350, ZURICH);

        assertThat(labels(ticks.fine())).containsExactly("00:00", "01:00", "03:00 CEST", "04:00", "05:00");
    }

    @Test
    void ticks_of_six_hours_stay_on_the_clock_through_a_day_of_25_hours() {
        Ticks ticks = between("2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00", 450, ZURICH);

        assertThat(labels(ticks.fine())).containsExactly("00:00", "06:00 CET", "12:00", "18:00", "00:00");
    }

    @Test
    void days_stand_over_hours_and_the_first_stays_at_the_left_edge() {
        Ticks ticks = between("2026-03-31T20:00:00Z", "2026-04-01T04:00:00Z", 900, ZoneId.of("UTC"));

        assertThat(labels(ticks.coarse())).containsExactly("Tue 31 March 2026", "Wed 1 April 2026");
        assertThat(ticks.coarse()).extracting(Tick::strong).containsExactly(false, true);
    }

    @Test
    void a_month_begins_where_it_begins_also_over_weeks() {
        Ticks ticks = between("2025-09-28T00:00:00Z", "2025-11-09T00:00:00Z", 750, ZoneId.of("UTC"));

        assertThat(labels(ticks.fine())).startsWith("29 Sep", "6 Oct", "13 Oct");
        assertThat(ticks.coarse().get(1).place()).isEqualTo(micros("2025-10-01T00:00:00Z"));
    }

    @Test
    void the_zone_rules_the_axis() {
        Ticks ticks = between("2026-01-01T00:00:00Z", "2026-01-01T06:00:00Z", 600, ZoneId.of("Asia/Kolkata"));

        assertThat(labels(ticks.fine())).startsWith("06:00", "07:00");
    }

    @Test
    void years_1_and_9999_have_an_axis() {
        Ticks ticks = between("0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", 900, ZURICH);

        assertThat(labels(ticks.fine())).contains("2000", "9000");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ticks_rise_and_stay_apart_in_any_window_of_any_zone(long seed) {
        var random = new Random(seed);
        List<String> zones =
                List.of("UTC", "Europe/Zurich", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu");
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        double from = micros("2020-01-01T00:00:00Z") + random.nextDouble() * 2e14;
        double span = Math.pow(10, 3 + random.nextDouble() * 12);

        Ticks ticks = Ticks.of(
                new Viewport(from, span), TimeScale.TIME, 900, 70, new Ticks.Clock(zone, Locale.ENGLISH));

        assertThat(ticks.fine()).hasSizeLessThan(20);
        assertThat(ticks.fine()).extracting(Tick::place).isSorted().doesNotHaveDuplicates();
        assertThat(ticks.fine()).allMatch(tick -> tick.place() >= from && tick.place() <= from + span);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_tick_stands_inside_of_a_break_and_each_says_what_the_clock_shows_there(long seed) {
        var random = new Random(seed);
        ZoneId zone = random.nextBoolean() ? ZURICH : ZoneId.of("America/New_York");
        Axis axis = List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS).get(random.nextInt(3));
        var scale = (TimeScale.OfTime) axis.fit(OFFICE, zone).scale();
        double whole = scale.breaks().getLast().end() - scale.breaks().getFirst().at();
        double span = whole / Math.pow(10, random.nextDouble() * 5);
        double from = scale.breaks().getFirst().at() + random.nextDouble() * (whole - span);

        Ticks ticks = Ticks.of(new Viewport(from, span), scale, 900, 70, new Ticks.Clock(zone, Locale.ENGLISH));

        assertThat(ticks.fine()).as("seed %d", seed).extracting(Tick::place).isSorted().doesNotHaveDuplicates();
        for (Tick tick : ticks.fine()) {
            long place = (long) tick.place();
            assertThat(tick.place()).as("seed %d", seed).isBetween(from, from + span);
            assertThat(scale.breaksWithin(place, place + 1)).as("seed %d", seed).isEmpty();
            ZonedDateTime time = Places.instant(scale.microsAt(place)).atZone(zone);
            if (tick.label().matches("\\w{3} \\d{1,2}")) {
                assertThat(tick.label()).as("seed %d", seed).endsWith(" " + time.getDayOfMonth());
            } else if (tick.label().matches("\\d\\d:\\d\\d")) {
                assertThat(time.toLocalTime()).as("seed %d", seed).hasToString(tick.label());
            }
        }
    }

    @Test
    void a_monday_that_begins_in_a_break_is_written_where_the_break_ends() {
        var scale = (TimeScale.OfTime) Axis.HOURS.fit(OFFICE, ZURICH).scale();
        double from = scale.placeAt((long) micros("2025-03-03T06:00:00+01:00"));
        double to = scale.placeAt((long) micros("2025-03-12T20:00:00+01:00"));

        Ticks ticks = Ticks.of(new Viewport(from, to - from), scale, 500, 70, new Ticks.Clock(ZURICH, Locale.ENGLISH));

        assertThat(labels(ticks.fine()))
                .containsExactly("Mon 3", "Tue 4", "Wed 5", "Thu 6", "Fri 7", "Mon 10", "Tue 11", "Wed 12");
        assertThat(ticks.fine().get(5).place())
                .isEqualTo((double) scale.placeAt((long) micros("2025-03-10T06:00:00+01:00")));
    }

    @Test
    void events_are_counted_from_one_in_round_numbers() {
        Ticks ticks =
                Ticks.of(new Viewport(-2, 60), TimeScale.INDEX, 600, 70, new Ticks.Clock(ZURICH, Locale.ENGLISH));

        assertThat(labels(ticks.fine())).containsExactly("1", "10", "20", "30", "40", "50");
        assertThat(ticks.fine().get(1).place()).isEqualTo(9.5);
    }

    private static Ticks between(String from, String to, double width, ZoneId zone) {
        double start = micros(from);
        return Ticks.of(
                new Viewport(start, micros(to) - start),
                TimeScale.TIME,
                width,
                70,
                new Ticks.Clock(zone, Locale.ENGLISH));
    }

    private static double micros(String time) {
        Instant instant = ZonedDateTime.parse(time).toInstant();
        return Places.micros(instant);
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }
}
