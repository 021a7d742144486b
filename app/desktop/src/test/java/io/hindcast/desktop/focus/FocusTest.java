package io.hindcast.desktop.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FocusTest {
    private final Turns turns = new Turns();

    @Test
    void a_stream_is_looked_at_where_it_was_asked_for() throws InterruptedException {
        Focus focus = turns.onBank();

        focus.goTo(Bank.ACCOUNT, new Destination.AtMoment(new Moment.AtVersion(37)));
        turns.settle();

        assertThat(focus.look().subject().orElseThrow().stream()).isEqualTo(Bank.ACCOUNT);
        assertThat(focus.look().history().orElseThrow().event(focus.look().index()).version())
                .hasValue(37);
    }

    @Test
    void a_step_never_leaves_the_stream() throws InterruptedException {
        Focus focus = turns.onBank();
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();

        focus.step(1_000_000);
        assertThat(focus.look().index()).isEqualTo(179);

        focus.step(-9);
        assertThat(focus.look().index()).isEqualTo(StreamHistory.BEFORE_FIRST);
    }

    @Test
    void a_step_while_another_fold_is_being_used_does_not_keep_the_old_one() throws InterruptedException {
        Focus focus = turns.onBank();
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();
        var before = focus.look().history().orElseThrow();

        focus.reload();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(10));
        assertThat(focus.look().index()).isEqualTo(10);
        turns.settle();

        assertThat(focus.look().history().orElseThrow()).isNotSameAs(before);
        assertThat(focus.look().index()).isEqualTo(10);
        assertThat(focus.loadingProperty().get()).isEmpty();
    }

    @Test
    void the_newest_wish_wins() throws InterruptedException {
        Focus focus = turns.onBank();
        var looked = new ArrayList<String>();
        focus.lookProperty().subscribe((_, look) -> look.subject().ifPresent(it -> looked.add(it.stream())));

        focus.goTo("loan-L001", Destination.head());
        focus.goTo("loan-L002", Destination.head());
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();

        assertThat(looked).containsExactly(Bank.ACCOUNT);
        assertThat(focus.loadingProperty().get()).isEmpty();
    }

    @Test
    void back_and_forward_follow_the_jumps_and_remember_the_last_step() throws InterruptedException {
        Focus focus = turns.onBank();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(10));
        turns.settle();
        focus.step(12);
        focus.goTo("loan-L001", new Destination.AtIndex(2));
        turns.settle();

        focus.back();
        turns.settle();
        assertThat(focus.look().subject().orElseThrow().stream()).isEqualTo(Bank.ACCOUNT);
        assertThat(focus.look().index()).isEqualTo(12);
        assertThat(focus.canGoBackProperty().get()).isFalse();

        focus.forward();
        turns.settle();
        assertThat(focus.look().subject().orElseThrow().stream()).isEqualTo("loan-L001");
        assertThat(focus.look().index()).isEqualTo(2);
    }

    @Test
    void the_baseline_stays_while_stepping_and_is_let_go_by_pinning_it_again() throws InterruptedException {
        Focus focus = turns.onBank();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(10));
        turns.settle();

        focus.pinBaseline(10);
        focus.step(50);
        assertThat(focus.look().baseline()).hasValue(10);

        focus.pinBaseline(10);
        assertThat(focus.look().baseline()).isEmpty();
    }

    @Test
    void another_store_closes_the_one_before() throws InterruptedException {
        Focus focus = turns.focus();
        FakeStore first = Bank.open();
        focus.show(first);
        turns.settle();

        focus.show(Bank.empty());
        turns.settle();

        assertThat(first.isClosed()).isTrue();
        assertThat(focus.look().subject()).isEmpty();
        assertThat(focus.indexing().phaseProperty().get()).isEqualTo(Indexing.Phase.COMPLETE);
    }
}
