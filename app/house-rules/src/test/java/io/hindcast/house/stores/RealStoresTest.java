package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.Totals;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.engine.spool.SpoolPlace;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every real store opens by itself and says what its facts say, to the last digit.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class RealStoresTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<RealStore, String> locations = new LinkedHashMap<>();
    private final TestServers servers = new TestServers();

    static List<RealStore> stores() {
        return RealStore.all();
    }

    static List<RealStore> storesWithSnapshots() {
        return stores().stream().filter(store -> store.facts().corrupted().isPresent()).toList();
    }

    /// Rules that are learned from a handful of snapshots can be bent until the wrong one fits too; the proposal says so.
    static List<RealStore> storesThatTeachRules() {
        return stores().stream().filter(store -> store.facts().snapshots() >= 10).toList();
    }

    @BeforeAll
    void laysOutTheStores(@TempDir Path scratch) throws IOException {
        for (RealStore store : stores()) {
            Path folder = Files.createDirectory(scratch.resolve(store.label()));
            locations.put(store, store.location(folder, servers));
        }
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whole_events_come_from_the_copy_of_the_bodies_as_from_the_store(RealStore store) throws IOException {
        try (var opened = open(store);
                var copy = EventSpool.create(opened.index(), SpoolPlace.FILE)) {
            var source = opened.store().source();

            assertThat(copy.fill(source, Progress.SILENT, Cancellation.never())).isTrue();

            var copied = copy.range(0, copy.size());
            var events = ReadOut.of(source, ReadRequest.store(ReadRequest.Detail.FULL)).events();
            assertThat(copied.size()).isEqualTo(events.size()).isEqualTo(opened.index().size());
            for (int i = 0; i < copied.size(); i++) {
                assertThat(copied.event(i)).isEqualTo(events.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void counts_tie_out(RealStore store) throws IOException {
        Facts facts = store.facts();
        var answer = run(store, "inspect");

        JsonNode entities = largest(answer.get("categories"));
        assertThat(sum("events", entities, answer, facts)).isEqualTo(facts.events());
        assertThat(sum("streams", entities, answer, facts)).isEqualTo(facts.streams());
        assertThat(answer.at("/counts/snapshots").asLong()).isEqualTo(facts.snapshots());
        assertThat(answer.get("readOnlyProof")).isNotEmpty().allSatisfy(proof -> assertThat(
                        proof.get("held").asBoolean())
                .as(proof.toString())
                .isTrue());
        assertThat(answer.get("recognisedBy")).isNotEmpty();
    }

    /// The category of the facts, with the one stream of events in no stream where deleting leaves them so.
    private static long sum(String what, JsonNode entities, JsonNode answer, Facts facts) {
        long sum = entities.get(what).asLong();
        for (JsonNode category : answer.get("categories")) {
            if (facts.deletingUnlinks() && category.get("name").asText().isEmpty()) {
                sum += category.get(what).asLong();
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void events_by_type_are_those_of_the_facts(RealStore store) {
        Map<String, Long> counted = new TreeMap<>();
        try (TestHouse.Opened open = open(store)) {
            HeaderIndex index = open.index();
            String category = open.largestCategory();
            for (int event = 0; event < index.size(); event++) {
                String family = index.streamEntry(index.stream(event)).category();
                if (family.equals(category) || (store.facts().deletingUnlinks() && family.isEmpty())) {
                    counted.merge(simple(index.typeNames().get(index.type(event))), 1L, Long::sum);
                }
            }
        }
        Map<String, Long> expected = new TreeMap<>();
        store.facts().eventsByType().forEach((type, events) -> expected.merge(simple(type), events, Long::sum));
        assertThat(counted).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_balances_of_all_streams_add_up_to_the_facts(RealStore store) {
        BigDecimal sum = BigDecimal.ZERO;
        try (TestHouse.Opened open = open(store)) {
            open.index();
            for (String stream : open.streamsOf(open.largestCategory())) {
                StateValue balance = open.history(stream).at(Moment.HEAD).state().at(FieldPath.parse("balance"));
                assertThat(balance).as(stream).isInstanceOf(Num.class);
                sum = sum.add(((Num) balance).value());
            }
        }
        assertThat(sum).isEqualByComparingTo(store.facts().sumOfFinalBalances());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void final_states_and_states_at_moments_equal_the_facts(RealStore store) {
        List<Facts.Expected> all = new ArrayList<>(store.facts().finals());
        all.addAll(store.facts().moments());
        assertThat(all).isNotEmpty();
        try (TestHouse.Opened open = open(store)) {
            for (Facts.Expected expected : all) {
                Moment moment = MomentText.parse(expected.at(), ZoneOffset.UTC).orElseThrow();
                StateAt answer = open.history(expected.stream()).at(moment);

                assertThat(answer.problems()).as("%s", expected).isEmpty();
                assertThat(answer.eventsApplied()).as("%s", expected).isEqualTo(expected.eventsApplied());
                if (expected.eventsApplied() == 0) {
                    assertThat(answer.last()).as("%s", expected).isEmpty();
                    continue;
                }
                if (!store.facts().countsByClock()) {
                    assertThat(answer.last().orElseThrow().version())
                            .as("%s", expected)
                            .isEqualTo(
                                    store.facts().hasVersions()
                                            ? OptionalLong.of(expected.version())
                                            : OptionalLong.empty());
                }
                expected.state().forEach((field, value) -> assertThat(same(answer.state(), field, value))
                        .as("%s: %s is %s", expected, field, answer.state().at(FieldPath.parse(field)))
                        .isTrue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void balances_by_effective_date_equal_the_facts(RealStore store) {
        try (TestHouse.Opened open = open(store)) {
            store.facts().effectiveBalances().forEach((stream, dates) -> dates.forEach((date, balance) -> {
                StateAt answer = open.history(stream).at(Moment.HEAD, LocalDate.parse(date), ZoneOffset.UTC);

                boolean begun = answer.eventsApplied() > 0;
                assertThat(begun ? same(answer.state(), "balance", balance) : new BigDecimal(balance).signum() == 0)
                        .as("%s by %s is %s, not %s", stream, date, answer.state().at(FieldPath.parse("balance")), balance)
                        .isTrue();
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_table_of_all_states_equals_the_facts(RealStore store) {
        try (TestHouse.Opened open = open(store)) {
            open.index();
            String category = open.largestCategory();
            var totals = new Totals(Optional.of(List.of(FieldPath.parse("balance"))), CurrencyField.ignored());
            Population population = open.states(category, Moment.HEAD, Optional.empty(), row -> totals.add(row.state()));

            assertThat(totals.totals().getFirst().sum().value())
                    .isEqualByComparingTo(store.facts().sumOfFinalBalances());
            List<Long> gone = store.facts().eventsOfUnlinkedStreams();
            assertThat(population.aggregates()).isEqualTo(store.facts().streams() - gone.size());
            assertThat(population.eventsRead())
                    .isEqualTo(store.facts().events() - gone.stream().mapToLong(Long::longValue).sum());
            assertThat(population.tiesOut()).isTrue();
            assertThat(population.passes()).isEqualTo(1);
            assertRows(open, category, store);
        }
    }

    private static void assertRows(TestHouse.Opened open, String category, RealStore store) {
        List<Facts.Expected> all = new ArrayList<>(store.facts().finals());
        all.addAll(store.facts().moments().subList(0, Math.min(6, store.facts().moments().size())));
        var tables = new HashMap<String, Map<String, Aggregate>>();
        for (Facts.Expected expected : all) {
            Aggregate row = tables.computeIfAbsent(expected.at(), at -> table(open, category, at, Optional.empty()))
                    .get(expected.stream());
            assertThat(row == null ? 0 : row.eventsApplied()).as("%s", expected).isEqualTo(expected.eventsApplied());
            if (row != null) {
                expected.state().forEach((field, value) -> assertThat(same(row.state(), field, value))
                        .as("%s: %s", expected, field)
                        .isTrue());
            }
        }
        var byDate = new HashMap<String, Map<String, Aggregate>>();
        store.facts().effectiveBalances().forEach((stream, dates) -> dates.forEach((date, balance) -> {
            Aggregate row = byDate.computeIfAbsent(
                            date, day -> table(open, category, "head", Optional.of(LocalDate.parse(day))))
                    .get(stream);

            assertThat(row == null ? new BigDecimal(balance).signum() == 0 : same(row.state(), "balance", balance))
                    .as("%s by %s", stream, date)
                    .isTrue();
        }));
    }

    private static Map<String, Aggregate> table(
            TestHouse.Opened open, String category, String at, Optional<LocalDate> effective) {
        var rows = new TreeMap<String, Aggregate>();
        Moment moment = MomentText.parse(at, ZoneOffset.UTC).orElseThrow();
        Population population = open.states(category, moment, effective, row -> rows.put(row.stream(), row));

        assertThat(population.tiesOut()).isTrue();
        return rows;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_balances_roll_forward_from_nothing_to_the_facts(RealStore store) throws IOException {
        JsonNode answer = run(
                store,
                "rollforward",
                ExitCode.DONE,
                "--fold",
                store.rules().toString(),
                "--category",
                largest(run(store, "inspect").get("categories")).get("name").asText(),
                "--field",
                "/balance",
                "--from",
                "1970-01-01");

        assertThat(answer.get("tiesOut").asBoolean()).isTrue();
        JsonNode line = answer.get("lines").get(0);
        assertThat(line.get("opening").asText()).isEqualTo("0");
        assertThat(new BigDecimal(line.get("closing").asText()))
                .isEqualByComparingTo(store.facts().sumOfFinalBalances());
        BigDecimal moved = BigDecimal.ZERO;
        for (JsonNode movement : line.get("movements")) {
            moved = moved.add(new BigDecimal(movement.get("amount").asText()));
        }
        assertThat(moved).isEqualByComparingTo(store.facts().sumOfFinalBalances());
    }

    @ParameterizedTest
    @MethodSource("storesWithSnapshots")
    void verify_names_exactly_the_corrupted_snapshot(RealStore store) throws IOException {
        var answer = run(store, "verify", ExitCode.FOUND, "--fold", store.rules().toString());

        assertNamesTheCorrupted(store, answer);
        // every one of them was altered by hand, in one field; once to a value that the field had before
        assertThat(drift(answer).at("/hint/kind").asText())
                .as(drift(answer).toString())
                .isEqualTo(store.folder().equals("commanded-eventstore") ? "old-value" : "edited");
        assertThat(drift(answer).at("/hint/text").asText()).contains(drift(answer).at("/changes/0/path").asText());
    }

    @ParameterizedTest
    @MethodSource("storesThatTeachRules")
    void verify_without_rules_proposes_some_and_names_the_same_snapshot(RealStore store) throws IOException {
        assertNamesTheCorrupted(store, run(store, "verify", ExitCode.FOUND));
    }

    private static void assertNamesTheCorrupted(RealStore store, JsonNode answer) {
        Facts.Corrupted corrupted = store.facts().corrupted().orElseThrow();
        assertThat(answer.at("/summary/snapshots").asLong()).isEqualTo(store.facts().snapshots());
        assertThat(answer.at("/summary/drifts").asLong()).isEqualTo(1);
        assertThat(answer.at("/summary/unverifiable").asLong()).isZero();
        JsonNode drift = drift(answer);
        assertThat(drift.get("stream").asText()).isEqualTo(corrupted.stream());
        assertThat(drift.get("version").asLong()).isEqualTo(corrupted.version());
        assertThat(drift.get("changes")).singleElement().satisfies(change -> {
            assertThat(change.get("path").asText().replace("_", ""))
                    .endsWithIgnoringCase("/" + corrupted.field().replace("_", ""));
            assertThat(new BigDecimal(change.get("snapshot").asText()))
                    .isEqualByComparingTo(new BigDecimal(corrupted.stored()));
            assertThat(new BigDecimal(change.get("replay").asText()))
                    .isEqualByComparingTo(new BigDecimal(corrupted.correct()));
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void streams_that_are_marked_deleted_are_shown_as_such(RealStore store) throws IOException {
        var deleted = new ArrayList<String>();
        for (JsonNode stream : run(store, "streams")) {
            if (stream.get("deleted").asBoolean()) {
                deleted.add(stream.get("stream").asText());
            }
        }

        assertThat(deleted).hasSize(store.facts().hasMarks() ? 1 : 0).containsAll(store.facts().marked());
    }

    @Test
    void states_by_proposed_rules_equal_the_facts_where_snapshots_taught_them() throws IOException {
        RealStore store = stores().stream()
                .filter(one -> one.folder().equals("message-db"))
                .findFirst()
                .orElseThrow();
        Facts.Expected expected = store.facts().finals().getFirst();

        JsonNode answer = run(
                store, "state", ExitCode.DONE, "--stream", expected.stream(), "--fold", "proposed");

        assertThat(answer.at("/state/balance").decimalValue())
                .isEqualByComparingTo(new BigDecimal(expected.state().get("balance")));
        assertThat(answer.at("/state/status").asText()).isEqualTo(expected.state().get("status"));
        assertThat(answer.at("/eventsApplied").asInt()).isEqualTo(expected.eventsApplied());
    }

    private static JsonNode drift(JsonNode answer) {
        for (JsonNode one : answer.get("snapshots")) {
            if (one.get("outcome").asText().equals("drifts")) {
                return one;
            }
        }
        throw new AssertionError("no drift in " + answer.get("summary"));
    }

    private static JsonNode largest(JsonNode categories) {
        JsonNode best = categories.get(0);
        for (JsonNode category : categories) {
            if (category.get("events").asLong() > best.get("events").asLong()) {
                best = category;
            }
        }
        return best;
    }

    static boolean same(StateValue state, String field, String expected) {
        return switch (state.at(FieldPath.parse(field))) {
            case Num number -> number.value().compareTo(new BigDecimal(expected)) == 0;
            case Text(String text) -> text.equals(expected);
            case Null _, Absent _ -> expected.equals("null");
            case StateValue other -> other.toString().equals(expected);
        };
    }

    private static String simple(String type) {
        String last = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf(':')) + 1);
        return last.contains("_")
                ? Arrays.stream(last.split("_"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                : last;
    }

    private TestHouse.Opened open(RealStore store) {
        return TestHouse.open(location(store), user(store), store.rules());
    }

    private JsonNode run(RealStore store, String verb) throws IOException {
        return run(store, verb, ExitCode.DONE);
    }

    private JsonNode run(RealStore store, String verb, int code, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(verb, location(store), "--output", "json"));
        if (!user(store).isEmpty()) {
            arguments.addAll(List.of("--user", user(store)));
        }
        arguments.addAll(List.of(more));
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        return JSON.readTree(answer.out());
    }

    private String location(RealStore store) {
        String location = locations.get(store);
        Assumptions.assumeTrue(location != null);
        return location == null ? "" : location;
    }

    private static String user(RealStore store) {
        return store.user();
    }
}
