package io.hindcast.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import org.junit.jupiter.api.Test;

class CompareModelTest {
    private final Turns turns = new Turns();

    private CompareModel at(int index) throws InterruptedException {
        Focus focus = turns.onBank();
        var model = new CompareModel(focus, FakeOpener::test);
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(index));
        turns.settle();
        return model;
    }

    @Test
    void the_baseline_is_compared_with_wherever_the_focus_goes() throws InterruptedException {
        CompareModel model = at(20);
        assertThat(model.comparisonProperty().get()).isEmpty();

        model.pinHere();
        model.focus().step(25);
        turns.settle();

        Comparison comparison = model.comparisonProperty().get().orElseThrow();
        assertThat(comparison.from()).isEqualTo(20);
        assertThat(comparison.to()).isEqualTo(25);
        assertThat(comparison.changes()).extracting(Change::path).contains(FieldPath.parse("/balance"));
    }

    @Test
    void exchanging_turns_the_comparison_round() throws InterruptedException {
        CompareModel model = at(20);
        model.compareFrom(new Moment.AtVersion(4));
        turns.settle();

        model.exchange();
        turns.settle();

        Comparison comparison = model.comparisonProperty().get().orElseThrow();
        assertThat(comparison.from()).isEqualTo(20);
        assertThat(comparison.to()).isEqualTo(3);
    }

    @Test
    void letting_go_of_the_baseline_ends_the_comparison() throws InterruptedException {
        CompareModel model = at(20);
        model.pinHere();
        turns.settle();

        model.letGo();
        turns.settle();

        assertThat(model.comparisonProperty().get()).isEmpty();
    }

    @Test
    void every_snapshot_of_the_stream_gets_its_verdict() throws InterruptedException {
        CompareModel model = at(20);

        assertThat(model.snapshotsProperty().get()).hasSize(4);
        assertThat(model.snapshotsProperty().get())
                .filteredOn(it -> it.outcome() instanceof Outcome.Drifts)
                .singleElement()
                .satisfies(it -> assertThat(it.snapshot().version()).isEqualTo(83));

        model.focus().goTo("loan-L001", Destination.head());
        turns.settle();
        assertThat(model.snapshotsProperty().get()).isEmpty();
    }
}
