package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveRunTest {
    private static final FoldFinder.Found MERGE =
            new FoldFinder.Found(new MergeFold(), "merge fold", List.of(), Optional.empty());

    private final GrowingSource source = new GrowingSource();

    private IndexedStore indexed() {
        var store = new IndexedStore("growing", source, new StandardPayloads(), MERGE);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        return store;
    }

    /// After each look a test takes its next step; after the last, following ends.
    private static final class Steps implements LiveListener {
        private final Deque<Runnable> steps = new ArrayDeque<>();
        private final Cancellation cancellation = new Cancellation();
        private final List<LiveState> states = new ArrayList<>();
        private boolean paused;

        Steps then(Runnable step) {
            steps.add(step);
            return this;
        }

        @Override
        public boolean isPaused() {
            return paused;
        }

        @Override
        public void reached(LiveState state) {
            states.add(state);
            if (steps.isEmpty()) {
                cancellation.cancel();
            } else {
                steps.poll().run();
            }
        }

        LiveState follow(IndexedStore store) {
            assertThat(store.follow(this, cancellation)).isTrue();
            return states.getLast();
        }
    }

    private static List<String> positions(IndexedStore store) {
        var index = store.index();
        return IntStream.range(0, index.size())
                .mapToObj(event -> index.streamEntry(index.stream(event)).name() + "#" + index.positionLow(event))
                .toList();
    }

    @Test
    void what_appears_below_the_horizon_is_added_once() {
        source.commit(1, "a").commit(2, "b").horizon(2);
        var store = indexed();
        var end = new Steps()
                .then(() -> source.commit(3, "a").commit(5, "b"))
                .then(() -> source.horizon(3))
                .then(() -> {})
                .then(() -> {})
                .follow(store);

        assertThat(positions(store)).containsExactly("a#1", "b#2", "a#3");
        assertThat(end.taken()).isEqualTo(1);
        assertThat(end.above()).isEqualTo(1);
        assertThat(end.last()).hasToString("Optional[3]");
    }

    @Test
    void what_was_being_written_while_the_index_was_read_comes_and_what_was_read_does_not_come_twice() {
        source.commit(1, "a").commit(3, "b").commit(4, "c").horizon(1);
        var store = indexed();
        source.commit(2, "a").commit(5, "c").horizon(5);

        new Steps().then(() -> {}).then(() -> {}).follow(store);

        assertThat(positions(store)).containsExactly("a#1", "b#3", "c#4", "a#2", "c#5");
    }

    @Test
    void following_again_goes_on_where_it_ended() {
        source.commit(1, "a").horizon(1);
        var store = indexed();
        source.commit(2, "a").horizon(2);
        new Steps().then(() -> {}).then(() -> {}).follow(store);
        source.commit(3, "a").horizon(3);
        new Steps().then(() -> {}).then(() -> {}).follow(store);

        assertThat(positions(store)).containsExactly("a#1", "a#2", "a#3");
    }

    @Test
    void while_paused_what_waits_is_counted_and_not_taken() {
        source.commit(1, "a").horizon(1);
        var store = indexed();
        source.commit(2, "a").commit(3, "a").horizon(3);
        var steps = new Steps();
        steps.paused = true;
        steps.then(() -> assertThat(store.index().size()).isEqualTo(1)).then(() -> steps.paused = false).then(() -> {});

        steps.follow(store);

        assertThat(steps.states.getFirst().waiting()).isEqualTo(2);
        assertThat(store.index().size()).isEqualTo(3);
    }

    @Test
    void a_store_that_does_not_answer_is_tried_again_and_says_so_meanwhile() {
        source.commit(1, "a").horizon(1);
        var store = indexed();
        source.broken(true);
        var steps = new Steps()
                .then(() -> source.commit(2, "a").horizon(2).broken(false))
                .then(() -> {})
                .then(() -> {});

        var end = steps.follow(store);

        assertThat(steps.states.getFirst().trouble()).contains("The store does not answer.");
        assertThat(end.trouble()).isEmpty();
        assertThat(positions(store)).containsExactly("a#1", "a#2");
    }

    @Test
    void the_history_of_a_stream_has_what_was_added() {
        source.commit(1, "a").horizon(1);
        var store = indexed();
        source.commit(2, "a").horizon(2);
        new Steps().then(() -> {}).then(() -> {}).follow(store);

        var history = store.history("a", store.defaultFold(), Progress.SILENT, Cancellation.never());

        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void a_store_without_a_tail_is_not_followed() {
        var store = new IndexedStore("memory", new MemorySource(), new StandardPayloads(), MERGE);
        assertThat(store.follow(_ -> {}, Cancellation.never())).isFalse();
    }
}
