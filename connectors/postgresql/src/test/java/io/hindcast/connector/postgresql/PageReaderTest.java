package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageReaderTest {
    private static final List<Slot> SLOTS = List.of(
            slot("a2", "int2", Reading.NUMBER),
            slot("a4", "int4", Reading.NUMBER),
            slot("a8", "int8", Reading.KEY),
            slot("x8", "xid8", Reading.NUMBER),
            slot("n", "numeric", Reading.NUMBER),
            slot("t", "text", Reading.TEXT),
            slot("v", "varchar", Reading.BYTES),
            slot("u", "uuid", Reading.TEXT),
            slot("j", "jsonb", Reading.BYTES),
            slot("b", "bytea", Reading.BYTES),
            slot("z", "timestamptz", Reading.INSTANT),
            slot("w", "timestamp", Reading.UTC),
            slot("o", "oid", Reading.BYTES),
            slot("f", "bool", Reading.TEXT));

    private Sessions sessions;
    private PostgresDialect dialect;
    private Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("pages");
        TestServer.run(
                "pages",
                """
                CREATE TABLE kinds (a2 int2, a4 int4, a8 int8, x8 xid8, n numeric, t text, v varchar, u uuid, j jsonb,
                                    b bytea, z timestamptz, w timestamp, o oid, f bool)
                """,
                """
                INSERT INTO kinds VALUES (-2, 4, 9223372036854775807, '18000', 7.00, 'Zoë '' 李', 'v',
                    '00112233-4455-6677-8899-aabbccddeeff', '{"k": 1.10}', '\\x00ff7b', '2024-01-02 03:04:05.123456+02',
                    '1969-12-31 23:59:59.999999', lo_from_bytea(0, '\\x3c61'), true)
                """,
                "INSERT INTO kinds (a8) VALUES (1)",
                """
                INSERT INTO kinds (a8, n, z, w, o, t) VALUES (2, 7.5, 'infinity', '-infinity', 4000000000, '')
                """,
                "INSERT INTO kinds (a8, z, w) VALUES (3, '0001-01-01 00:00:00+00', '9999-12-31 23:59:59.999999')");
    }

    @BeforeEach
    void connect() {
        var request = TestServer.request("pages");
        var url = PostgresUrl.parse(request.location().text());
        sessions = new Sessions(Server.of(url, request), url, request);
        dialect = new PostgresDialect(sessions, "");
        connection = sessions.open();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        sessions.close();
    }

    @Test
    void every_type_arrives_exactly() throws SQLException {
        assertThat(described("a8 > 3")).containsExactly("-2 | 4 | Number[value=9223372036854775807] | 18000 | 7"
                + " | Zoë ' 李 | v | 00112233-4455-6677-8899-aabbccddeeff | {\"k\": 1.10} | 00ff7b"
                + " | 2024-01-02T01:04:05.123456Z | 1969-12-31T23:59:59.999999Z | <a | true");
    }

    @Test
    void what_is_absent_stays_absent() throws SQLException {
        assertThat(described("a8 = 1"))
                .containsExactly("- | - | Number[value=1] | - | - | - | - | - | - | - | - | - | - | -");
    }

    @Test
    void a_value_that_cannot_be_read_concerns_itself_only() throws SQLException {
        assertThat(described("a8 = 2"))
                .containsExactly("- | - | Number[value=2] | - | ! not a whole number of 64 bits |  | - | - | - | -"
                        + " | ! is infinite | ! is infinite"
                        + " | ! the large object that holds it is gone | -");
    }

    @Test
    void the_first_and_the_last_year_are_times() throws SQLException {
        assertThat(described("a8 = 3")).singleElement().asString().contains(
                "0001-01-01T00:00:00Z | 9999-12-31T23:59:59.999999Z");
    }

    @Test
    void a_plain_query_says_the_same_as_a_copy() throws SQLException {
        assertThat(described("true", new PageReader(false))).isEqualTo(described("true", new PageReader(true)));
    }

    @Test
    void a_reading_that_stops_early_reads_no_more_and_ends_its_session() throws SQLException {
        var numbers = new PageQuery(
                List.of("SELECT g FROM generate_series(1::int8, 5000000) g"),
                List.of(),
                List.of(slot("g", "int8", Reading.NUMBER)),
                5_000_000);
        var taken = new ArrayList<Long>();

        dialect.read(connection, numbers, row -> taken.add(row.number(0)) && taken.size() < 10);

        assertThat(taken).hasSize(10).startsWith(1L);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void a_value_is_never_taken_for_a_statement() throws SQLException {
        for (String text : List.of("'; DROP TABLE kinds; --", "\\'; x", "$$", "E'\\x'", "?")) {
            var query = new PageQuery(
                    List.of("SELECT ", ""),
                    List.of(new KeyPart.Text(text)),
                    List.of(slot("t", "text", Reading.TEXT)),
                    1);
            var seen = new ArrayList<String>();
            dialect.read(connection, query, row -> seen.add(row.text(0)));
            assertThat(seen).containsExactly(text);
        }
    }

    @Test
    void a_failing_page_leaves_the_session_usable() throws SQLException {
        var broken = new PageQuery(
                List.of("SELECT 1 / (g - 3) FROM generate_series(1::int8, 5) g"),
                List.of(),
                List.of(slot("g", "int8", Reading.NUMBER)),
                5);
        assertThatThrownBy(() -> dialect.read(connection, broken, _ -> true)).isInstanceOf(SQLException.class);
        connection.rollback();
        assertThat(described("a8 = 1")).hasSize(1);
    }

    private List<String> described(String condition) throws SQLException {
        return described(condition, new PageReader(true));
    }

    private List<String> described(String condition, PageReader reader) throws SQLException {
        String list = SLOTS.stream()
                .map(slot -> dialect.select(slot.column(), slot.reading()))
                .collect(Collectors.joining(", "));
        var query = new PageQuery(
                List.of("SELECT " + list + " FROM public.kinds WHERE " + condition + " ORDER BY a8"),
                List.of(),
                SLOTS,
                100);
        var lines = new ArrayList<String>();
        reader.read(connection, query, row -> lines.add(line(row)));
        connection.commit();
        return lines;
    }

    private static String line(Row row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int slot = 0; slot < SLOTS.size(); slot++) {
            cells.add(cell(row, slot));
        }
        return String.join(" | ", cells);
    }

    private static String cell(Row row, int slot) throws SQLException {
        try {
            Object value =
                    switch (SLOTS.get(slot).reading()) {
                        case TEXT -> row.text(slot);
                        case NUMBER -> row.number(slot);
                        case KEY -> row.key(slot);
                        case INSTANT, UTC -> row.instant(slot);
                        case BYTES -> row.bytes(slot);
                    };
            return switch (value) {
                case null -> "-";
                case byte[] bytes when slot == 9 -> HexFormat.of().formatHex(bytes);
                case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
                case Instant instant -> instant.toString();
                default -> value.toString();
            };
        } catch (UnreadableValue e) {
            return "! " + e.reason();
        }
    }

    private static Slot slot(String name, String type, Reading reading) {
        return new Slot(new Column(name, type, true), reading);
    }
}
