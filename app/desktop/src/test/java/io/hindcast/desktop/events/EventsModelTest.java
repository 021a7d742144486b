package io.hindcast.desktop.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.engine.session.StreamSummary;
import org.junit.jupiter.api.Test;

class EventsModelTest {
    private final Turns turns = new Turns();

    @Test
    void rows_of_the_stream_before_are_not_looked_for_in_a_shorter_one() throws InterruptedException {
        Focus focus = turns.onBank();
        var model = new EventsModel(focus);
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();
        focus.dismissNotice();
        String shorter = focus.storeProperty().get().orElseThrow().streams().stream()
                .filter(it -> it.events() < 20)
                .map(StreamSummary::stream)
                .findFirst()
                .orElseThrow();

        focus.goTo(shorter, Destination.head());
        turns.until(() -> focus.look().history().filter(it -> it.stream().equals(shorter)).isPresent());
        RowDetails early = model.details(150); // the table still shows the rows of the longer stream
        turns.settle();

        assertThat(early).isNull();
        assertThat(focus.noticeProperty().get()).isEmpty();
    }

    @Test
    void what_is_known_of_a_row_is_told_when_it_is_found_out() throws InterruptedException {
        Focus focus = turns.onBank();
        var model = new EventsModel(focus);
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();
        int before = model.revisionProperty().get();

        assertThat(model.details(100)).isNull();
        turns.settle();

        assertThat(model.details(100)).isNotNull();
        assertThat(model.revisionProperty().get()).isGreaterThan(before);
    }
}
