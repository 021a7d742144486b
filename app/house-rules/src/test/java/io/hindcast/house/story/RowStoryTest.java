package io.hindcast.house.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import io.hindcast.house.stores.Answers;
import io.hindcast.house.stores.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What systems write down about rows tells of the story what rows can tell: who was there when, and each state.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowStoryTest {
    private static final RowDiary DIARY = RowDiary.of(Story.told(20261121));
    /// States are asked for after every so many events.
    private static final int EVERY = 48;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    /// H2 writes names in capitals.
    private static final String RULES =
            """
            fold: rows
            on:
              I, added, insert:
                set: { owner: /owner or /OWNER, balance: number(/balance or /BALANCE) }
              U, changed, update:
                update: { owner: /owner or /OWNER, balance: number(/balance or /BALANCE) }
            otherwise: problem
            """;

    private final TestServers servers = new TestServers();
    private final Map<Place, List<String>> locations = new LinkedHashMap<>();
    private Path rules = Path.of("");

    /// A system in a database.
    enum Place {
        ENVERS_ON_SQLITE("hibernate-envers", true),
        ENVERS_ON_H2("hibernate-envers", true),
        ENVERS_ON_POSTGRESQL("hibernate-envers", true),
        AUDIT_TRIGGER_ON_POSTGRESQL("audit-trigger", true),
        SYSTEM_VERSIONED_ON_MARIADB("system-versioned", false);

        private final String layout;
        private final boolean tellsWho;

        Place(String layout, boolean tellsWho) {
            this.layout = layout;
            this.tellsWho = tellsWho;
        }
    }

    static Stream<Place> places() {
        return Stream.of(Place.values())
                .filter(place -> place != Place.SYSTEM_VERSIONED_ON_MARIADB || LocalMariaDb.isAvailable());
    }

    @BeforeAll
    void writesTheRows(@TempDir Path scratch) throws Exception {
        rules = Files.writeString(scratch.resolve("rows.folds.yaml"), RULES);
        for (Place place : places().toList()) {
            locations.put(place, write(place, scratch));
        }
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("places")
    void every_event_is_a_change_of_its_row(Place place) throws IOException {
        var told = new ArrayList<String>();
        run(place, "events").forEach(event -> told.add("%s %s %s %s"
                .formatted(
                        id(event),
                        event.get("recordedAt").asText(),
                        place.tellsWho ? event.get("actor").asText() : "",
                        List.of("I", "added", "insert").contains(event.get("type").asText()))));

        assertThat(run(place, "inspect").get("layout").asText()).isEqualTo(place.layout);
        assertThat(told)
                .containsExactlyElementsOf(DIARY.pages().stream()
                        .map(page -> "%s %s %s %s"
                                .formatted(page.row().id(), page.at(), place.tellsWho ? page.actor() : "", page.isFirst()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("places")
    void after_every_event_all_rows_are_as_they_were(Place place) throws IOException {
        String category = run(place, "inspect").at("/categories/0/name").asText();
        for (int number = EVERY; number <= DIARY.pages().size(); number += EVERY) {
            var expected = new TreeMap<String, RowDiary.Row>();
            DIARY.pages().subList(0, number).forEach(page -> expected.put(page.row().id(), page.row()));

            JsonNode answer = run(
                    place, "states", "--category", category, "--fold", rules.toString(), "--at", DIARY.pages().get(number - 1).at().toString());

            assertThat(answer.get("rows")).as("after %d", number).hasSize(expected.size());
            for (JsonNode row : answer.get("rows")) {
                assertThat(expected).containsKey(id(row));
                RowDiary.Row then = Objects.requireNonNull(expected.get(id(row)));
                assertThat(row.at("/state/balance").decimalValue()).as("%s after %d", then, number).isEqualByComparingTo(then.balance());
                assertThat(row.at("/state/owner").asText()).isEqualTo(then.owner());
            }
        }
    }

    private static String id(JsonNode node) {
        var id = UUID.matcher(node.get("stream").asText());
        assertThat(id.find()).isTrue();
        return id.group();
    }

    private JsonNode run(Place place, String verb, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(locations.getOrDefault(place, List.of()));
        arguments.addAll(List.of("--output", "json"));
        arguments.addAll(Arrays.asList(more));
        return JSON.readTree(Answers.of(arguments));
    }

    private List<String> write(Place place, Path scratch) throws SQLException {
        String name = place.name().toLowerCase(Locale.ROOT);
        return switch (place) {
            case ENVERS_ON_SQLITE -> {
                Path file = scratch.resolve(name + ".sqlite");
                write(DriverManager.getConnection("jdbc:sqlite:" + file), DIARY::writeEnvers);
                yield List.of(file.toString());
            }
            case ENVERS_ON_H2 -> {
                Path file = scratch.resolve(name);
                write(DriverManager.getConnection("jdbc:h2:" + file), DIARY::writeEnvers);
                yield List.of(file + ".mv.db");
            }
            case ENVERS_ON_POSTGRESQL -> onPostgres(name, DIARY::writeEnvers);
            case AUDIT_TRIGGER_ON_POSTGRESQL -> onPostgres(name, DIARY::writeAuditTrigger);
            case SYSTEM_VERSIONED_ON_MARIADB -> {
                servers.mariadb().createDatabase(name);
                write(servers.mariadb().connect(name), DIARY::writeSystemVersioned);
                yield List.of(servers.mariadb().url(name), "--user", LocalMariaDb.ADMINISTRATOR);
            }
        };
    }

    private List<String> onPostgres(String name, Writer writer) throws SQLException {
        servers.postgres().createDatabase(name);
        write(servers.postgres().connect(name), writer);
        return List.of(servers.postgres().url(name), "--user", LocalPostgres.ADMINISTRATOR);
    }

    @FunctionalInterface
    private interface Writer {
        void write(Connection connection) throws SQLException;
    }

    private static void write(Connection opened, Writer writer) throws SQLException {
        try (Connection connection = opened) {
            writer.write(connection);
        }
    }
}
