package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.h2.H2Connector;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SampleConnectorTest {
    @TempDir
    Path cache;

    private SampleConnector connector;

    @BeforeEach
    void make_a_connector() {
        connector = new SampleConnector(new H2Connector(), new SampleStores(cache));
    }

    @Test
    void it_is_found_as_a_service_and_knows_its_scheme() {
        assertThat(ServiceLoader.load(Connector.class).stream()
                        .map(provider -> provider.get().id()))
                .contains("sample", "h2");
        assertThat(connector.recognises(new Location("sample:ledger"))).isEqualTo(Recognition.CERTAIN);
        assertThat(connector.recognises(new Location("ledger.mv.db"))).isEqualTo(Recognition.NO);
        assertThat(connector.recognises(new Location("jdbc:h2:./sample"))).isEqualTo(Recognition.NO);
    }

    @Test
    void the_sample_opens_recognised_and_read_only() {
        try (var source = open("sample:ledger?events=1000&seed=9")) {
            assertThat(source.info().connector()).isEqualTo("sample");
            assertThat(source.info().system()).isEqualTo("hindcast-ledger");
            assertThat(source.info().fields().keySet()).containsExactlyInAnyOrder(EventField.values());
            assertThat(source.info().readOnlyProof()).isNotEmpty().allMatch(Proof::held);
        }
    }

    @Test
    void every_event_is_read_as_it_was_made() {
        var recording = Recording.of(1_000, 9);

        try (var source = open("sample:ledger?events=1000&seed=9")) {
            assertThat(eventsOf(source)).map(SampleConnectorTest::told).isEqualTo(recording.events);
        }
    }

    @Test
    void every_snapshot_is_read_as_it_was_made() {
        var recording = Recording.of(1_000, 9);
        var read = new ArrayList<SampleSnapshot>();

        try (var source = open("sample:ledger?events=1000&seed=9")) {
            var reader = source.snapshots().orElseThrow();
            try (var cursor = reader.read(Optional.empty())) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    for (var stored : page.get()) {
                        assertThat(stored.stream()).startsWith(stored.category() + "-");
                        read.add(new SampleSnapshot(
                                stored.stream(),
                                stored.version(),
                                stored.recordedAt().orElseThrow(),
                                stored.state()));
                    }
                }
            }
            assertThat(reader.count()).isEqualTo(recording.snapshots.size());
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(recording.snapshots);
    }

    @Test
    void the_file_is_the_same_to_the_last_byte_after_reading() throws IOException {
        var file = new SampleStores(cache).fileOf(new HistorySize(1_000, 9));
        byte[] before = Files.readAllBytes(file);

        try (var source = open("sample:ledger?events=1000&seed=9")) {
            assertThat(eventsOf(source)).hasSize(1_000);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(cache)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void settings_say_the_size_where_the_location_does_not() {
        var request =
                new OpenRequest(new Location("sample:ledger"), Map.of("events", "1200", "seed", "2"), Optional::empty);

        try (var source = connector.open(request)) {
            assertThat(eventsOf(source)).hasSize(1_200);
        }
    }

    @Test
    void what_cannot_be_made_is_refused_with_a_sentence() {
        refused("sample:forest", Kind.NOT_FOUND, "There is no such sample; there is sample:ledger.");
        refused("sample:ledger?events=5", Kind.SETTINGS, "A sample history has from 1000 to 10000000 events, not 5.");
        refused("sample:ledger?seed=x", Kind.SETTINGS, "The parameter seed of a sample must be a whole number.");
        refused(
                "sample:ledger?colour=red",
                Kind.SETTINGS,
                "A sample takes the parameters events=NUMBER and seed=NUMBER, nothing else.");
    }

    private void refused(String location, Kind kind, String sentence) {
        assertThatThrownBy(() -> open(location)).isInstanceOfSatisfying(ConnectorException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.sentence()).isEqualTo(sentence);
        });
    }

    private EventSource open(String location) {
        return connector.open(OpenRequest.of(new Location(location)));
    }

    private static List<Event> eventsOf(EventSource source) {
        var events = new ArrayList<Event>();
        try (var cursor = source.read(ReadRequest.store(Detail.FULL).withPageSize(300))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (int row = 0; row < page.get().size(); row++) {
                    events.add(page.get().event(row));
                }
            }
        }
        return events;
    }

    private static SampleEvent told(Event event) {
        assertThat(event.trouble()).isEmpty();
        return new SampleEvent(
                event.position().orElseThrow().low(),
                event.stream(),
                event.category(),
                event.version().orElseThrow(),
                event.id().orElseThrow(),
                event.type(),
                event.recordedAt().orElseThrow(),
                event.data(),
                event.metadata());
    }
}
