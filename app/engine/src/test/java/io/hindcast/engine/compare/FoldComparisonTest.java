package io.hindcast.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldComparisonTest {
    private static final FoldComparison ALL = new FoldComparison(false);
    private static final FoldComparison SHARED = new FoldComparison(true);

    /// Appends, removes and adds as the body says; the bend makes it part from others at one kind of event.
    private record Lists(String name, long bend) implements Fold {
        @Override
        public String digest() {
            return name + bend;
        }

        @Override
        public void begin(String category, StateEditor state) {
            state.set(FieldPath.parse("/sum"), Num.of(0));
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            if (!(event.data().at(FieldPath.parse("/n")) instanceof Num n)) {
                throw new FoldFailure("/n is no number");
            }
            switch (event.type()) {
                case "Appended" -> state.append(FieldPath.parse("/items"), n);
                case "Removed" -> state.remove(FieldPath.parse("/items/0"));
                case "Bent" -> {
                    state.remove(FieldPath.parse("/items/" + bend));
                    state.add(FieldPath.parse("/sum"), Num.of(bend));
                }
                default -> state.add(FieldPath.parse("/sum"), n);
            }
        }
    }

    private static StreamHistory load(MemorySource source, Fold fold) {
        return new HistoryLoader(source, new StandardPayloads()).load("list-1", fold, Progress.SILENT, Cancellation.never());
    }

    private static Optional<Divergence> first(FoldComparison comparison, MemorySource source, Fold one, Fold other) {
        StreamHistory history = load(source, one);
        return comparison.first(history, history.foldedWith(other, Cancellation.never()), Cancellation.never());
    }

    private static MemorySource events(String... types) {
        var source = new MemorySource();
        for (int i = 0; i < types.length; i++) {
            source.event("list-1", i + 1, types[i], "", "{\"n\": %d}".formatted(i % 2));
        }
        return source;
    }

    @Test
    void the_same_rule_never_parts() {
        var source = events("Appended", "Added", "Removed", "Bent");

        assertThat(first(ALL, source, new Lists("one", 0), new Lists("other", 0))).isEmpty();
    }

    @Test
    void the_first_event_after_which_states_differ_is_named_with_its_fields() {
        var source = events("Added", "Appended", "Bent", "Bent");

        Divergence parted = first(ALL, source, new Lists("one", 0), new Lists("other", 1)).orElseThrow();

        assertThat(parted.index()).isEqualTo(2);
        assertThat(parted.event().orElseThrow().version()).hasValue(3);
        assertThat(parted.changes()).extracting(it -> it.path().toString()).contains("/sum");
    }

    @Test
    void folds_that_part_and_meet_again_have_parted() {
        var source = events("Appended", "Appended", "Appended", "Bent", "Removed", "Removed", "Removed");

        assertThat(first(ALL, source, new Lists("one", 0), new Lists("other", 2)).orElseThrow().index()).isEqualTo(3);
    }

    @Test
    void a_list_that_looks_the_same_where_it_was_touched_is_compared_as_a_whole() {
        var source = new MemorySource()
                .event("list-1", 1, "Appended", "", "{\"n\": 7}")
                .event("list-1", 2, "Appended", "", "{\"n\": 7}")
                .event("list-1", 3, "Trimmed", "", "{\"n\": 0}");
        record Trimming(boolean trims) implements Fold {
            @Override
            public String name() {
                return "trimming";
            }

            @Override
            public String digest() {
                return "trimming" + trims;
            }

            @Override
            public void begin(String category, StateEditor state) {}

            @Override
            public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
                if (event.type().equals("Appended")) {
                    state.append(FieldPath.parse("/items"), event.data().at(FieldPath.parse("/n")));
                } else if (trims) {
                    state.remove(FieldPath.parse("/items/0"));
                }
            }
        }

        assertThat(first(ALL, source, new Trimming(true), new Trimming(false)).orElseThrow().index())
                .isEqualTo(2);
    }

    @Test
    void different_beginnings_differ_before_the_first_event() {
        var source = events("Appended");

        Divergence parted = first(ALL, source, new Lists("one", 0), new MergeFold()).orElseThrow();

        assertThat(parted.index()).isEqualTo(StreamHistory.BEFORE_FIRST);
        assertThat(parted.event()).isEmpty();
        assertThat(first(SHARED, source, new Lists("one", 0), new MergeFold())).isEmpty();
    }

    @Test
    void an_event_that_only_one_fold_can_apply_is_told_with_the_reason() {
        var source = new MemorySource().event("list-1", 1, "Added", "", "{\"m\": 1}");
        Fold lists = new Lists("one", 0);
        Fold supposed = Hypothesis.NONE
                .replacing(EventPick.atVersion("list-1", 1), Fields.of("n", Num.of(5)))
                .over(lists);

        Divergence parted = first(ALL, source, lists, supposed).orElseThrow();

        assertThat(parted.problem()).contains("/n is no number");
        assertThat(parted.otherProblem()).isEmpty();
        assertThat(parted.changes()).singleElement().hasToString("Change[path=/sum, before=0, after=5]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void it_agrees_with_comparing_whole_states_after_every_event(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String[] kinds = {"Appended", "Appended", "Removed", "Added", "Bent"};
        var types = new String[300];
        for (int i = 0; i < types.length; i++) {
            types[i] = kinds[random.nextInt(i > 40 ? kinds.length : kinds.length - 1)];
        }
        var source = events(types);
        StreamHistory one = load(source, new Lists("one", 0));
        StreamHistory other = load(source, new Lists("other", 1 + seed % 3));

        int expected = -1;
        for (int i = 0; i < one.size() && expected < 0; i++) {
            if (!Difference.between(one.stateAfter(i), other.stateAfter(i)).isEmpty()) {
                expected = i;
            }
        }

        var found = ALL.first(one, other, Cancellation.never());
        assertThat(found.map(Divergence::index).orElse(-1)).as("seed " + seed).isEqualTo(expected);
        found.ifPresent(it -> assertThat(it.changes())
                .isEqualTo(Difference.between(one.stateAfter(it.index()), other.stateAfter(it.index()))));
    }

    @Test
    void a_cancelled_comparison_claims_nothing() {
        var cancelled = new Cancellation();
        var source = events("Bent");
        StreamHistory one = load(source, new Lists("one", 0));
        StreamHistory other = load(source, new Lists("other", 1));
        cancelled.cancel();

        assertThat(ALL.first(one, other, cancelled)).isEmpty();
    }
}
