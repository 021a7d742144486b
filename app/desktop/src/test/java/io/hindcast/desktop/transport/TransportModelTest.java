package io.hindcast.desktop.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.transport.TransportModel.Kind;
import io.hindcast.desktop.transport.TransportModel.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportModelTest {
    private final Turns turns = new Turns();
    private Focus focus = turns.focus();
    private TransportModel transport = new TransportModel(focus);

    @BeforeEach
    void look_at_the_account() throws InterruptedException {
        focus = turns.onBank();
        transport = new TransportModel(focus);
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(30));
        turns.settle();
    }

    @Test
    void steps_go_to_the_neighbour_and_to_the_ends() {
        transport.next();
        assertThat(focus.look().index()).isEqualTo(31);
        transport.previous();
        assertThat(focus.look().index()).isEqualTo(30);
        transport.last();
        assertThat(focus.look().index()).isEqualTo(179);
        transport.next();
        assertThat(focus.look().index()).isEqualTo(179);
        transport.first();
        assertThat(focus.look().index()).isZero();
    }

    @Test
    void the_next_of_the_same_type_is_found_in_both_directions() throws InterruptedException {
        focus.step(9);
        transport.seek(Way.NEXT, Kind.SAME_TYPE);
        turns.settle();
        int next = focus.look().index();
        assertThat(next).isGreaterThan(9);
        assertThat(focus.look().history().orElseThrow().event(next).type()).isEqualTo("FeeCharged");

        transport.seek(Way.PREVIOUS, Kind.SAME_TYPE);
        turns.settle();
        assertThat(focus.look().index()).isEqualTo(9);
    }

    @Test
    void problems_and_snapshots_are_found() throws InterruptedException {
        transport.seek(Way.NEXT, Kind.PROBLEM);
        turns.settle();
        assertThat(focus.look().index()).isEqualTo(121);

        transport.seek(Way.PREVIOUS, Kind.SNAPSHOT);
        turns.settle();
        assertThat(focus.look().index()).isEqualTo(119);

        transport.seek(Way.NEXT, Kind.PROBLEM);
        turns.settle();
        transport.seek(Way.NEXT, Kind.PROBLEM);
        turns.settle();
        assertThat(focus.look().index()).isEqualTo(121);
    }

    @Test
    void playing_stops_at_the_end_and_starts_again_from_the_beginning() {
        transport.playOrPause();
        assertThat(transport.playingProperty().get()).isTrue();

        transport.last();
        assertThat(transport.playingProperty().get()).isFalse();

        transport.playOrPause();
        assertThat(transport.playingProperty().get()).isTrue();
        assertThat(focus.look().index()).isEqualTo(-1);
    }

    @Test
    void the_next_with_the_same_correlation_id_is_found_in_both_directions() throws InterruptedException {
        focus.step(9);
        seek(Way.NEXT, Kind.SAME_CORRELATION);
        assertThat(focus.look().index()).isEqualTo(26);
        seek(Way.PREVIOUS, Kind.SAME_CORRELATION);
        assertThat(focus.look().index()).isEqualTo(9);

        focus.step(30);
        seek(Way.NEXT, Kind.SAME_CORRELATION);
        assertThat(focus.look().index()).as("nothing shares its id").isEqualTo(30);
    }

    @Test
    void a_day_on_is_the_last_event_within_24_hours_and_moves_by_one_at_least() throws InterruptedException {
        Instant from = time(30);
        seek(Way.NEXT, Kind.DAY_LONG);
        int reached = focus.look().index();
        assertThat(reached).isGreaterThan(30);
        assertThat(reached == 31 || !time(reached).isAfter(from.plus(Duration.ofHours(24))))
                .isTrue();
        assertThat(time(reached + 1)).isAfter(from.plus(Duration.ofHours(24)));

        focus.step(0);
        seek(Way.PREVIOUS, Kind.DAY_LONG);
        assertThat(focus.look().index()).isZero();
        focus.step(179);
        seek(Way.NEXT, Kind.DAY_LONG);
        assertThat(focus.look().index()).isEqualTo(179);
    }

    @Test
    void days_start_where_the_chosen_zone_says() throws InterruptedException {
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        focus.zoneProperty().set(zone);
        seek(Way.NEXT, Kind.DAY_START);
        int start = focus.look().index();
        assertThat(start).isGreaterThan(30);
        assertThat(day(start, zone)).isAfter(day(30, zone)).isAfter(day(start - 1, zone));

        seek(Way.PREVIOUS, Kind.DAY_START);
        int before = focus.look().index();
        assertThat(before).isLessThan(start);
        assertThat(day(before, zone)).isEqualTo(day(start - 1, zone)).isAfter(day(before - 1, zone));
    }

    @Test
    void at_the_recorded_pace_long_gaps_are_cut_short() {
        transport.speedProperty().set(TransportModel.Speed.RECORDED);
        assertThat(transport.pace()).isEqualTo(TransportModel.LONGEST);
        transport.last();
        assertThat(transport.pace()).as("nothing to wait for").isPositive().isLessThan(TransportModel.LONGEST);

        transport.speedProperty().set(TransportModel.Speed.X4);
        assertThat(transport.pace()).isEqualTo(Duration.ofMillis(250));
    }

    private void seek(Way way, Kind kind) throws InterruptedException {
        transport.seek(way, kind);
        turns.settle();
    }

    private Instant time(int index) {
        return focus.look().history().orElseThrow().event(index).recordedAt().orElseThrow();
    }

    private LocalDate day(int index, ZoneId zone) {
        return LocalDate.ofInstant(time(index), zone);
    }
}
