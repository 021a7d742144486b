package io.hindcast.desktop.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.verify.VerifyModel.Narrowing;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyModelTest {
    private final Turns turns = new Turns();
    private final FakeStore store = Bank.open();

    private VerifyModel onBank() throws InterruptedException {
        Focus focus = turns.focus();
        focus.show(store);
        turns.settle();
        return new VerifyModel(focus);
    }

    @Test
    void all_snapshots_are_tested_and_told_to_the_focus() throws InterruptedException {
        VerifyModel model = onBank();
        model.run();
        turns.settle();

        assertThat(model.tested()).hasSize(4);
        assertThat(model.answerProperty().get().orElseThrow().extent().isComplete()).isTrue();
        assertThat(model.focus().evidence().verdictsProperty().get()).containsOnlyKeys(Bank.ACCOUNT);
        long sum = model.count(Narrowing.DRIFTS) + model.count(Narrowing.UNVERIFIABLE);
        model.narrowingProperty().set(Narrowing.UNVERIFIABLE);
        assertThat(model.shown()).hasSize((int) model.count(Narrowing.UNVERIFIABLE)).hasSizeLessThanOrEqualTo((int) sum);
    }

    @Test
    void a_run_that_was_stopped_goes_on_to_the_same_verdicts() throws InterruptedException {
        VerifyModel model = onBank();
        model.run();
        turns.settle();
        List<VerifiedSnapshot> whole = List.copyOf(model.tested());

        store.hold(true);
        model.run();
        model.job().stop();
        store.hold(false);
        turns.settle();
        assertThat(model.answerProperty().get().orElseThrow().extent().isComplete()).isFalse();
        model.goOn();
        turns.settle();

        assertThat(model.answerProperty().get().orElseThrow().extent().isComplete()).isTrue();
        assertThat(model.tested()).isEqualTo(whole);
        assertThat(model.job().runningProperty().get()).isFalse();
    }

    @Test
    void another_store_or_fold_forgets_the_verdicts() throws InterruptedException {
        VerifyModel model = onBank();
        model.run();
        turns.settle();

        model.focus().show(Bank.empty());
        turns.settle();

        assertThat(model.tested()).isEmpty();
        assertThat(model.focus().evidence().verdictsProperty().get()).isEmpty();
        model.run();
        turns.settle();
        assertThat(model.answerProperty().get().orElseThrow().extent().snapshots()).isZero();
    }
}
