package io.hindcast.house.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to one event of a sealed store, in the tables of any known system, is found and named.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SealedStoryTest {
    private static final Story STORY = TamperedStory.roomy(Story.told(20261121));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestServers servers = new TestServers();

    private Path scratch = Path.of("");

    static Stream<SameStoryTest.Place> places() {
        return SameStoryTest.places();
    }

    @BeforeAll
    void hasRoom(@TempDir Path folder) {
        scratch = folder;
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("places")
    void every_deed_is_found_and_named(SameStoryTest.Place place) throws Exception {
        if (place.host() == StoryHost.POSTGRESQL) {
            servers.postgres().createDatabase(database(place));
        }
        Path seal = scratch.resolve(place.layout().name() + "-" + place.host() + ".json");
        Answers.of(arguments("seal", lay(place, STORY), "--out", seal.toString(), "--force"));

        assertThat(verdict(lay(place, STORY), seal).get("unchanged").asBoolean()).isTrue();
        for (TamperedStory.Deed deed : TamperedStory.Deed.values()) {
            var tampered = TamperedStory.after(deed, STORY, new Random((place.layout().name() + deed).hashCode()));
            if (leavesATrace(place, tampered)) {
                isFound(deed, tampered.victim(), place, verdict(lay(place, tampered.story()), seal));
            }
        }
    }

    /// Where a system keeps no times, or orders by nothing else, some deeds change no row.
    private static boolean leavesATrace(SameStoryTest.Place place, TamperedStory tampered) {
        return !rows(place, STORY).equals(rows(place, tampered.story()));
    }

    private static Map<String, Set<String>> rows(SameStoryTest.Place place, Story story) {
        var rows = new TreeMap<String, Set<String>>();
        StoryWriter.lay(story, place.layout(), place.host().timesAreText())
                .tables()
                .forEach((name, table) -> rows.put(
                        name, table.rows().stream().map(SealedStoryTest::shown).collect(Collectors.toSet())));
        return rows;
    }

    private static String shown(Map<String, Object> row) {
        var cells = new TreeMap<String, String>();
        row.forEach((column, cell) -> cells.put(column, cell instanceof byte[] bytes ? Arrays.toString(bytes) : cell.toString()));
        return cells.toString();
    }

    private static void isFound(TamperedStory.Deed deed, Story.Happening victim, SameStoryTest.Place place, JsonNode verdict) {
        assertThat(verdict.get("unchanged").asBoolean()).as("%s unseen", deed).isFalse();
        assertThat(verdict.get("differences")).as("%s: %s", deed, verdict).anySatisfy(difference -> {
            assertThat(difference.get("stream").asText()).contains(victim.stream());
            if (!Declared.read().losses(place.layout().name()).contains(Loss.VERSION)) {
                assertThat(difference.get("version").asLong()).isEqualTo(victim.version());
                assertThat(difference.get("kind").asText()).isIn(kinds(deed));
            }
        });
    }

    private static Set<String> kinds(TamperedStory.Deed deed) {
        return switch (deed) {
            case EDIT, BACKDATE -> Set.of("changed");
            case DELETE, TRUNCATE -> Set.of("missing");
            case INSERT -> Set.of("inserted");
            case REORDER -> Set.of("reordered");
        };
    }

    private static JsonNode verdict(List<String> location, Path seal) throws IOException {
        var arguments = new ArrayList<>(List.of("seal", "verify", location.getFirst(), seal.toString()));
        arguments.addAll(location.subList(1, location.size()));
        arguments.addAll(List.of("--output", "json"));
        return JSON.readTree(Answers.of(arguments));
    }

    private static List<String> arguments(String verb, List<String> location, String... more) {
        var all = new ArrayList<>(List.of(verb));
        all.addAll(location);
        all.addAll(List.of(more));
        return all;
    }

    /// Writes the tables anew, and answers what to type for the store.
    private List<String> lay(SameStoryTest.Place place, Story story) throws SQLException, IOException {
        LaidOut laid = StoryWriter.lay(story, place.layout(), place.host().timesAreText());
        return switch (place.host()) {
            case SQLITE -> {
                Path file = scratch.resolve(database(place) + ".sqlite");
                Files.deleteIfExists(file);
                write(place, laid, DriverManager.getConnection("jdbc:sqlite:" + file));
                yield List.of(file.toString());
            }
            case H2 -> {
                Path file = scratch.resolve(database(place));
                Files.deleteIfExists(scratch.resolve(database(place) + ".mv.db"));
                write(place, laid, DriverManager.getConnection("jdbc:h2:" + file));
                yield List.of(file + ".mv.db");
            }
            case POSTGRESQL -> {
                String database = database(place);
                try (Connection connection = servers.postgres().connect(database); var statement = connection.createStatement()) {
                    statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
                }
                write(place, laid, servers.postgres().connect(database));
                yield List.of(servers.postgres().url(database), "--user", LocalPostgres.ADMINISTRATOR);
            }
            case MARIADB -> onMariaDb(servers.mariadb(), place, laid);
            case MYSQL -> onMariaDb(servers.mysql(), place, laid);
        };
    }

    private static List<String> onMariaDb(LocalMariaDb server, SameStoryTest.Place place, LaidOut laid) throws SQLException {
        String database = database(place);
        server.run("", "DROP DATABASE IF EXISTS `" + database + "`");
        server.createDatabase(database);
        write(place, laid, server.connect(database));
        return List.of(server.url(database), "--user", LocalMariaDb.ADMINISTRATOR);
    }

    private static String database(SameStoryTest.Place place) {
        return place.layout().name().replace('-', '_');
    }

    private static void write(SameStoryTest.Place place, LaidOut laid, Connection connection) throws SQLException {
        try (connection) {
            connection.setAutoCommit(false);
            place.host().write(laid, connection);
            connection.commit();
        }
    }
}
