package io.hindcast.desktop.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.integrity.Check;
import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Evidence.Findings;
import io.hindcast.desktop.focus.Focus;
import org.junit.jupiter.api.Test;

class IntegrityModelTest {
    private final Turns turns = new Turns();
    private final FakeStore store = Bank.open();

    private IntegrityModel onBank() throws InterruptedException {
        Focus focus = turns.focus();
        focus.show(store);
        turns.settle();
        return new IntegrityModel(focus);
    }

    private static CheckResult of(IntegrityModel model, Check check) {
        return model.resultProperty().get().orElseThrow().of(check);
    }

    @Test
    void the_planted_defects_of_the_bank_are_found_paged_and_led_to() throws InterruptedException {
        IntegrityModel model = onBank();
        model.run();
        turns.settle();
        model.show(of(model, Check.UNREADABLE), 0);
        turns.settle();

        assertThat(of(model, Check.VERSION_GAPS).total()).isEqualTo(1);
        assertThat(of(model, Check.DUPLICATE_VERSIONS).total()).isEqualTo(1);
        var page = model.pageProperty().get();
        assertThat(page.findings()).hasSize(1);
        model.turn(true);
        turns.settle();
        assertThat(model.pageProperty().get()).as("there is no other page").isEqualTo(page);
        model.goTo(page.findings().getFirst());
        turns.settle();
        assertThat(model.focus().look().index()).isEqualTo(121);
        assertThat(model.focus().evidence().findingsProperty().get())
                .containsEntry(Bank.ACCOUNT, new Findings(3, 0));
    }

    @Test
    void a_stopped_run_says_so_and_another_store_forgets_it() throws InterruptedException {
        IntegrityModel model = onBank();
        store.hold(true);
        model.run();
        model.job().stop();
        store.hold(false);
        turns.settle();

        assertThat(model.resultProperty().get().orElseThrow().coverage().isComplete()).isFalse();
        assertThat(of(model, Check.UNREADABLE).standing()).isInstanceOf(Standing.Stopped.class);

        model.focus().show(Bank.empty());
        turns.settle();
        assertThat(model.resultProperty().get()).isEmpty();
        assertThat(model.focus().evidence().findingsProperty().get()).isEmpty();
    }
}
