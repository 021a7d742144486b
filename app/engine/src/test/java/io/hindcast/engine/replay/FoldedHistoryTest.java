package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedHistoryTest {
    private static final FieldPath BALANCE = FieldPath.parse("/balance");

    /// Adds /amount to the balance; an amount that is no number fails.
    private record Adding() implements Fold {
        @Override
        public String name() {
            return "adding";
        }

        @Override
        public String digest() {
            return "adding";
        }

        @Override
        public void begin(String category, StateEditor state) {
            state.set(BALANCE, Num.of(0));
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            state.set(FieldPath.parse("/last"), event.data().at(FieldPath.parse("/by")));
            if (!(event.data().at(FieldPath.parse("/amount")) instanceof Num amount)) {
                throw new FoldFailure("/amount is no number");
            }
            state.add(BALANCE, amount);
        }
    }

    private static StreamHistory load(MemorySource source) {
        return new HistoryLoader(source, new StandardPayloads())
                .load("account-1", new Adding(), Progress.SILENT, Cancellation.never());
    }

    private static String at(int minute) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute).toString();
    }

    private static MemorySource booked(String... amounts) {
        var source = new MemorySource();
        for (int i = 0; i < amounts.length; i++) {
            source.event("account-1", i, "Booked", at(i), "{\"amount\": %s}".formatted(amounts[i]));
        }
        return source;
    }

    @Test
    void the_state_after_an_event_is_the_exact_sum_up_to_it() {
        var history = load(booked("0.1", "0.2", "3544790567247868102"));

        assertThat(history.stateAfter(0).at(BALANCE)).hasToString("0.1");
        assertThat(history.stateAfter(1).at(BALANCE)).hasToString("0.3");
        assertThat(history.stateAfter(2).at(BALANCE)).hasToString("3544790567247868102.3");
        assertThat(history.stateAfter(StreamHistory.BEFORE_FIRST)).isEqualTo(Absent.ABSENT);
    }

    @Test
    void a_failing_event_leaves_no_trace_and_the_rest_goes_on() {
        var history = load(booked("1", "\"x\"", "2"));

        assertThat(history.stateAfter(2).at(BALANCE)).isEqualTo(Num.of(3));
        assertThat(history.problems()).containsExactly(new Problem(1, 1, "Booked", "/amount is no number"));
        assertThat(history.changesAt(1)).isEmpty();
        assertThat(history.at(new Moment.AtVersion(0)).isReliable()).isTrue();
        assertThat(history.at(new Moment.AtVersion(1)).isReliable()).isFalse();
    }

    /// Says of every amount that it is inexact.
    private record Estimating() implements Fold {
        @Override
        public String name() {
            return "estimating";
        }

        @Override
        public String digest() {
            return "estimating";
        }

        @Override
        public void begin(String category, StateEditor state) {
            state.set(BALANCE, Num.of(0));
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            state.inexact(BALANCE);
            if (!(event.data().at(FieldPath.parse("/amount")) instanceof Num amount)) {
                throw new FoldFailure("/amount is no number");
            }
            state.add(BALANCE, amount);
        }
    }

    @Test
    void what_came_out_of_binary_arithmetic_is_told_from_its_first_event_on() {
        var history = new HistoryLoader(booked("\"x\"", "1", "2"), new StandardPayloads())
                .load("account-1", new Estimating(), Progress.SILENT, Cancellation.never());

        assertThat(history.inexact()).containsExactly(new Inexact(BALANCE, 1, 1, "Booked"));
        assertThat(history.at(new Moment.AtVersion(0)).inexact()).as("taken back with its event").isEmpty();
        assertThat(history.at(Moment.HEAD).inexact()).hasSize(1);
        LocalDate day = LocalDate.parse("2026-01-01");
        assertThat(history.at(Moment.HEAD, day, ZoneOffset.UTC).inexact()).isEqualTo(history.inexact());
    }

    @Test
    void an_unreadable_body_is_a_problem_with_its_place() {
        var history = load(new MemorySource()
                .event("account-1", 0, "Booked", at(0), "{\"amount\": 5}")
                .event("account-1", 1, "Booked", at(1), "{\"amount\": "));

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.version()).isEqualTo(1);
            assertThat(problem.reason()).contains("unreadable");
        });
    }

    @Test
    void moments_are_inclusive() {
        var history = load(booked("1", "1", "1"));

        assertThat(history.indexAt(Moment.HEAD)).isEqualTo(2);
        assertThat(history.indexAt(new Moment.AtVersion(1))).isEqualTo(1);
        assertThat(history.indexAt(new Moment.AtInstant(Instant.parse(at(1))))).isEqualTo(1);
        assertThat(history.indexAt(new Moment.AtInstant(Instant.parse(at(1)).minusNanos(1)))).isZero();
        assertThat(history.indexAt(new Moment.AtInstant(Instant.parse(at(0)).minusNanos(1)))).isEqualTo(-1);
    }

    @Test
    void one_version_twice_shows_both_and_the_version_means_the_later() {
        var history = load(new MemorySource()
                .event("account-1", 0, "Booked", at(0), "{\"amount\": 1}")
                .event("account-1", 0, "Booked", at(1), "{\"amount\": 2}")
                .event("account-1", 1, "Booked", at(2), "{\"amount\": 4}"));

        assertThat(history.size()).isEqualTo(3);
        assertThat(history.at(new Moment.AtVersion(0)).state().at(BALANCE)).isEqualTo(Num.of(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 1000})
    void any_jump_gives_what_reading_through_gives(int length) {
        for (long seed = 0; seed < 20; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var source = new MemorySource();
            long[] sums = new long[length];
            for (int i = 0; i < length; i++) {
                long amount = random.nextLong(-1000, 1000);
                sums[i] = (i == 0 ? 0 : sums[i - 1]) + amount;
                source.event("account-1", i, "Booked", at(i), "{\"amount\": %d, \"by\": \"u%d\"}".formatted(amount, i % 3));
            }
            var history = load(source);
            for (int jump = 0; jump < 50; jump++) {
                int index = random.nextInt(length);
                StateValue state = history.stateAfter(index);
                StateValue before = index == 0 ? history.stateAfter(-1) : history.stateAfter(index - 1);

                assertThat(state.at(BALANCE)).as("seed %d, event %d", seed, index).isEqualTo(Num.of(sums[index]));
                if (index > 0) {
                    assertThat(history.changesAt(index))
                            .as("seed %d, event %d", seed, index)
                            .containsExactlyInAnyOrderElementsOf(Difference.between(before, state));
                }
            }
        }
    }

    @Test
    void the_stream_is_read_once_however_often_one_looks() {
        var source = booked("1", "2", "3");
        var history = load(source);
        long read = source.rowsRead();

        for (int i = 0; i < history.size(); i++) {
            history.stateAfter(i);
        }

        assertThat(source.rowsRead()).isEqualTo(read).isEqualTo(3);
    }

    @Test
    void stepping_back_through_a_stream_decodes_no_event_again() {
        var amounts = new String[1_000];
        Arrays.fill(amounts, "1");
        var standard = new StandardPayloads();
        var decoded = new AtomicInteger();
        var history = new HistoryLoader(booked(amounts), (bytes, shape) -> {
                    decoded.incrementAndGet();
                    return standard.decode(bytes, shape);
                })
                .load("account-1", new Adding(), Progress.SILENT, Cancellation.never());
        decoded.set(0);

        for (int i = history.size() - 1; i >= 0; i--) {
            assertThat(history.stateAfter(i).at(BALANCE)).isEqualTo(Num.of(i + 1));
            assertThat(history.changesAt(i)).hasSize(1);
        }

        assertThat(decoded.get()).isZero();
    }

    @Test
    void a_cancelled_load_holds_what_was_folded_and_nothing_else() {
        var source = new MemorySource();
        for (int i = 0; i < 3_000; i++) {
            source.event("account-1", i, "Booked", at(i), "{\"amount\": 1}");
        }
        var cancellation = new Cancellation();
        Fold cancelling = new Cancelling(cancellation);

        var history = new HistoryLoader(source, new StandardPayloads())
                .load("account-1", cancelling, Progress.SILENT, cancellation);

        assertThat(history.size()).isBetween(500, 2_999);
        assertThat(history.stateAfter(history.size() - 1).at(BALANCE)).isEqualTo(Num.of(history.size()));
        assertThat(history.indexAt(Moment.HEAD)).isEqualTo(history.size() - 1);
    }

    /// Adds, and wishes to stop after 500 events.
    private record Cancelling(Cancellation cancellation) implements Fold {
        private static final Fold ADDING = new Adding();

        @Override
        public String name() {
            return ADDING.name();
        }

        @Override
        public String digest() {
            return ADDING.digest();
        }

        @Override
        public void begin(String category, StateEditor state) {
            ADDING.begin(category, state);
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            ADDING.apply(event, state);
            if (event.header().version().orElse(0) == 500) {
                cancellation.cancel();
            }
        }
    }

    @Test
    void a_change_names_the_old_and_the_new_value() {
        var history = load(booked("1", "2"));

        assertThat(history.changesAt(1)).containsExactly(new Change(BALANCE, Num.of(1), Num.of(3)));
    }
}
