package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IndexedStoreTest {
    private static final String NOON = "2026-01-01T12:00:00.123456Z";
    private static final String LATER = "2026-01-02T12:00:00Z";

    private static OpenStore open(MemorySource source) {
        return Opened.over(source);
    }

    private static MemorySource three() {
        return new MemorySource()
                .event("loan-1", 0, "Opened", LATER, "{}")
                .event("account-2", 3, "Opened", NOON, "{}")
                .event("account-2", 4, "Closed", LATER, "{}")
                .event("account-1", 0, "Opened", "", "{}")
                .snapshot("account-2", 4, "{}");
    }

    @Test
    void streams_are_summed_up_in_order_of_category_and_name() {
        try (var store = open(three())) {
            assertThat(store.buildIndex(Progress.SILENT, Cancellation.never())).isTrue();

            assertThat(store.streams()).extracting(StreamSummary::stream).containsExactly("account-1", "account-2", "loan-1");
            StreamSummary account = store.streams().get(1);
            assertThat(account.events()).isEqualTo(2);
            assertThat(account.firstVersion()).isEqualTo(OptionalLong.of(3));
            assertThat(account.lastVersion()).isEqualTo(OptionalLong.of(4));
            assertThat(account.firstAt()).contains(Instant.parse(NOON));
            assertThat(account.lastAt()).contains(Instant.parse(LATER));
            assertThat(store.streams().getFirst().firstAt()).isEmpty();
        }
    }

    @Test
    void histories_of_a_far_store_come_from_the_copy_once_it_is_there() {
        var source = three().far();
        try (var store = open(source)) {
            var before = store.history("account-2", new MergeFold(), Progress.SILENT, Cancellation.never());

            assertThat(store.bodies()).isEmpty();
            assertThat(store.copyBodies(Progress.SILENT, Cancellation.never())).isTrue();
            long read = source.rowsRead();
            var after = store.history("account-2", new MergeFold(), Progress.SILENT, Cancellation.never());

            assertThat(source.rowsRead()).isEqualTo(read);
            assertThat(after.size()).isEqualTo(2);
            assertThat(after.event(0)).isEqualTo(before.event(0));
            assertThat(after.event(1)).isEqualTo(before.event(1));
            assertThat(after.category()).isEqualTo("account");
        }
    }

    /// Counts the events that it folds.
    private record Counting(String digest, AtomicInteger folded) implements Fold {
        Counting(String digest) {
            this(digest, new AtomicInteger());
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public void begin(String category, StateEditor state) {
            state.set(FieldPath.parse("/by"), new Text(digest));
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) {
            folded.incrementAndGet();
        }
    }

    private static String by(StreamHistory history) {
        return history.stateAfter(1).at(FieldPath.parse("/by")).toString();
    }

    @Test
    void going_from_one_fold_to_another_and_back_folds_and_reads_nothing_again() {
        var source = three();
        try (var store = open(source)) {
            store.buildIndex(Progress.SILENT, Cancellation.never());
            var one = new Counting("one");
            var other = new Counting("other");
            store.history("account-2", one, Progress.SILENT, Cancellation.never());
            long read = source.rowsRead();

            var second = store.history("account-2", other, Progress.SILENT, Cancellation.never());
            var again = store.history("account-2", new Counting("one", one.folded()), Progress.SILENT, Cancellation.never());

            assertThat(by(second)).contains("other");
            assertThat(by(again)).contains("one");
            assertThat(one.folded()).hasValue(2);
            assertThat(other.folded()).hasValue(2);
            assertThat(source.rowsRead()).isEqualTo(read);
        }
    }

    @Test
    void a_history_that_was_not_made_to_its_end_is_not_kept() {
        try (var store = open(three())) {
            store.buildIndex(Progress.SILENT, Cancellation.never());
            var fold = new Counting("one");
            var cancelled = new Cancellation();
            cancelled.cancel();
            store.history("account-2", fold, Progress.SILENT, cancelled);

            var whole = store.history("account-2", fold, Progress.SILENT, Cancellation.never());

            assertThat(whole.size()).isEqualTo(2);
        }
    }

    @Test
    void before_the_store_is_indexed_nothing_is_kept() {
        try (var store = open(three())) {
            var fold = new Counting("one");
            store.history("account-2", fold, Progress.SILENT, Cancellation.never());
            store.history("account-2", fold, Progress.SILENT, Cancellation.never());

            assertThat(fold.folded()).hasValue(4);
        }
    }

    @Test
    void kept_histories_give_way_to_later_ones() {
        try (var store = open(three())) {
            StreamHistory one = store.history("account-2", new Counting("one"), Progress.SILENT, Cancellation.never());
            StreamHistory other = store.history("account-2", new Counting("other"), Progress.SILENT, Cancellation.never());
            var kept = new KeptHistories(one.held() + other.held() - 1);

            kept.keep(one);
            assertThat(kept.find("account-2", one.fold())).contains(one);
            kept.keep(other);

            assertThat(kept.find("account-2", one.fold())).isEmpty();
            assertThat(kept.find("account-2", other.fold())).contains(other);
        }
    }

    @Test
    void a_stream_whose_versions_repeat_is_asked_of_the_store() {
        var source = three().event("account-2", 4, "Closed", LATER, "{}").far();
        try (var store = open(source)) {
            store.copyBodies(Progress.SILENT, Cancellation.never());
            long read = source.rowsRead();

            var history = store.history("account-2", new MergeFold(), Progress.SILENT, Cancellation.never());

            assertThat(history.size()).isEqualTo(3);
            assertThat(source.rowsRead()).isEqualTo(read + 3);
        }
    }

    @Test
    void nothing_is_copied_of_a_store_that_is_near() {
        try (var store = open(three())) {
            assertThat(store.copyBodies(Progress.SILENT, Cancellation.never())).isFalse();
            assertThat(store.bodies()).isEmpty();
        }
    }

    @Test
    void categories_count_streams_events_and_snapshots() {
        try (var store = open(three())) {
            store.buildIndex(Progress.SILENT, Cancellation.never());

            assertThat(store.categories())
                    .extracting(CategorySummary::name, CategorySummary::streams, CategorySummary::events, CategorySummary::snapshots)
                    .containsExactly(
                            tuple("account", 2L, 3L, 1L),
                            tuple("loan", 1L, 1L, 0L));
        }
    }

    @Test
    void a_cancelled_index_is_partial_and_goes_on_where_it_stopped() {
        var source = new MemorySource();
        for (int i = 0; i < 25_000; i++) {
            source.event("account-1", i, "Booked", NOON, "{}");
        }
        var cancellation = new Cancellation();
        try (var store = open(source)) {
            boolean whole = store.buildIndex((_, _) -> cancellation.cancel(), cancellation);

            assertThat(whole).isFalse();
            assertThat(store.index().size()).isEqualTo(10_000);
            assertThat(store.buildIndex(Progress.SILENT, Cancellation.never())).isTrue();
            assertThat(store.index().size()).isEqualTo(25_000);
            assertThat(source.rowsRead()).isEqualTo(25_000);
        }
    }

    @Test
    void without_rules_the_merge_fold_is_used_and_says_that_it_guesses() {
        try (var store = open(three())) {
            assertThat(store.defaultFold()).isInstanceOf(MergeFold.class);
            assertThat(store.defaultFold().isGuess()).isTrue();
            assertThat(store.foldOrigin()).isEqualTo("merge fold");
        }
    }
}
