package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.io.FileInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real exports of one history in five spellings, compared with facts that were computed elsewhere.
final class RealExportsTest {
    private static final Path NDJSON = Exports.REAL.resolve("events.ndjson.gz");
    private static final Path CSV = Exports.REAL.resolve("events.csv.gz");
    private static final Path CLOUD_LINES = Exports.REAL.resolve("cloudevents.ndjson.gz");
    private static final Path CLOUD_BATCH = Exports.REAL.resolve("cloudevents-batch.json.gz");
    private static final Path SPREADSHEET = Exports.REAL.resolve("events-spreadsheet-de.csv.gz");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"events.ndjson.gz", "events.csv.gz", "cloudevents.ndjson.gz", "cloudevents-batch.json.gz"})
    void counts_types_versions_and_times_are_those_of_the_facts(String file) throws IOException {
        var events = Exports.events(Exports.REAL.resolve(file));
        var facts = facts();

        assertThat(events).hasSize(facts.at("/counts/events").asInt());
        assertThat(events).allMatch(event -> event.trouble().isEmpty(), "is in no trouble");
        assertThat(countsBy(events, event -> event.type().substring(event.type().lastIndexOf('.') + 1)))
                .isEqualTo(countsIn(facts.at("/counts/eventsByType")));
        var range = facts.at("/timeRange");
        assertThat(events.getFirst().recordedAt())
                .contains(Instant.parse(range.get("first").asText()));
        assertThat(events.getLast().recordedAt())
                .contains(Instant.parse(range.get("last").asText()));
        assertStreams(events, facts, true);
    }

    @Test
    void the_same_history_in_ndjson_and_csv_gives_equal_events() {
        assertThat(Exports.events(CSV)).isEqualTo(Exports.events(NDJSON));
    }

    @Test
    void cloud_events_in_lines_and_in_a_batch_are_equal() {
        assertThat(Exports.events(CLOUD_BATCH)).isEqualTo(Exports.events(CLOUD_LINES));
    }

    @Test
    void cloud_events_tell_what_the_lines_tell() {
        Function<Event, String> shared = event -> "%s|%s|%s|%s|%s|%s"
                .formatted(
                        event.stream(),
                        event.version(),
                        event.position(),
                        event.id(),
                        event.recordedAt(),
                        event.data().text());

        assertThat(Exports.events(CLOUD_LINES).stream().map(shared))
                .containsExactlyElementsOf(
                        Exports.events(NDJSON).stream().map(shared).toList());
    }

    @Test
    void a_spreadsheet_opens_with_a_declared_mapping() throws IOException {
        var mapping = Exports.write(folder, "mapping.txt", """
            # columns of the German spreadsheet
            position = Nr
            stream = Konto
            version = Lfd
            type = Vorgang
            recordedAt = Zeitpunkt
            effectiveAt = Wertstellung
            actor = Benutzer
            correlationId = Verweis
            decimal = ,
            delimiter = ;
            timeFormat = dd.MM.yyyy HH:mm:ss
            zone = Europe/Berlin
            """);

        assertSpreadsheet(Exports.events(SPREADSHEET, Map.of("mapping", mapping.toString())));
    }

    @Test
    void a_spreadsheet_opens_by_itself_once_its_zone_is_named() throws IOException {
        assertSpreadsheet(Exports.events(SPREADSHEET, Map.of("zone", "Europe/Berlin")));
    }

    @Test
    void without_a_zone_utc_is_assumed_and_said() {
        try (var source = Exports.open(SPREADSHEET)) {
            assertThat(source.info().recognisedBy())
                    .contains("times carry no offset and no zone was declared: read as UTC, an assumption");
        }
        assertThat(Exports.events(SPREADSHEET).getFirst().recordedAt()).contains(Instant.parse("2023-01-02T09:08:14Z"));
    }

    @Test
    void what_was_guessed_is_said() {
        try (var source = Exports.open(NDJSON)) {
            var info = source.info();
            assertThat(info.recognisedBy())
                    .contains(
                            "events.ndjson.gz holds one JSON object a line",
                            "`occurredAt` is the recorded time",
                            "`stream` is the stream");
            assertThat(info.fields())
                    .containsEntry(EventField.ACTOR, List.of(FieldLocation.metadata("/user")))
                    .containsEntry(EventField.EFFECTIVE_AT, List.of(FieldLocation.metadata("/effectiveDate")));
            assertThat(info.capabilities()).contains(Capability.DENSE_VERSIONS, Capability.RECORDED_TIME);
            assertThat(info.readOnlyProof())
                    .extracting("result")
                    .anySatisfy(result -> assertThat((String) result).contains(sha256(NDJSON)));
        }
    }

    @Test
    void cloud_events_say_so() {
        try (var source = Exports.open(CLOUD_BATCH)) {
            assertThat(source.info().system()).isEqualTo("cloudevents");
            assertThat(source.info().layout()).isEqualTo("json-array");
            assertThat(source.info().fields())
                    .containsEntry(EventField.ACTOR, List.of(FieldLocation.metadata("/userid")));
        }
    }

    @Test
    void a_folder_gives_its_files_one_after_the_other() throws IOException {
        Files.copy(NDJSON, folder.resolve("2.ndjson.gz"));
        Files.copy(CSV, folder.resolve("1.csv.gz"));
        Exports.write(folder, "0 readme.txt", "no events here");
        Exports.write(folder, "picture.png", "x");

        var one = Exports.events(NDJSON);
        try (var source = Exports.open(folder)) {
            assertThat(source.info().layout()).isEqualTo("folder");
            assertThat(source.info().system()).isEqualTo("files");
            assertThat(source.info().recognisedBy())
                    .contains("`stream` is the stream", "cells are separated by \",\" (in 1.csv.gz)");
            assertThat(source.notRead()).extracting("what").containsExactly("0 readme.txt", "picture.png");
        }
        var events = Exports.events(folder);
        assertThat(events).hasSize(2 * one.size());
        assertThat(events.subList(one.size(), events.size()))
                .extracting(Event::id, event -> event.data().text())
                .isEqualTo(one.stream()
                        .map(event -> tuple(event.id(), event.data().text()))
                        .toList());
    }

    @Test
    void reading_changes_no_file() {
        for (Path file : List.of(NDJSON, CSV, CLOUD_LINES, CLOUD_BATCH, SPREADSHEET)) {
            String before = sha256(file);
            Exports.events(file);
            assertThat(sha256(file)).isEqualTo(before);
        }
    }

    private static void assertSpreadsheet(List<Event> events) throws IOException {
        var exact = Exports.events(NDJSON);
        assertThat(events).hasSameSizeAs(exact);
        assertStreams(events, facts(), false);
        for (int row = 0; row < events.size(); row++) {
            assertThat(events.get(row).trouble()).isEmpty();
            assertThat(events.get(row).recordedAt())
                    .as(events.get(row).place())
                    .isEqualTo(exact.get(row).recordedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
        }
        assertThat(events.get(1).data().text()).isEqualTo("{\"Betrag\":8107.20}");
        assertThat(events.get(1).metadata().text())
                .isEqualTo("{\"Wertstellung\":\"2023-01-02\",\"Benutzer\":\"alice.teller\","
                        + "\"Verweis\":\"9f36bf0b-1d2b-4a13-b5b9-17eaa16272a4\"}");
        assertThat(events.stream()
                        .map(event -> event.data().text())
                        .filter(text -> !text.endsWith(":null}"))
                        .map(text -> new BigDecimal(text.substring(10, text.length() - 1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isGreaterThan(new BigDecimal("100000.00"));
    }

    private static void assertStreams(List<Event> events, JsonNode facts, boolean exactTimes) {
        var byStream = events.stream().collect(Collectors.groupingBy(Event::stream));
        assertThat(byStream).hasSize(facts.at("/counts/streams").asInt());
        for (JsonNode stream : facts.get("streams")) {
            var own = byStream.getOrDefault(stream.get("streamId").asText(), List.of());
            assertThat(own).hasSize(stream.get("eventCount").asInt());
            assertThat(own.getFirst().version())
                    .hasValue(stream.get("firstVersion").asLong());
            assertThat(own.getLast().version())
                    .hasValue(stream.get("lastVersion").asLong());
            if (exactTimes) {
                assertThat(own.getLast().recordedAt())
                        .contains(Instant.parse(stream.get("lastEventAt").asText()));
            }
        }
    }

    private static Map<String, Long> countsBy(List<Event> events, Function<Event, String> key) {
        return events.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> countsIn(JsonNode counts) {
        var map = new TreeMap<String, Long>();
        counts.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asLong()));
        return map;
    }

    private static JsonNode facts() throws IOException {
        var file = Exports.REAL.resolve("facts.json.gz").toFile();
        try (var in = new GZIPInputStream(new FileInputStream(file))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
