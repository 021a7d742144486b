package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `states`, `rollforward` and `find` as a script sees them: what they print, byte for byte, and how they end.
class TablesTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String RULES = """
            fold: account
            category: account
            currency: currency
            start: { balance: 0 }
            on:
              Opened: { set: { balance: /amount, currency: /currency, owner: /owner } }
              Deposited: { add: { balance: /amount } }
              Set: { set: { balance: /balance } }
            """;

    @TempDir
    private Path folder = Path.of("");

    /// A line for each of `stream version type data`; positions and days count up from 1.
    private String store(String... events) throws IOException {
        var lines = new ArrayList<String>();
        for (String event : events) {
            String[] part = event.split(" ", 4);
            lines.add("{\"position\":%d,\"stream\":\"%s\",\"category\":\"%s\",\"version\":%s,\"type\":\"%s\",\"recordedAt\":\"2026-01-%02dT10:00:00Z\",\"data\":%s}"
                    .formatted(
                            lines.size() + 1,
                            part[0],
                            part[0].replaceFirst("-.*", ""),
                            part[1],
                            part[2],
                            lines.size() + 1,
                            part[3]));
        }
        Path file = folder.resolve("store.ndjson");
        Files.write(file, lines);
        return file.toString();
    }

    private String rules() throws IOException {
        return Files.writeString(folder.resolve("rules.folds.yaml"), RULES).toString();
    }

    private String small() throws IOException {
        return store(
                "account-1 1 Opened {\"amount\":10.00,\"currency\":\"EUR\",\"owner\":\"Zo\\u00eb\"}",
                "account-2 1 Opened {\"amount\":0.1234567890123456789,\"currency\":\"CHF\",\"owner\":\"=Ann, \\\"A\\\"\"}",
                "loan-1 1 Opened {\"amount\":7}",
                "account-1 2 Deposited {\"amount\":2.50}",
                "account-2 2 Deposited {\"amount\":\"much\"}",
                "account-1 3 Set {\"balance\":-5}",
                "account-3 1 Opened {\"amount\":3544790567247868102,\"currency\":\"EUR\"}");
    }

    private TestHouse.Answer run(int code, String... arguments) {
        var answer = TestHouse.run(List.of(arguments));
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        return answer;
    }

    @Test
    void states_as_json_are_one_document_with_exact_totals() throws IOException {
        var answer = run(ExitCode.DONE, "states", small(), "--fold", rules(), "--category", "account", "--at", "#6", "-o", "json");

        assertThat(answer.out()).isEqualTo("""
                {
                  "category": "account",
                  "fold": "account",
                  "moment": {"at":"#6","zone":"UTC"},
                  "rows": [
                    {"stream":"account-1","version":3,"state":{"balance":-5,"currency":"EUR","owner":"Zoë"},"eventsApplied":3,"problems":0,"deleted":false},
                    {"stream":"account-2","version":2,"state":{"balance":0.1234567890123456789,"currency":"CHF","owner":"=Ann, \\"A\\""},"eventsApplied":2,"problems":1,"deleted":false}
                  ],
                  "totals": {"/balance":{"CHF":"0.1234567890123456789","EUR":"-5"}},
                  "currency": "/currency",
                  "reached": {"position":6,"recordedAt":"2026-01-06T10:00:00Z"},
                  "population": {"streams":3,"aggregates":2,"notYetBegun":1,"eventsRead":6,"eventsApplied":5,"eventsAfter":1,"eventsNotYetEffective":0,"eventsWithProblem":1,"unreliable":1,"deleted":0,"tiesOut":true},
                  "unreliable": [{"stream":"account-2","problems":1,"first":[{"version":2,"type":"Deposited","reason":"/amount is text, a number was expected"}]}],
                  "complete": true
                }
                """);
    }

    @Test
    void states_as_csv_have_the_columns_asked_for() throws IOException {
        var answer = run(
                ExitCode.DONE, "states", small(), "--fold", rules(), "--category", "account", "--columns",
                "/balance,/owner,/balnce", "-o", "csv");

        assertThat(answer.out()).isEqualTo("""
                stream,version,/balance,/owner,/balnce,eventsApplied,problems,deleted
                account-1,3,-5,Zoë,,3,0,false
                account-2,2,0.1234567890123456789,"'=Ann, ""A""\",,2,1,false
                account-3,1,3544790567247868102,,,1,0,false
                """.replace("\n", "\r\n"));
        assertThat(answer.err()).contains("No state has a field /balnce; did you mean /balance?");
    }

    @Test
    void several_fields_that_no_state_has_are_told_in_one_line() throws IOException {
        var answer = run(
                ExitCode.DONE, "states", small(), "--fold", rules(), "--category", "account", "--columns",
                "/balance,/q,/balnce,/zz", "-o", "csv");

        assertThat(answer.err().lines().filter(line -> line.startsWith("No state has")))
                .singleElement()
                .asString()
                .contains("/q", "/balnce (did you mean /balance?)", "/zz");
    }

    @Test
    void states_without_currency_add_up_across_when_told_so() throws IOException {
        var answer = run(
                ExitCode.DONE, "states", small(), "--fold", rules(), "--category", "account", "--currency", "none", "-o", "json");

        JsonNode document = JSON.readTree(answer.out());
        assertThat(document.at("/totals/~1balance").asText()).isEqualTo("3544790567247868097.1234567890123456789");
        assertThat(document.get("currency").isNull()).isTrue();
    }

    @Test
    void an_unknown_category_is_wrong_usage_and_nothing_is_printed() throws IOException {
        var answer = run(ExitCode.USAGE, "states", small(), "--fold", rules(), "--category", "acount");

        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("The store has no category acount; did you mean account?");
    }

    @Test
    void a_roll_forward_is_a_table_that_adds_up() throws IOException {
        var answer = run(
                ExitCode.DONE, "rollforward", small(), "--fold", rules(), "--category", "account", "--field", "/balance",
                "--from", "2026-01-01", "-o", "csv");

        assertThat(answer.out()).isEqualTo("""
                currency,line,events,amount
                CHF,opening,,0
                CHF,Opened,1,0.1234567890123456789
                CHF,closing,,0.1234567890123456789
                EUR,opening,,10.00
                EUR,Deposited,1,2.50
                EUR,Opened,1,3544790567247868102
                EUR,Set,1,-17.50
                EUR,closing,,3544790567247868097
                """.replace("\n", "\r\n"));
        assertThat(answer.err())
                .contains("Opening and movements make the closing")
                .contains("account-2, version 2, Deposited: /amount is text, a number was expected");
    }

    @Test
    void a_roll_forward_by_stream_has_the_lines_of_each() throws IOException {
        JsonNode answer = JSON.readTree(run(
                        ExitCode.DONE, "rollforward", small(), "--fold", rules(), "--category", "account", "--field",
                        "balance", "--from", "#2", "--to", "#6", "--by", "stream", "-o", "json")
                .out());

        assertThat(answer.get("rows")).hasSize(2);
        assertThat(answer.at("/rows/0").toString())
                .isEqualTo("{\"stream\":\"account-1\",\"lines\":[{\"currency\":\"EUR\",\"opening\":\"10.00\",\"movements\":[{\"type\":\"Deposited\",\"events\":1,\"amount\":\"2.50\"},{\"type\":\"Set\",\"events\":1,\"amount\":\"-17.50\"}],\"closing\":\"-5\",\"difference\":\"0.00\"}]}");
        assertThat(answer.get("tiesOut").asBoolean()).isTrue();
        assertThat(answer.at("/failed/events").asInt()).isEqualTo(1);
    }

    @Test
    void backwards_and_unknown_fields_are_wrong_usage() throws IOException {
        String store = small();
        assertThat(run(ExitCode.USAGE, "rollforward", store, "--category", "account", "--field", "balance", "--from",
                                "2026-02-01", "--to", "2026-01-01")
                        .err())
                .contains("--from 2026-02-01 lies after --to 2026-01-01.");
        assertThat(run(ExitCode.USAGE, "rollforward", store, "--fold", rules(), "--category", "account", "--field",
                                "balanze", "--from", "#1")
                        .err())
                .contains("No state has a field /balanze; did you mean /balance?");
    }

    /// Acceptance case 1: a tool that halves the history would say never.
    @Test
    void the_state_that_was_negative_in_the_middle_is_found() throws IOException {
        String store = store(
                "account-1 1 Set {\"balance\":10}", "account-1 2 Set {\"balance\":-5}", "account-1 3 Set {\"balance\":20}");
        for (List<String> more : List.of(List.<String>of(), List.of("--stream", "account-1"), List.of("--first"))) {
            var arguments = new ArrayList<>(List.of("find", store, "--where", "balance < 0", "-o", "json"));
            arguments.addAll(more);

            JsonNode answer = JSON.readTree(
                    run(ExitCode.FOUND, arguments.toArray(String[]::new)).out());

            assertThat(answer.get("rows")).hasSize(1);
            assertThat(answer.at("/rows/0/version").asInt()).isEqualTo(2);
            assertThat(answer.at("/rows/0/until/version").asInt()).isEqualTo(3);
            assertThat(answer.at("/rows/0/fields/~1balance").decimalValue()).isEqualByComparingTo(new BigDecimal(-5));
            assertThat(answer.at("/complete").asBoolean()).isTrue();
        }
    }

    /// Acceptance case 3.
    @Test
    void null_and_then_something_else_folds() throws IOException {
        String store = store("thing-1 1 A {\"a\":null}", "thing-1 2 B {\"b\":1}");

        JsonNode answer = JSON.readTree(
                run(ExitCode.DONE, "states", store, "--category", "thing", "-o", "json").out());

        assertThat(answer.at("/rows/0/state").toString()).isEqualTo("{\"a\":null,\"b\":1}");
        assertThat(answer.at("/rows/0/problems").asInt()).isZero();
    }

    /// Acceptance case 4.
    @Test
    void a_truncated_body_is_unreadable_and_counted_everywhere() throws IOException {
        Path file = folder.resolve("store.csv");
        Files.write(
                file,
                List.of(
                        "position,stream,category,version,type,recordedAt,data",
                        "1,account-1,account,1,Opened,2026-01-01T10:00:00Z,\"{\"\"amount\"\":1,\"\"currency\"\":\"\"EUR\"\"}\"",
                        "2,account-1,account,2,Deposited,2026-01-02T10:00:00Z,\"{\"\"amount\"\":\"",
                        "3,account-1,account,3,Deposited,2026-01-03T10:00:00Z,\"{\"\"amount\"\":4}\""));

        JsonNode states = JSON.readTree(run(
                        ExitCode.DONE, "states", file.toString(), "--fold", rules(), "--category", "account", "-o", "json")
                .out());
        JsonNode find = JSON.readTree(run(
                        ExitCode.FOUND, "find", file.toString(), "--fold", rules(), "--where", "balance = 5", "-o", "json")
                .out());

        assertThat(states.at("/rows/0/state/balance").asInt()).isEqualTo(5);
        assertThat(states.at("/rows/0/problems").asInt()).isEqualTo(1);
        assertThat(states.at("/unreliable/0/first/0/version").asInt()).isEqualTo(2);
        assertThat(states.at("/unreliable/0/first/0/reason").asText()).contains("unreadable");
        assertThat(states.at("/population/unreliable").asInt()).isEqualTo(1);
        assertThat(find.at("/coverage/unreadable").asInt()).isEqualTo(1);
        assertThat(find.at("/rows/0/version").asInt()).isEqualTo(3);
    }

    /// Acceptance case 5.
    @Test
    void a_fold_that_fails_at_event_500_goes_on_behind_it() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 1; i <= 1_000; i++) {
            String amount = i == 500 ? "\"oops\"" : "1";
            lines.add("{\"position\":%d,\"stream\":\"account-1\",\"category\":\"account\",\"version\":%d,\"type\":\"Deposited\",\"data\":{\"amount\":%s}}"
                    .formatted(i, i, amount));
        }
        Path file = Files.write(folder.resolve("long.ndjson"), lines);

        JsonNode find = JSON.readTree(run(
                        ExitCode.FOUND, "find", file.toString(), "--fold", rules(), "--where", "balance >= 999", "-o", "json")
                .out());
        JsonNode roll = JSON.readTree(run(
                        ExitCode.DONE, "rollforward", file.toString(), "--fold", rules(), "--category", "account", "--field",
                        "/balance", "--from", "v400", "-o", "json")
                .out());

        assertThat(find.at("/rows/0/version").asInt()).isEqualTo(1_000);
        assertThat(find.at("/coverage/unreadable").asInt()).isEqualTo(1);
        assertThat(roll.at("/lines/0/movements/0/amount").asText()).isEqualTo("599");
        assertThat(roll.at("/failed/named/0/version").asInt()).isEqualTo(500);
    }

    @Test
    void text_is_found_with_its_surroundings_also_behind_escapes() throws IOException {
        var answer = run(ExitCode.FOUND, "find", small(), "--contains", "zoë", "--ignore-case", "-o", "csv");

        assertThat(answer.out()).isEqualTo("""
                stream,version,position,recordedAt,type,in,snippet
                account-1,1,1,2026-01-01T10:00:00Z,Opened,data,"…amount"":10.00,""currency"":""EUR"",""owner"":""Zoë""}"
                """.replace("\n", "\r\n"));
        assertThat(answer.err()).contains("Found 1, scanned 7 of 7 events.");
        assertThat(run(ExitCode.DONE, "find", small(), "--contains", "zoë", "-o", "json").out())
                .contains("\"rows\": []")
                .contains("\"coverage\": {\"scanned\":7,\"of\":7,");
    }

    @Test
    void a_wrong_condition_is_shown_with_its_place() throws IOException {
        var answer = run(ExitCode.USAGE, "find", small(), "--where", "balance << 0");

        assertThat(answer.err().lines().toList())
                .containsExactly(
                        "The condition cannot be read:",
                        "balance << 0",
                        "        ^ column 9: `<<` is no comparison (=, !=, <, <=, >, >=, contains) (did you mean `<`?)");
        assertThat(run(ExitCode.USAGE, "find", small(), "--fold", rules(), "--where", "balnce < 0").err())
                .contains("No state has a field /balnce; did you mean /balance?");
        assertThat(run(ExitCode.USAGE, "find", small()).err()).contains("either --where CONDITION or --contains TEXT");
        assertThat(run(ExitCode.USAGE, "find", small(), "--contains", "x", "--resume", "nonsense").err())
                .contains("--resume takes the word that a stopped search printed");
    }
}
