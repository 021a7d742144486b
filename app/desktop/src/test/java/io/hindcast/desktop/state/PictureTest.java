package io.hindcast.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final StreamHistory account = account();

    private static StreamHistory account() {
        var store = Bank.open();
        return store.history(Bank.ACCOUNT, store.defaultFold(), Progress.SILENT, Cancellation.never());
    }

    @Test
    void a_changed_field_carries_its_old_value() {
        Picture picture = Picture.of(account, Masks.NONE, 100);

        StateNode balance = child(picture.root().children(picture.changes()), "balance");

        assertThat(balance.change()).hasValue(Change.Kind.CHANGED);
        assertThat(balance.before()).hasValue(Masks.NONE.state("", account.stateAfter(99)).at(balance.path()));
        assertThat(child(picture.root().children(picture.changes()), "currency").change())
                .isEmpty();
    }

    @Test
    void what_an_event_removed_is_still_shown_and_marked() {
        Picture picture = Picture.of(account, Masks.NONE, 100);

        StateNode last = child(picture.root().children(picture.changes()), "lastMovements");
        List<StateNode> items = last.children(picture.changes());

        assertThat(items).hasSize(5);
        assertThat(items).filteredOn(it -> it.change().filter(Change.Kind.REMOVED::equals).isPresent())
                .hasSize(1);
        assertThat(items).filteredOn(it -> it.change().filter(Change.Kind.ADDED::equals).isPresent())
                .hasSize(1);
    }

    @Test
    void before_the_first_event_there_is_nothing() {
        Picture picture = Picture.of(account, Masks.NONE, StreamHistory.BEFORE_FIRST);

        assertThat(picture.state().isPresent()).isFalse();
        assertThat(picture.root().isGroup()).isFalse();
    }

    @Test
    void a_problem_counts_from_its_event_on() {
        assertThat(Picture.of(account, Masks.NONE, 120).problems()).isEmpty();
        assertThat(Picture.of(account, Masks.NONE, 121).problems()).hasSize(1);
        assertThat(Picture.of(account, Masks.NONE, 179).problems()).hasSize(1);
    }

    private static StateNode child(List<StateNode> nodes, String name) {
        return nodes.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
