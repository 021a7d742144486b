package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the blame verb prints, to the last digit.
class BlameTest {
    private static final String RULES =
            """
            fold: order
            start: { total: 0 }
            on:
              LineAdded:
                append: { lines: { sku: /sku, amount: /amount } }
                add: { total: /amount }
              Shipped: { set: { ship: /to } }
            """;

    @TempDir
    private Path scratch = Path.of("");

    private Path store = Path.of("");

    @BeforeEach
    void write() throws IOException {
        store = Files.writeString(scratch.resolve("orders.ndjson"), String.join("\n",
                event(1, "LineAdded", "{\"sku\":\"a\",\"amount\":0.10}"),
                event(2, "LineAdded", "{\"sku\":\"b\",\"amount\":3544790567247868102}"),
                event(3, "Shipped", "{\"to\":{\"city\":\"Basel\",\"zip\":\"4051\"}}"),
                event(4, "Shipped", "{\"to\":{\"city\":\"Bern\",\"zip\":\"4051\"}}")));
        Files.writeString(scratch.resolve("orders.folds.yaml"), RULES);
    }

    private static String event(int version, String type, String data) {
        return "{\"stream\":\"order-1\",\"version\":%d,\"type\":\"%s\",\"recordedAt\":\"2026-01-0%dT10:00:00Z\",\"id\":\"e%d\",\"data\":%s,\"metadata\":{\"actor\":\"kim\"}}"
                .formatted(version, type, version, version, data);
    }

    private TestHouse.Answer blame(String field, String... more) {
        var arguments = new ArrayList<>(List.of("blame", store.toString(), "--stream", "order-1", "--field", field));
        arguments.addAll(List.of(more));
        return TestHouse.run(arguments);
    }

    @Test
    void the_newest_change_comes_first_with_old_and_new_value() {
        TestHouse.Answer answer = blame("/total", "-o", "csv");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines())
                .containsExactly(
                        "version,position,recordedAt,effectiveAt,type,eventId,actor,correlationId,causationId,field,old,new",
                        "2,2,2026-01-02T10:00:00Z,,LineAdded,e2,kim,,,/total,0.10,3544790567247868102.10",
                        "1,1,2026-01-01T10:00:00Z,,LineAdded,e1,kim,,,/total,0,0.10");
    }

    @Test
    void below_a_field_the_deepest_changes_are_told() {
        assertThat(blame("/ship", "--from", "v4", "-o", "ndjson").out().strip())
                .contains("\"field\":\"/ship/city\",\"old\":\"Basel\",\"new\":\"Bern\"")
                .doesNotContain("zip");
    }

    @Test
    void a_star_stands_for_every_item() {
        TestHouse.Answer answer = blame("/lines/*/amount", "--at", "2026-01-01", "-o", "ndjson");

        assertThat(answer.out().lines()).singleElement().asString()
                .contains("\"field\":\"/lines/0/amount\",\"old\":null,\"new\":0.10");
    }

    @Test
    void an_unknown_field_is_refused_with_its_neighbours() {
        TestHouse.Answer answer = blame("/totl");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("No state of order-1 ever had a field /totl. Near it: /total");
    }

    @Test
    void no_change_in_a_range_is_no_mistake() {
        TestHouse.Answer answer = blame("/total", "--from", "v3", "-o", "ndjson");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("No event in this range changed /total.");
    }

    @Test
    void the_limit_keeps_the_newest() {
        assertThat(blame("/total", "--limit", "1", "-o", "ndjson").out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"version\":2,");
    }

    @Test
    void a_stream_that_is_not_there_and_a_bad_moment_are_wrong_usage() {
        var missing = TestHouse.run(List.of("blame", store.toString(), "--stream", "order-9", "--field", "/total"));

        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(blame("/total", "--from", "yesterday-ish").code()).isEqualTo(ExitCode.USAGE);
    }
}
