package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values come as they are stored, whatever column they lie in, also where they are the key of a page.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class ExactTypesTest {
    private static final String LAYOUT =
            """
            system = exact
            [recognise]
            table = %1$s
            [events]
            stream   = {account}
            version  = {no}
            type     = {kind}
            recorded = {at} | time utc
            data     = {%2$s}
            """;

    @TempDir
    private static Path scratch = Path.of("");

    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("exact");
        TestServer.run(
                "exact",
                """
                SET sql_mode = '';
                CREATE TABLE entries (
                    account varchar(40) CHARACTER SET latin1 NOT NULL, no bigint unsigned, kind enum('In', 'Out') NOT NULL,
                    at datetime(6), stamp timestamp(6) NULL, amount decimal(38, 10), flag tinyint(1), bits bit(20),
                    ratio double, small float, bytes varbinary(20), words json, day date, key_id uuid);
                INSERT INTO entries VALUES
                    ('Ä', 1, 'In', '2026-03-29 02:30:00.000001', '2026-03-29 02:30:00.000001',
                     1234567890123456789012345678.0123456789, 1, b'1010', 0.1, 0.1, 0x00FF10, '{"a": 1.10}', '2026-01-31',
                     '5a152476-dded-4eec-8650-3277f18c552c'),
                    ('Ä', 18446744073709551615, 'Out', '2026-10-25 02:30:00.000001', NULL, -0.0000000001, 0, b'1', -1e300,
                     1e-30, '', '[]', NULL, NULL),
                    ('a', 9223372036854775807, 'In', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                    ('a', NULL, 'In', '0000-00-00', NULL, 3, 1, b'11', 3, 3, 'x', '3', '2026-01-31', NULL),
                    ('ä', 2, 'Out', '2026-01-01', NULL, 3, 1, b'11', 3, 3, 'x', '3', '2026-01-31', NULL);
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | 1234567890123456789012345678.0123456789 | -0.0000000001",
                "flag   | 1                                       | 0",
                "bits   | 10                                      | 1",
                "ratio  | 0.1                                     | -1.0E300",
                "words  | {\"a\": 1.10}                           | []",
                "stamp  | 2026-03-29T02:30:00.000001Z             |",
                "key_id | 5a152476-dded-4eec-8650-3277f18c552c    |"
            })
    void a_body_is_what_the_column_holds(String column, String first, String second) throws IOException {
        try (var source = open(column, Map.of())) {
            var events = ReadOut.of(source, ReadRequest.stream("Ä")).events();

            assertThat(events.getFirst().data().text()).isEqualTo(first);
            assertThat(events.getLast().data().text()).isEqualTo(second == null ? "" : second);
        }
    }

    @Test
    void names_that_the_collation_takes_for_equal_are_different_streams() throws IOException {
        try (var source = open("amount", Map.of())) {
            assertThat(ReadOut.of(source, ReadRequest.stream("ä")).events()).hasSize(1);
            assertThat(ReadOut.of(source, ReadRequest.stream("A")).events()).isEmpty();
        }
    }

    @Test
    void a_number_beyond_64_bits_is_a_trouble_of_its_row_only() throws IOException {
        try (var source = open("amount", Map.of())) {
            var events = ReadOut.of(source, ReadRequest.stream("Ä")).events();

            assertThat(events).hasSize(2);
            assertThat(events.getFirst().version()).hasValue(1);
            assertThat(events.getLast().version()).isEmpty();
            assertThat(events.getLast().trouble().orElseThrow()).contains("version").contains("64 bits");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTC,2026-03-29T02:30:00.000001Z", "Europe/Zurich,2026-03-29T01:30:00.000001Z", "+02:00,2026-03-29T00:30:00.000001Z"})
    void a_datetime_is_read_in_the_declared_zone(String zone, Instant expected) throws IOException {
        try (var source = open("amount", Map.of("zone", zone))) {
            assertThat(ReadOut.of(source, ReadRequest.stream("Ä"))
                            .events()
                            .getFirst()
                            .recordedAt())
                    .contains(expected);
        }
    }

    @Test
    void a_day_that_no_calendar_has_is_said() throws IOException {
        try (var source = open("amount", Map.of())) {
            assertThat(ReadOut.of(source, ReadRequest.stream("a")).events())
                    .extracting(event -> event.trouble().orElse(""))
                    .anyMatch(trouble -> trouble.contains("calendar"))
                    .anyMatch(trouble -> trouble.contains("no recorded time"));
        }
    }

    /// No column of the table is unique, so every one of them is part of the key.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void pages_go_on_exactly_behind_any_kind_of_key(int rows) throws IOException {
        try (var source = open("amount", Map.of())) {
            for (Direction direction : Direction.values()) {
                var request = ReadRequest.store(Detail.FULL).withDirection(direction);
                List<Event> all = ReadOut.of(source, request).events();

                assertThat(all).hasSize(5);
                assertThat(ReadOut.of(source, request.withPageSize(rows)).events()).isEqualTo(all);
            }
        }
    }

    private static EventSource open(String data, Map<String, String> more) throws IOException {
        Path layout = Files.writeString(scratch.resolve(data + ".layout"), LAYOUT.formatted("entries", data));
        var request = TestServer.request("exact");
        var settings = new HashMap<>(more);
        settings.put("mapping", layout.toString());
        return new MariaDbConnector().open(new OpenRequest(request.location(), settings, request.password()));
    }
}
