package io.hindcast.desktop.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.transport.TransportModel.Kind;
import io.hindcast.desktop.transport.TransportModel.Way;
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
}
