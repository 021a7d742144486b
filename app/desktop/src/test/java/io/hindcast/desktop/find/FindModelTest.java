package io.hindcast.desktop.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.find.Unclear;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindModelTest {
    private final Turns turns = new Turns();
    private final FakeStore store = Bank.open();

    private FindModel onBank() throws InterruptedException {
        Focus focus = turns.focus();
        focus.show(store);
        turns.settle();
        return new FindModel(focus);
    }

    private static FindModel.Answer answer(FindModel model) {
        return model.answerProperty().get().orElseThrow();
    }

    @Test
    void a_stopped_search_for_text_is_partial_and_goes_on_to_the_same_hits() throws InterruptedException {
        FindModel model = onBank();
        model.findText("", "\"reversal\": true", false);
        turns.settle();
        List<Hit> whole = List.copyOf(model.hits());

        store.hold(true);
        model.findText("", "\"reversal\": true", false);
        model.job().stop();
        store.hold(false);
        turns.settle();

        assertThat(whole).isNotEmpty();
        assertThat(answer(model).coverage().isComplete()).isFalse();
        assertThat(model.hits()).hasSizeLessThan(whole.size());

        model.goOn();
        turns.settle();

        assertThat(answer(model).coverage().isComplete()).isTrue();
        assertThat(answer(model).coverage().scanned()).isEqualTo(answer(model).coverage().of());
        assertThat(model.hits()).isEqualTo(whole);
    }

    @Test
    void a_stopped_search_over_states_goes_on_to_the_same_spans() throws InterruptedException, Unclear {
        FindModel model = onBank();
        Predicate large = Predicate.parse("amount > 4900");
        model.findStates("account", large, false);
        turns.settle();
        List<Hit> whole = List.copyOf(model.hits());

        store.hold(true);
        model.findStates("account", large, false);
        model.job().stop();
        store.hold(false);
        turns.settle();
        boolean partial = !answer(model).coverage().isComplete();
        model.goOn();
        turns.settle();

        assertThat(whole).isNotEmpty();
        assertThat(partial).isTrue();
        assertThat(model.hits()).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(model.job().runningProperty().get()).isFalse();
    }

    @Test
    void another_store_forgets_what_was_found() throws InterruptedException {
        FindModel model = onBank();
        model.findText("", "CHF", false);
        turns.settle();
        assertThat(model.hits()).isNotEmpty();

        model.focus().show(Bank.empty());
        turns.settle();

        assertThat(model.hits()).isEmpty();
        assertThat(model.answerProperty().get()).isEmpty();
    }
}
