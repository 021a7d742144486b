package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.hindcast.cli.ExitCode;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.Totals;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The row histories that Hibernate Envers wrote, folded by the rules that lie beside them and without any rules, give the
/// entities as the program that wrote them knew them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnversTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private final TestServers servers = new TestServers();
    private final Map<RealStore, String> locations = new LinkedHashMap<>();

    static Stream<RealStore> stores() {
        return RealStore.ofEnvers().stream();
    }

    @BeforeAll
    void laysOutTheStores(@TempDir Path scratch) throws IOException {
        for (RealStore store : stores().toList()) {
            locations.put(store, store.location(Files.createDirectory(scratch.resolve(store.folder())), servers));
        }
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void every_row_of_every_audit_table_is_an_event_of_its_entity(RealStore store) throws IOException {
        JsonNode facts = store.facts().json();
        JsonNode answer = run(store, "inspect");

        assertThat(answer.get("system").asText()).isEqualTo("hibernate-envers");
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        for (JsonNode category : answer.get("categories")) {
            counts.put(
                    category.get("name").asText().toLowerCase(Locale.ROOT),
                    List.of(category.get("streams").asLong(), category.get("events").asLong()));
        }
        assertThat(counts).containsOnlyKeys("account", "account_tag", "branch");
        assertThat(counts.get("account")).containsExactly(store.facts().streams(), store.facts().events());
        long branches = facts.at("/counts/branches").asLong();
        assertThat(counts.get("branch")).containsExactly(branches, branches);
        assertThat(answer.get("notRead")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_entity_at_any_moment_is_that_of_the_facts_to_the_last_digit(RealStore store) throws IOException {
        for (JsonNode stream : store.facts().json().get("streams")) {
            var moments = new ArrayList<JsonNode>();
            stream.get("moments").forEach(moments::add);
            for (JsonNode moment : moments) {
                JsonNode answer = run(store, "state", "--stream", name(store, stream), "--at", moment.get("at").asText());

                assertThat(answer.get("eventsApplied")).isEqualTo(moment.get("eventsApplied"));
                assertState(answer.get("state"), moment.get("state"));
            }
            if (stream.has("finalState")) {
                assertState(run(store, "state", "--stream", name(store, stream)).get("state"), stream.get("finalState"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void by_its_rules_too_an_entity_is_that_of_the_facts_and_a_deleted_one_is_gone(RealStore store) {
        try (var opened = TestHouse.open(locations.getOrDefault(store, ""), store.userOfFile(), store.rules())) {
            for (JsonNode stream : store.facts().json().get("streams")) {
                StreamHistory history = opened.history(name(store, stream));
                for (JsonNode moment : stream.get("moments")) {
                    Moment at = MomentText.parse(moment.get("at").asText(), ZoneOffset.UTC).orElseThrow();
                    assertState(json(history.at(at)), moment.get("state"));
                }
                if (stream.has("finalState")) {
                    assertState(json(history.at(Moment.HEAD)), stream.get("finalState"));
                } else {
                    assertThat(json(history.at(Moment.HEAD)).properties())
                            .extracting(Map.Entry::getKey)
                            .containsExactly("id", "deleted");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_total_of_what_is_not_deleted_is_that_of_the_facts(RealStore store) {
        try (var opened = TestHouse.open(locations.getOrDefault(store, ""), store.userOfFile(), store.rules())) {
            opened.index();
            var totals = new Totals(Optional.of(List.of(FieldPath.parse("balance"))), CurrencyField.ignored());
            opened.states(opened.largestCategory(), Moment.HEAD, Optional.empty(), row -> totals.add(row.state()));

            assertThat(totals.totals().getFirst().sum().value())
                    .isEqualByComparingTo(store.facts().sumOfFinalBalances());
        }
    }

    private static JsonNode json(StateAt answer) {
        assertThat(answer.problems()).isEmpty();
        try {
            return JSON.readTree(StateText.compact(answer.state()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_done_and_who_did_it_in_which_transaction_is_told(RealStore store) throws IOException {
        for (JsonNode stream : store.facts().json().get("streams")) {
            JsonNode events = run(store, "events", "--stream", name(store, stream));

            assertThat(events).hasSize(stream.get("eventCount").asInt());
            for (JsonNode moment : stream.get("moments")) {
                JsonNode event = events.get(moment.get("eventsApplied").asInt() - 1);
                assertThat(event.get("actor")).isEqualTo(moment.get("actor"));
                assertThat(event.get("type")).isEqualTo(moment.get("type"));
                assertThat(event.get("recordedAt")).isEqualTo(moment.get("at"));
                assertThat(event.get("correlationId").asText()).isEqualTo(event.get("version").asText());
            }
            boolean deleted = events.get(events.size() - 1).get("type").asText().equals("deleted");
            assertThat(deleted).isEqualTo(stream.get("deletedAtLast").asBoolean());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_key_of_several_columns_names_one_entity(RealStore store) throws IOException {
        JsonNode branches = run(store, "events");
        var names = new ArrayList<String>();
        branches.forEach(event -> names.add(event.get("stream").asText()));

        assertThat(names).anyMatch(name -> name.matches("(?i)branch/.*DE.*")).anyMatch(name -> name.contains("A/T"));
    }

    private static void assertState(JsonNode state, JsonNode expected) {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        state.properties().forEach(one -> told.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue()));
        expected.properties().forEach(one -> {
            JsonNode value = told.get(one.getKey());
            String text = one.getValue().asText();
            if (value != null && value.isNumber()) {
                assertThat(value.decimalValue()).as(one.getKey()).isEqualTo(new BigDecimal(text));
            } else {
                String read = value == null ? "nothing" : value.asText();
                boolean time = one.getKey().endsWith("_at");
                assertThat(time ? LocalDateTime.parse(read) : read)
                        .as(one.getKey())
                        .isEqualTo(time ? LocalDateTime.parse(text) : text);
            }
        });
    }

    private static String name(RealStore store, JsonNode stream) {
        return (store.opened().isEmpty() ? "account/" : "ACCOUNT/") + stream.get("storeStreamId").asText();
    }

    private JsonNode run(RealStore store, String verb, String... more) throws IOException {
        String user = store.userOfFile();
        var arguments =
                new ArrayList<>(List.of(verb, locations.getOrDefault(store, ""), "--user", user, "--output", "json"));
        arguments.addAll(List.of(more));
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(answer.out());
    }
}
