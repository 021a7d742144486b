package io.hindcast.house.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.LayoutCatalogue;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same history in the tables of every known system gives the same answers, but for what a system has no place for.
/// Tables and rows follow from the layout files alone, so a new layout joins by itself; what it loses has to stand in
/// `same-story.txt`, with the reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SameStoryTest {
    private static final Story STORY = Story.told(20261121);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    /// Of so many streams the state is asked for alone; of all of them by category.
    private static final int STATES = 1;

    private static final String REFERENCE = "hindcast-ledger";

    private final TestServers servers = new TestServers();
    private final Map<StoryHost, Told> references = new LinkedHashMap<>();
    private Path scratch = Path.of("");
    private Path rules = Path.of("");

    /// A layout in a database.
    record Place(StoryHost host, Layout layout) {
        @Override
        public String toString() {
            return layout.name() + " on " + host;
        }
    }

    /// The answers, with the names of streams reduced to their ids.
    private record Told(List<ObjectNode> streams, List<ObjectNode> events, List<ObjectNode> states, JsonNode verified) {}

    static Stream<Place> places() {
        return Stream.of(StoryHost.values())
                .filter(StoryHost::isAvailable)
                .flatMap(host -> LayoutCatalogue.known(host.dialect()).stream()
                        .filter(layout -> host.isHomeOf(layout.name()))
                        .filter(layout -> !declared().untold(layout.name(), host))
                        .map(layout -> new Place(host, layout)));
    }

    private static Declared declared() {
        return Declared.read();
    }

    @BeforeAll
    void tellsTheReference(@TempDir Path folder) throws IOException {
        scratch = folder;
        rules = Files.writeString(folder.resolve("story.folds.yaml"), Story.RULES);
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @Test
    void what_a_layout_loses_is_declared_with_its_reason_and_nothing_else_is() {
        Map<String, Set<Loss>> real = new LinkedHashMap<>();
        LayoutCatalogue.known("sqlite").stream()
                .filter(layout -> !declared().isUntold(layout.name()))
                .forEach(layout -> real.put(layout.name(), Loss.of(layout)));

        real.forEach((name, losses) -> assertThat(declared().losses(name)).as("losses of %s", name).containsAll(losses));
        assertThat(declared().layouts())
                .as("layouts in same-story.txt that are no longer there")
                .isSubsetOf(LayoutCatalogue.known("sqlite").stream().map(Layout::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void every_store_tells_the_same_story(Place place) throws Exception {
        Told reference = reference(place.host());
        Told told = tell(place);
        Set<Loss> lost = declared().losses(place.layout().name());

        assertThat(lines(told.streams(), lost)).isEqualTo(lines(reference.streams(), lost));
        assertThat(lines(told.events(), lost)).isEqualTo(lines(reference.events(), lost));
        assertThat(lines(told.states(), lost)).isEqualTo(lines(reference.states(), lost));
        if (!lost.contains(Loss.SNAPSHOTS)) {
            assertThat(verdicts(told, lost)).isEqualTo(verdicts(reference, lost));
        }
    }

    /// The reference itself is held against the story, which nothing has written or read.
    @ParameterizedTest
    @MethodSource("hosts")
    void the_reference_tells_the_story_itself(StoryHost host) throws Exception {
        Told told = reference(host);

        assertThat(told.events()).hasSameSizeAs(STORY.events());
        for (int i = 0; i < STORY.events().size(); i++) {
            Story.Happening event = STORY.events().get(i);
            ObjectNode line = told.events().get(i);
            assertThat(line.get("stream").asText()).isEqualTo(event.stream());
            assertThat(line.get("version").asLong()).isEqualTo(event.version());
            assertThat(line.get("type").asText()).isEqualTo(event.type());
            assertThat(line.get("recordedAt").asText()).isEqualTo(event.at().toString());
            assertThat(line.get("eventId").asText()).isEqualTo(event.id());
            assertThat(line.get("actor").asText()).isEqualTo(event.actor());
            assertThat(line.get("correlationId").asText()).isEqualTo(event.correlation());
            assertThat(line.get("data").toString()).isEqualTo(JSON.readTree(event.data().toString()).toString());
        }
        assertThat(told.verified().at("/summary/snapshots").asInt()).isEqualTo(STORY.snapshots().size());
        assertThat(told.verified().at("/summary/drifts").asInt()).isEqualTo(1);
        assertThat(told.verified().at("/summary/unverifiable").asInt()).isZero();
    }

    static Stream<StoryHost> hosts() {
        return places().map(Place::host).distinct();
    }

    private synchronized Told reference(StoryHost host) throws Exception {
        Told known = references.get(host);
        if (known == null) {
            known = tell(places()
                    .filter(place -> place.host() == host && place.layout().name().equals(REFERENCE))
                    .findFirst()
                    .orElseThrow());
            references.put(host, known);
        }
        return known;
    }

    private Told tell(Place place) throws Exception {
        LaidOut laid = StoryWriter.lay(STORY, place.layout(), place.host().timesAreText());
        List<String> location = locationOf(place, laid);
        var streams = objects(run("streams", location));
        assertThat(run("inspect", location).get("layout").asText()).isEqualTo(place.layout().name());
        var states = new ArrayList<ObjectNode>();
        for (ObjectNode stream : streams.stream()
                .map(ObjectNode::deepCopy)
                .sorted(Comparator.comparing(SameStoryTest::id))
                .limit(STATES)
                .toList()) {
            String name = stream.get("stream").asText();
            states.add((ObjectNode) run("state", location, "--fold", rules.toString(), "--stream", name));
        }
        states.addAll(statesOfAll(location));
        var told = new Told(
                streams.stream().map(SameStoryTest::bare).sorted(Comparator.comparing(SameStoryTest::key)).toList(),
                objects(run("events", location)).stream().map(SameStoryTest::bare).toList(),
                states.stream().map(SameStoryTest::bare).sorted(Comparator.comparing(SameStoryTest::key)).toList(),
                place.layout().snapshots().isPresent() && !declared().losses(place.layout().name()).contains(Loss.SNAPSHOTS)
                        ? bareSnapshots(run("verify", location, "--fold", rules.toString()))
                        : JSON.nullNode());
        told.events().forEach(event -> without(event, laid.extras()));
        return told;
    }

    private List<ObjectNode> statesOfAll(List<String> location) throws IOException {
        var states = new ArrayList<ObjectNode>();
        for (JsonNode category : run("inspect", location).get("categories")) {
            if (category.get("streams").asInt() == 0) {
                continue; // snapshots of streams without events
            }
            String name = category.get("name").asText();
            states.addAll(objects(
                    run("states", location, "--fold", rules.toString(), "--category", name).get("rows")));
        }
        return states;
    }

    private static String id(ObjectNode node) {
        var id = UUID.matcher(node.get("stream").asText());
        return id.find() ? id.group() : "";
    }

    private static String key(ObjectNode node) {
        return node.get("stream").asText();
    }

    private static void without(ObjectNode event, Set<String> extras) {
        if (event.get("data") instanceof ObjectNode data) {
            data.remove(extras);
        }
    }

    /// Leaves the id of the name, and what is the store's own: metadata and places.
    private static ObjectNode bare(ObjectNode node) {
        var id = UUID.matcher(node.get("stream").asText());
        if (id.find()) {
            node.put("stream", id.group());
        }
        node.remove(List.of("metadata", "position", "fold"));
        removeFromMoment(node, "position");
        return node;
    }

    private static JsonNode bareSnapshots(JsonNode answer) {
        var snapshots = new ArrayList<ObjectNode>();
        answer.get("snapshots").forEach(one -> snapshots.add(bare((ObjectNode) one)));
        snapshots.sort(Comparator.comparing(SameStoryTest::key)
                .thenComparingLong(one -> one.get("version").asLong()));
        var sorted = ((ObjectNode) answer).putArray("snapshots");
        sorted.addAll(snapshots);
        ((ObjectNode) answer).remove("fold");
        return answer;
    }

    private static String verdicts(Told told, Set<Loss> lost) {
        return told.verified().get("summary") + "\n" + lines(objects(told.verified().get("snapshots")), lost);
    }

    /// One line an answer, without what is lost.
    private static String lines(List<ObjectNode> nodes, Set<Loss> lost) {
        var lines = nodes.stream().map(node -> line(node.deepCopy(), lost));
        return (lost.contains(Loss.ORDER) ? lines.sorted() : lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(ObjectNode node, Set<Loss> lost) {
        for (Loss loss : lost) {
            switch (loss) {
                case VERSION -> {
                    node.remove(List.of("version", "firstVersion", "lastVersion", "lastAgreeing"));
                    removeFromMoment(node, "version");
                }
                case TIME -> {
                    node.remove(List.of("recordedAt", "firstAt", "lastAt"));
                    removeFromMoment(node, "recordedAt");
                }
                case ID -> {
                    node.remove("eventId");
                    removeFromMoment(node, "eventId");
                }
                case CATEGORY -> node.remove("category");
                case ORDER, SNAPSHOTS -> {}
            }
        }
        return node.toString();
    }

    /// From the moment that an answer was given for, and from the event at which a drift begins.
    private static void removeFromMoment(ObjectNode node, String field) {
        for (String place : List.of("moment", "partsAt")) {
            if (node.get(place) instanceof ObjectNode moment) {
                moment.remove(field);
            }
        }
    }

    private static List<ObjectNode> objects(JsonNode array) {
        var all = new ArrayList<ObjectNode>();
        ((ArrayNode) array).forEach(one -> all.add((ObjectNode) one));
        return all;
    }

    private static JsonNode run(String verb, List<String> location, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(location);
        arguments.addAll(List.of("--output", "json"));
        arguments.addAll(Arrays.asList(more));
        return JSON.readTree(Answers.of(arguments));
    }

    /// Writes the tables, and answers what to type for the store.
    private List<String> locationOf(Place place, LaidOut laid) throws SQLException {
        String name = (place.layout().name() + "_" + System.identityHashCode(laid)).replace('-', '_');
        return switch (place.host()) {
            case SQLITE -> {
                Path file = scratch.resolve(name + ".sqlite");
                write(place, laid, DriverManager.getConnection("jdbc:sqlite:" + file));
                yield List.of(file.toString());
            }
            case H2 -> {
                Path file = scratch.resolve(name);
                write(place, laid, DriverManager.getConnection("jdbc:h2:" + file));
                yield List.of(file + ".mv.db");
            }
            case POSTGRESQL -> {
                servers.postgres().createDatabase(name);
                write(place, laid, servers.postgres().connect(name));
                yield List.of(servers.postgres().url(name), "--user", LocalPostgres.ADMINISTRATOR);
            }
            case MARIADB -> onMariaDb(servers.mariadb(), name, place, laid);
            case MYSQL -> onMariaDb(servers.mysql(), name, place, laid);
        };
    }

    private static List<String> onMariaDb(LocalMariaDb server, String name, Place place, LaidOut laid) throws SQLException {
        server.createDatabase(name);
        write(place, laid, server.connect(name));
        return List.of(server.url(name), "--user", LocalMariaDb.ADMINISTRATOR);
    }

    private static void write(Place place, LaidOut laid, Connection connection) throws SQLException {
        try (connection) {
            connection.setAutoCommit(false);
            place.host().write(laid, connection);
            connection.commit();
        }
    }
}
