package io.hindcast.desktop.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static final int EVENTS = 180;

    private final Turns turns = new Turns();
    private final Focus focus = turns.focus();
    private final FakeStore store = Bank.open().alive();

    @BeforeEach
    void follow() throws InterruptedException {
        focus.show(store);
        turns.settle();
        focus.live().start(store);
    }

    @AfterEach
    void stop() {
        focus.close();
    }

    private void lookAt(int index) throws InterruptedException {
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(index));
        turns.settle();
    }

    private int events() {
        return focus.look().history().orElseThrow().size();
    }

    @Test
    void a_focus_at_the_head_stays_at_the_head() throws InterruptedException {
        lookAt(EVENTS - 1);
        store.write(Bank.ACCOUNT, 0);
        turns.until(() -> events() == EVENTS + 1);

        assertThat(focus.look().index()).isEqualTo(EVENTS);
        assertThat(focus.canGoBackProperty().get()).isFalse();
    }

    @Test
    void a_focus_on_an_older_event_stays_there_while_its_stream_grows() throws InterruptedException {
        lookAt(20);
        store.write(Bank.ACCOUNT, 0);
        turns.until(() -> events() == EVENTS + 1);

        assertThat(focus.look().index()).isEqualTo(20);
    }

    @Test
    void a_stream_that_does_not_grow_is_not_read_again() throws InterruptedException {
        lookAt(20);
        var before = focus.look().history();
        store.write("loan-L001", 0);
        turns.until(() -> focus.live().stateProperty().get().taken() == 1);
        turns.settle();

        assertThat(focus.look().history()).isEqualTo(before);
        assertThat(focus.indexing().doneProperty().get()).isEqualTo(store.index().size());
    }

    @Test
    void while_paused_new_events_are_counted_and_not_taken() throws InterruptedException {
        lookAt(EVENTS - 1);
        focus.live().pause();
        store.write(Bank.ACCOUNT, 3);
        turns.until(() -> focus.live().stateProperty().get().waiting() == 1);
        assertThat(focus.live().stateProperty().get().above()).isEqualTo(3);
        assertThat(events()).isEqualTo(EVENTS);

        focus.live().resume();
        store.write(Bank.ACCOUNT, 0);
        turns.until(() -> events() == EVENTS + 1);
        assertThat(focus.live().phaseProperty().get()).isEqualTo(Live.Phase.RUNNING);
    }

    @Test
    void another_store_ends_following() throws InterruptedException {
        focus.show(Bank.open());
        turns.settle();

        assertThat(focus.live().phaseProperty().get()).isEqualTo(Live.Phase.OFF);
    }
}
