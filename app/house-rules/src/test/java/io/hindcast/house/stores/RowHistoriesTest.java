package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What was written down about rows of a table gives the rows, folded by the rules that lie beside it and without any.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowHistoriesTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    /// The one row that was deleted at last, which is one change more than the facts count.
    private static final String DELETED = "35fdd0aa-59dc-4d4c-b126-7948085719d1";

    private static final int EVENTS_BEFORE_DELETION = 5;

    private final TestServers servers = new TestServers();
    private final RealStore audit = RealStore.ofTheAuditTrigger();
    private String location = "";

    @BeforeAll
    void laysOutTheStore(@TempDir Path scratch) {
        location = audit.location(scratch, servers);
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @Test
    void every_row_of_the_log_is_an_event_of_its_table() throws IOException {
        Map<String, List<Long>> counts = new HashMap<>();
        JsonNode answer = run("inspect");
        for (JsonNode category : answer.get("categories")) {
            counts.put(
                    category.get("name").asText(),
                    List.of(category.get("streams").asLong(), category.get("events").asLong()));
        }

        assertThat(answer.get("system").asText()).isEqualTo("audit-trigger");
        assertThat(counts).containsOnlyKeys("bank.account", "bank.posting");
        assertThat(counts.get("bank.account")).containsExactly(40L, 1501L);
        assertThat(counts.get("bank.posting")).containsExactly(1321L, 1321L);
        assertThat(answer.get("notRead")).isEmpty();
    }

    @Test
    void the_row_at_any_moment_is_that_of_the_facts() throws IOException {
        assertRows(List.of());
    }

    @Test
    void by_its_rules_too_the_row_is_that_of_the_facts_and_numbers_are_numbers() throws IOException {
        var rules = List.of("--fold", audit.rules().toString());

        assertRows(rules);

        JsonNode deleted = state("bank.account/" + DELETED, "head", rules).get("state");
        assertThat(deleted.get("deleted").asBoolean()).isTrue();
        assertThat(deleted.get("balance").isNumber()).isTrue();
        assertThat(deleted.get("effective_date").isNull()).isTrue();
    }

    @Test
    void by_its_rules_all_rows_add_up_to_the_facts() throws IOException {
        JsonNode answer = run(
                "states", "--category", "bank.account", "--columns", "/balance", "--fold", audit.rules().toString());

        assertThat(new BigDecimal(answer.at("/totals/~1balance").asText()))
                .isEqualByComparingTo(audit.facts().sumOfFinalBalances());
        assertThat(answer.at("/population/eventsWithProblem").asInt()).isZero();
    }

    private void assertRows(List<String> rules) throws IOException {
        List<Facts.Expected> all = new ArrayList<>(audit.facts().moments());
        all.addAll(audit.facts().finals());
        assertThat(all).hasSizeGreaterThan(20);
        for (Facts.Expected expected : all) {
            JsonNode answer = state("bank.account/" + expected.stream(), expected.at(), rules);
            boolean deleted = expected.stream().equals(DELETED) && expected.eventsApplied() == EVENTS_BEFORE_DELETION;

            assertThat(answer.get("problems")).as("%s", expected).isEmpty();
            assertThat(answer.get("eventsApplied").asInt())
                    .as("%s", expected)
                    .isEqualTo(expected.eventsApplied() + (deleted ? 1 : 0));
            if (expected.eventsApplied() > 0) {
                expected.state().forEach((field, value) -> assertThat(answer.at("/state/" + column(field)).asText())
                        .as("%s of %s", field, expected)
                        .isEqualTo(value));
            }
        }
    }

    private JsonNode state(String stream, String at, List<String> rules) throws IOException {
        var arguments = new ArrayList<>(List.of("--stream", stream, "--at", at));
        arguments.addAll(rules);
        return run("state", arguments.toArray(String[]::new));
    }

    @Test
    void an_update_brings_what_changed_and_who_did_it() throws IOException {
        Facts.Expected one = audit.facts().finals().getFirst();
        JsonNode events = run("events", "--stream", "bank.account/" + one.stream());

        JsonNode first = events.get(0);
        JsonNode second = events.get(1);
        assertThat(first.get("type").asText()).isEqualTo("I");
        assertThat(first.get("data").size()).isGreaterThan(10);
        assertThat(second.get("type").asText()).isEqualTo("U");
        assertThat(second.get("data").size()).isBetween(1, 8);
        assertThat(second.get("actor").asText()).isNotBlank();
        assertThat(second.get("correlationId").asText()).matches("[0-9]+");
    }

    private static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private JsonNode run(String verb, String... more) throws IOException {
        var arguments =
                new ArrayList<>(List.of(verb, location, "--user", LocalPostgres.ADMINISTRATOR, "--output", "json"));
        arguments.addAll(List.of(more));
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(answer.out());
    }
}
