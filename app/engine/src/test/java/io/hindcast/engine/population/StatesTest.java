package io.hindcast.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.Opened;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Position;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StatesTest {
    private static final int EVENTS = 600;
    private static final int STREAMS = 12;
    private static final Fold FOLD = Accounts.fold();

    private record Answer(List<Aggregate> rows, Population population) {}

    private static Answer ask(OpenStore store, long memory, Moment moment, Optional<LocalDate> effective) {
        var rows = new ArrayList<Aggregate>();
        var population = new States(store, memory)
                .at(
                        new StatesQuestion("account", FOLD, moment, effective, ZoneOffset.UTC),
                        rows::add,
                        Progress.SILENT,
                        Cancellation.never());
        return new Answer(rows, population);
    }

    private static List<Moment> moments(long seed) {
        return List.of(
                Moment.HEAD,
                new Moment.AtPosition(Position.of(1 + seed % EVENTS)),
                new Moment.AtVersion(seed % 40),
                new Moment.AtInstant(Accounts.START.plusSeconds(3_600 * (seed * 37 % EVENTS))));
    }

    private static Set<String> streams(EventSource source) {
        var names = new TreeSet<String>();
        try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.HEADERS))) {
            cursor.next().orElseThrow().streams().forEach(name -> {
                if (name.category().equals("account")) {
                    names.add(name.stream());
                }
            });
        }
        return names;
    }

    private static StateAt alone(OpenStore store, String stream, Moment moment, Optional<LocalDate> effective) {
        var history = store.history(stream, FOLD, Progress.SILENT, Cancellation.never());
        return effective.map(day -> history.at(moment, day, ZoneOffset.UTC)).orElseGet(() -> history.at(moment));
    }

    @Test
    void every_state_is_the_state_of_its_stream_at_the_moment() {
        long readAgain = 0;
        for (long seed = 0; seed < 60; seed++) {
            MemorySource source = Accounts.history(seed, EVENTS, STREAMS, seed % 2 == 0);
            OpenStore store = Opened.over(new SmallPages(source, 37));
            for (Moment moment : moments(seed)) {
                for (var effective : List.of(
                        Optional.<LocalDate>empty(), Optional.of(LocalDate.of(2026, 1, 1 + (int) (seed % 28))))) {
                    Answer answer = ask(store, Long.MAX_VALUE, moment, effective);

                    var expected = new ArrayList<String>();
                    for (String stream : streams(source)) {
                        StateAt alone = alone(store, stream, moment, effective);
                        if (alone.eventsApplied() > 0) {
                            expected.add(shown(stream, alone.state().toString(), alone.eventsApplied(),
                                    alone.problems().size(), alone.last().orElseThrow().version()));
                        }
                    }
                    assertThat(answer.rows())
                            .as("seed %d, %s, %s", seed, moment, effective)
                            .extracting(row -> shown(row.stream(), row.state().toString(), row.eventsApplied(),
                                    row.problems(), row.version()))
                            .isEqualTo(expected);
                    readAgain += answer.population().readAgain();
                    assertThat(answer.population().tiesOut()).as("seed %d, %s", seed, moment).isTrue();
                    assertThat(answer.population().aggregates()).isEqualTo(expected.size());
                }
            }
        }
        assertThat(readAgain).as("histories that go back are among them").isPositive();
    }

    private static String shown(String stream, String state, long applied, long problems, OptionalLong version) {
        return "%s %s %d %d %s".formatted(stream, state, applied, problems, version);
    }

    @Test
    void little_memory_costs_passes_and_changes_nothing() {
        for (long seed = 0; seed < 20; seed++) {
            var pages = new SmallPages(Accounts.history(seed, EVENTS, 40, true), 50);
            OpenStore store = Opened.over(pages);
            Answer plenty = ask(store, Long.MAX_VALUE, Moment.HEAD, Optional.empty());
            int before = pages.storeReads();

            Answer little = ask(store, 6_000, Moment.HEAD, Optional.empty());

            assertThat(little.rows()).as("seed %d", seed).isEqualTo(plenty.rows());
            assertThat(plenty.population().passes()).isEqualTo(1);
            assertThat(before).isEqualTo(1);
            assertThat(little.population().passes()).isGreaterThan(2).isEqualTo(pages.storeReads() - before);
            assertThat(little.population().eventsRead()).isEqualTo(plenty.population().eventsRead());
            assertThat(little.population().tiesOut()).isTrue();
        }
    }

    @Test
    void control_totals_say_where_each_event_went() {
        var source = new MemorySource()
                .event("account-1", 0, "Opened", "2026-01-01T00:00:00Z", "{\"currency\":\"EUR\",\"amount\":5}")
                .event("account-2", 0, "Opened", "2026-01-02T00:00:00Z", "{\"currency\":\"CHF\",\"amount\":7}")
                .event("loan-1", 0, "Opened", "2026-01-02T00:00:00Z", "{}")
                .event("account-1", 1, "Deposited", "2026-01-03T00:00:00Z", "{\"amount\":\"x\"}")
                .event("account-1", 2, "Deposited", "2026-01-04T00:00:00Z", "{\"amount\":1.50}")
                .event("account-3", 0, "Opened", "2026-01-05T00:00:00Z", "{\"currency\":\"CHF\",\"amount\":1}");

        Answer answer = ask(
                Opened.over(new SmallPages(source, 2, Set.of("account-2"))),
                Long.MAX_VALUE,
                new Moment.AtPosition(Position.of(4)),
                Optional.empty());

        Population population = answer.population();
        assertThat(population.streams()).isEqualTo(3);
        assertThat(population.aggregates()).isEqualTo(2);
        assertThat(population.notYetBegun()).isEqualTo(1);
        assertThat(population.eventsRead()).isEqualTo(5);
        assertThat(population.eventsApplied()).isEqualTo(3);
        assertThat(population.eventsAfter()).isEqualTo(2);
        assertThat(population.eventsWithProblem()).isEqualTo(1);
        assertThat(population.unreliable()).isEqualTo(1);
        assertThat(population.deleted()).isEqualTo(1);
        assertThat(population.lastPosition()).contains(Position.of(4));
        assertThat(answer.rows()).extracting(Aggregate::deleted).containsExactly(false, true);
        assertThat(answer.rows().getFirst().firstProblems()).singleElement().satisfies(problem -> {
            assertThat(problem.version()).isEqualTo(1);
            assertThat(problem.index()).isEqualTo(1);
        });
    }

    @Test
    void totals_are_exact_and_never_cross_currencies() {
        var totals = new Totals(Optional.empty(), CurrencyField.of(FOLD, "account"));
        var source = new MemorySource()
                .event("account-1", 0, "Opened", "", "{\"currency\":\"EUR\",\"amount\":0.1234567890123456789}")
                .event("account-2", 0, "Opened", "", "{\"currency\":\"EUR\",\"amount\":3544790567247868102}")
                .event("account-3", 0, "Opened", "", "{\"currency\":\"CHF\",\"amount\":-0.10}")
                .event("account-4", 0, "Opened", "", "{\"currency\":\"CHF\",\"amount\":\"n/a\"}");

        ask(Opened.over(source), Long.MAX_VALUE, Moment.HEAD, Optional.empty())
                .rows()
                .forEach(row -> totals.add(row.state()));

        assertThat(totals.totals()).singleElement().satisfies(total -> {
            assertThat(total.path()).isEqualTo(FieldPath.parse("/balance"));
            assertThat(total.sums())
                    .containsEntry("CHF", Num.parse("-0.10"))
                    .containsEntry("EUR", Num.parse("3544790567247868102.1234567890123456789"));
            assertThat(total.counts()).containsEntry("CHF", 1L).containsEntry("EUR", 2L).hasSize(2);
            assertThat(total.numbers()).isEqualTo(3);
            assertThat(total.others()).isEqualTo(1);
            assertThat(total.missing()).isZero();
        });
    }

    @Test
    void a_stopped_answer_has_no_row_that_is_not_final() {
        var cancellation = new Cancellation();
        OpenStore store = Opened.over(new SmallPages(Accounts.history(1, EVENTS, STREAMS, true), 10));
        var rows = new ArrayList<Aggregate>();

        var population = new States(store)
                .at(
                        new StatesQuestion("account", FOLD, Moment.HEAD, Optional.empty(), ZoneOffset.UTC),
                        rows::add,
                        (done, _) -> {
                            if (done >= 100) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);

        assertThat(population.isComplete()).isFalse();
        assertThat(population.eventsRead()).isEqualTo(100);
        assertThat(rows).isEmpty();
    }
}
