package io.hindcast.desktop.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesModelTest {
    private final Turns turns = new Turns();
    private final FakeStore store = Bank.open();

    private StatesModel asked() throws InterruptedException {
        Focus focus = turns.focus();
        focus.show(store);
        turns.settle();
        var model = new StatesModel(focus);
        model.ask("account", "head", Moment.HEAD, Optional.empty());
        turns.settle();
        return model;
    }

    @Test
    void every_aggregate_of_the_category_is_a_row() throws InterruptedException {
        var answer = asked().answerProperty().get().orElseThrow();

        assertThat(answer.rows()).hasSize(24).isSortedAccordingTo((one, other) -> one.stream().compareTo(other.stream()));
        assertThat(answer.population().tiesOut()).isTrue();
        assertThat(answer.totals()).isNotEmpty();
    }

    @Test
    void a_stopped_table_is_partial_and_shows_no_state_that_is_not_final() throws InterruptedException {
        StatesModel model = asked();
        store.hold(true);
        model.ask("account", "head", Moment.HEAD, Optional.empty());
        model.job().stop();
        store.hold(false);
        turns.settle();

        var answer = model.answerProperty().get().orElseThrow();
        assertThat(answer.population().isComplete()).isFalse();
        assertThat(answer.rows()).isEmpty();
    }

    @Test
    void a_file_says_in_its_head_what_was_asked(@TempDir Path folder) throws InterruptedException, IOException {
        StatesModel model = asked();
        var written = new ArrayList<String>();
        Path csv = folder.resolve("account.csv");
        Path json = folder.resolve("account.json");

        model.export(csv, List.of(FieldPath.parse("/currency")), () -> written.add("csv"));
        turns.settle();
        model.export(json, List.of(), () -> written.add("json"));
        turns.settle();

        assertThat(written).containsExactly("csv", "json");
        assertThat(Files.readAllLines(csv))
                .hasSize(5 + 1 + 24)
                .startsWith("# store,sample:ledger", "# category,account")
                .contains("# moment,head", "stream,version,/currency,problems");
        assertThat(Files.readString(json))
                .contains("\"category\": \"account\"", "\"moment\": \"head\"", "\"rows\": [", "\"totals\": {");
    }
}
