package io.hindcast.engine.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.population.RollForward.Movement;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.Opened;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Position;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollForwardsTest {
    private static final Fold FOLD = Accounts.fold();
    private static final FieldPath BALANCE = FieldPath.parse("balance");
    private static final CurrencyField CURRENCY = CurrencyField.of(FOLD, "account");

    private static RollForward roll(OpenStore store, long memory, Moment from, Moment to, List<OfStream> streams) {
        return new RollForwards(store, memory)
                .between(
                        new RollQuestion("account", FOLD, BALANCE, CURRENCY, from, to),
                        streams::add,
                        Progress.SILENT,
                        Cancellation.never());
    }

    private static Map<String, Num> totals(OpenStore store, Moment moment) {
        return totals(store, moment, Optional.empty());
    }

    private static Map<String, Num> totals(OpenStore store, Moment moment, Optional<LocalDate> effective) {
        var totals = new Totals(Optional.of(List.of(BALANCE)), CURRENCY);
        new States(store)
                .at(
                        new StatesQuestion("account", FOLD, moment, effective, ZoneOffset.UTC),
                        row -> totals.add(row.state()),
                        Progress.SILENT,
                        Cancellation.never());
        return totals.totals().isEmpty() ? Map.of() : totals.totals().getFirst().sums();
    }

    @Test
    void opening_and_movements_make_the_closing_which_is_the_total_of_the_states() {
        for (long seed = 0; seed < 80; seed++) {
            OpenStore store =
                    Opened.over(new SmallPages(Accounts.history(seed, 500, 10, seed % 2 == 0), 41));
            Moment from = new Moment.AtInstant(Accounts.START.plusSeconds(3_600 * (seed * 13 % 300)));
            Moment to = seed % 3 == 0
                    ? Moment.HEAD
                    : new Moment.AtInstant(Accounts.START.plusSeconds(3_600 * (300 + seed * 7 % 200)));
            var streams = new ArrayList<OfStream>();

            RollForward roll = roll(store, Long.MAX_VALUE, from, to, streams);

            assertThat(roll.tiesOut()).as("seed %d: %s", seed, roll).isTrue();
            assertThat(by(roll.lines(), true)).as("seed %d, opening", seed).isEqualTo(withoutZeros(totals(store, from)));
            assertThat(by(roll.lines(), false)).as("seed %d, closing", seed).isEqualTo(withoutZeros(totals(store, to)));
            assertThat(streams).allSatisfy(stream -> assertThat(stream.lines())
                    .allSatisfy(line -> assertThat(line.difference().signum()).isZero()));
            assertThat(sumOf(streams)).as("seed %d, by stream", seed).isEqualTo(by(roll.lines(), false));
        }
    }

    @Test
    void on_two_clocks_opening_and_closing_are_the_totals_that_were_believed_at_the_moment() {
        for (long seed = 0; seed < 60; seed++) {
            OpenStore store = Opened.over(new SmallPages(Accounts.history(seed, 500, 10, seed % 2 == 0), 41));
            LocalDate start = LocalDate.ofInstant(Accounts.START, ZoneOffset.UTC);
            LocalDate from = start.plusDays(seed % 11);
            LocalDate to = from.plusDays(1 + seed % 7);
            Moment believed = seed % 3 == 0
                    ? Moment.HEAD
                    : new Moment.AtInstant(Accounts.START.plusSeconds(3_600 * (100 + seed * 17 % 400)));
            var streams = new ArrayList<OfStream>();

            RollForward roll = new RollForwards(store, seed % 5 == 0 ? 20_000 : Long.MAX_VALUE)
                    .between(
                            new RollQuestion("account", FOLD, BALANCE, CURRENCY, new RollPeriod.Effective(from, to, believed, ZoneOffset.UTC)),
                            streams::add,
                            Progress.SILENT,
                            Cancellation.never());

            assertThat(roll.tiesOut()).as("seed %d: %s", seed, roll).isTrue();
            assertThat(by(roll.lines(), true)).as("seed %d, opening", seed).isEqualTo(withoutZeros(totals(store, believed, Optional.of(from))));
            assertThat(by(roll.lines(), false)).as("seed %d, closing", seed).isEqualTo(withoutZeros(totals(store, believed, Optional.of(to))));
            assertThat(sumOf(streams)).as("seed %d, by stream", seed).isEqualTo(by(roll.lines(), false));
        }
    }

    @Test
    void movements_are_those_of_the_states_before_and_after_each_event() {
        for (long seed = 0; seed < 40; seed++) {
            MemorySource source = Accounts.history(seed, 400, 8, seed % 2 == 0);
            OpenStore store = Opened.over(new SmallPages(source, 29));
            Moment from = new Moment.AtInstant(Accounts.START.plusSeconds(3_600 * (seed * 5 % 200)));

            RollForward roll = roll(store, Long.MAX_VALUE, from, Moment.HEAD, new ArrayList<>());

            assertThat(movements(roll)).as("seed %d", seed).isEqualTo(byHand(store, from));
        }
    }

    /// `CHF Deposited: 3 events, 12.50`, from the history of every stream alone.
    private static Map<String, String> byHand(OpenStore store, Moment from) {
        store.buildIndex(Progress.SILENT, Cancellation.never());
        var counts = new TreeMap<String, Long>();
        var sums = new TreeMap<String, Num>();
        for (int stream = 0; stream < 8; stream++) {
            var history = store.history("account-" + stream, FOLD, Progress.SILENT, Cancellation.never());
            for (int i = history.indexAt(from) + 1; i < history.size(); i++) {
                var changed = new TreeMap<String, Num>();
                add(changed, i == 0 ? null : history.stateAfter(i - 1), -1);
                add(changed, history.stateAfter(i), 1);
                for (var one : changed.entrySet()) {
                    if (one.getValue().signum() != 0) {
                        String key = one.getKey() + " " + history.event(i).type();
                        counts.merge(key, 1L, Long::sum);
                        sums.merge(key, one.getValue(), Num::plus);
                    }
                }
            }
        }
        var shown = new TreeMap<String, String>();
        sums.forEach((key, sum) ->
                shown.put(key, counts.get(key) + " " + sum.value().stripTrailingZeros().toPlainString()));
        return shown;
    }

    private static void add(Map<String, Num> changed, @Nullable StateValue state, int sign) {
        if (state != null && state.at(BALANCE) instanceof Num number) {
            String currency = state.at(FieldPath.parse("currency")) instanceof Text(String text) ? text : "";
            changed.merge(currency, sign < 0 ? number.negated() : number, Num::plus);
        }
    }

    private static Map<String, String> movements(RollForward roll) {
        var shown = new TreeMap<String, String>();
        for (RollLine line : roll.lines()) {
            for (Movement movement : line.movements()) {
                shown.put(
                        line.currency() + " " + movement.type(),
                        movement.events() + " " + movement.amount().value().stripTrailingZeros().toPlainString());
            }
        }
        return shown;
    }

    @Test
    void a_replaced_value_moves_by_the_difference_and_odd_values_are_named() {
        var source = new MemorySource()
                .event("account-1", 0, "Opened", "", "{\"currency\":\"EUR\",\"amount\":10.00}")
                .event("account-1", 1, "Corrected", "", "{\"to\":7.25}")
                .event("account-1", 2, "Spoiled", "", "{}")
                .event("account-1", 3, "Corrected", "", "{\"to\":1}")
                .event("account-1", 4, "Deposited", "", "{\"amount\":\"much\"}")
                .event("account-1", 5, "Renamed", "", "{\"name\":\"x\"}");

        RollForward roll = roll(
                Opened.over(source),
                Long.MAX_VALUE,
                new Moment.AtPosition(Position.of(1)),
                Moment.HEAD,
                new ArrayList<>());

        assertThat(roll.lines()).singleElement().satisfies(line -> {
            assertThat(line.currency()).isEqualTo("EUR");
            assertThat(line.opening()).hasToString("10.00");
            assertThat(line.movements())
                    .containsExactly(
                            new Movement("Corrected", 2, Num.parse("-1.75")),
                            new Movement("Spoiled", 1, Num.parse("-7.25")));
            assertThat(line.closing()).hasToString("1");
        });
        assertThat(roll.tiesOut()).isTrue();
        assertThat(roll.withoutEffect()).isEqualTo(2);
        assertThat(roll.namedFailed()).singleElement().satisfies(one -> assertThat(one.version()).isEqualTo(4));
        assertThat(roll.namedNotNumeric())
                .extracting(RollForward.Named::version, RollForward.Named::what)
                .containsExactly(
                        tuple(2L, "puts text"),
                        tuple(3L, "replaces text"));
    }

    @Test
    void little_memory_changes_nothing() {
        OpenStore store = Opened.over(new SmallPages(Accounts.history(5, 600, 40, true), 50));
        Moment from = new Moment.AtPosition(Position.of(200));
        var many = new ArrayList<OfStream>();
        var few = new ArrayList<OfStream>();

        RollForward plenty = roll(store, Long.MAX_VALUE, from, Moment.HEAD, many);
        RollForward little = roll(store, 8_000, from, Moment.HEAD, few);

        assertThat(little.population().passes()).isGreaterThan(1);
        assertThat(little.lines()).isEqualTo(plenty.lines());
        assertThat(few).isEqualTo(many);
    }

    private static Map<String, Num> by(List<RollLine> lines, boolean opening) {
        var amounts = new TreeMap<String, Num>();
        lines.forEach(line -> amounts.put(line.currency(), opening ? line.opening() : line.closing()));
        return withoutZeros(amounts);
    }

    private static Map<String, Num> sumOf(List<OfStream> streams) {
        var amounts = new TreeMap<String, Num>();
        streams.forEach(stream -> stream.lines().forEach(line -> amounts.merge(line.currency(), line.closing(), Num::plus)));
        return withoutZeros(amounts);
    }

    private static Map<String, Num> withoutZeros(Map<String, Num> amounts) {
        var rest = new TreeMap<>(amounts);
        rest.values().removeIf(amount -> amount.signum() == 0);
        return rest;
    }
}
