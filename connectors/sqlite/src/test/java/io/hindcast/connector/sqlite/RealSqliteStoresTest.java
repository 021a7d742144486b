package io.hindcast.connector.sqlite;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.real.Facts;
import io.hindcast.connector.tck.real.RealStore;
import io.hindcast.event.Event;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that Emmett, EvtStore and the Python library eventsourcing wrote, against what is known of them.
class RealSqliteStoresTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "emmett-sqlite, emmett, bankAccount",
        "evtstore-sqlite, evtstore, accounts",
        "pyeventsourcing-sqlite, pyeventsourcing, BankAccount"
    })
    void the_system_is_recognised_and_its_counts_are_those_of_the_facts(String name, String system, String category)
            throws IOException {
        var store = new RealStore(name);
        var facts = store.facts();
        try (var source = opened(store)) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events();

            assertThat(source.info().system()).isEqualTo(system);
            assertThat(source.notRead()).as("tables beside the events").allMatch(one -> one.rows() < 0);
            assertThat(source.info().readOnlyProof()).hasSize(3).allMatch(Proof::held);
            assertThat(events).hasSize(Math.toIntExact(facts.number("/counts/events")));
            assertThat(events.stream().collect(groupingBy(Event::type, counting())))
                    .isEqualTo(facts.numbers("/counts/eventsByType"));
            assertThat(events.stream().map(Event::stream).distinct()).hasSize(40);
            assertThat(events).extracting(Event::category).containsOnly(category);
            assertThat(events)
                    .allMatch(event ->
                            event.trouble().isEmpty() && event.recordedAt().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emmett-sqlite", "pyeventsourcing-sqlite"})
    void every_known_stream_has_its_versions_and_times(String name) throws IOException {
        var store = new RealStore(name);
        try (var source = opened(store)) {
            for (Facts known : store.facts().list("/streams")) {
                assertStream(source, known, known.text("/storeStreamId"));
            }
        }
    }

    private static void assertStream(EventSource source, Facts known, String stream) {
        var events = ReadOut.of(source, ReadRequest.stream(stream)).events();
        assertThat(events).as(stream).hasSize(Math.toIntExact(known.number("/eventCount")));
        assertThat(events.getFirst().version()).hasValue(known.number("/firstVersion"));
        assertThat(events.getLast().version()).hasValue(known.number("/version"));
        assertThat(events.getFirst().recordedAt().orElseThrow().toString())
                .startsWith(known.text("/firstRecordedAt").substring(0, 16));
        assertThat(events.getLast().recordedAt().orElseThrow().toString())
                .startsWith(known.text("/lastRecordedAt").substring(0, 16));
    }

    @Test
    void evtstore_joins_category_and_id_to_a_stream() throws IOException {
        var store = new RealStore("evtstore-sqlite");
        try (var source = opened(store)) {
            for (Facts known : store.facts().list("/streams")) {
                var events = ReadOut.of(source, ReadRequest.stream(known.text("/streamId")))
                        .events();
                assertThat(events).hasSize(Math.toIntExact(known.number("/eventCount")));
                assertThat(events.getLast().version()).hasValue(known.number("/lastVersion"));
                assertThat(events.getLast().recordedAt().orElseThrow()).hasToString(known.text("/lastEventAt"));
            }
        }
    }

    @Test
    void evtstore_carries_a_state_in_every_event() throws IOException {
        var store = new RealStore("evtstore-sqlite");
        try (var source = opened(store)) {
            var snapshots = snapshots(source, Optional.empty());
            var altered = store.facts();

            assertThat(snapshots).hasSize(1500);
            assertThat(source.snapshots().orElseThrow().count()).isEqualTo(1500);
            assertThat(source.info().snapshotState().root()).isEqualTo("/__persisted");
            var of = snapshots(source, Optional.of(altered.text("/corruptedSnapshot/streamId")));
            assertThat(of)
                    .filteredOn(found -> found.version() == altered.number("/corruptedSnapshot/version"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.state().text())
                            .contains(altered.text("/corruptedSnapshot/stored"))
                            .doesNotContain(altered.text("/corruptedSnapshot/correct")));
        }
    }

    @Test
    void pyeventsourcing_keeps_its_snapshots_in_a_table() throws IOException {
        var store = new RealStore("pyeventsourcing-sqlite");
        var facts = store.facts();
        try (var source = opened(store)) {
            var snapshots = snapshots(source, Optional.empty());
            var altered = facts.list("/corruptedSnapshots").getFirst();

            assertThat(snapshots).hasSize(Math.toIntExact(facts.number("/counts/snapshots")));
            assertThat(snapshots)
                    .allMatch(found -> found.category().equals("BankAccount")
                            && found.recordedAt().isPresent()
                            && found.trouble().isEmpty());
            assertThat(snapshots)
                    .filteredOn(found -> altered.text("/where").contains(found.stream())
                            && found.version() == altered.number("/storeVersion"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.state().text()).contains(altered.text("/after/_data_")));
            assertThat(source.info().capabilities()).doesNotContain(Capability.CHEAP_HEADERS);
        }
    }

    @Test
    void emmett_has_no_snapshots_on_sqlite_and_gives_archived_rows() throws IOException {
        try (var source = opened(new RealStore("emmett-sqlite"))) {
            assertThat(source.snapshots()).isEmpty();
            assertThat(source.info().capabilities())
                    .contains(Capability.CHEAP_HEADERS, Capability.DELETION_MARKS)
                    .doesNotContain(Capability.SNAPSHOTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emmett-sqlite", "evtstore-sqlite", "pyeventsourcing-sqlite"})
    void a_reader_that_stops_and_resumes_anywhere_reads_the_same(String name) throws IOException {
        try (var source = opened(new RealStore(name))) {
            var all = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
            for (int size : new int[] {1, 97, 500}) {
                var pages = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(size));
                assertThat(pages.events()).isEqualTo(all);
                var middle = pages.bookmarks().get(pages.bookmarks().size() / 2);
                int seen = (pages.bookmarks().size() / 2 + 1) * size;
                assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL).after(middle))
                                .events())
                        .isEqualTo(all.subList(Math.min(seen, all.size()), all.size()));
            }
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL).withDirection(Direction.BACKWARD))
                            .events())
                    .isEqualTo(all.reversed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emmett-sqlite", "evtstore-sqlite", "pyeventsourcing-sqlite"})
    void the_file_is_the_same_after_everything_was_read(String name) throws IOException {
        var file = new RealStore(name).unpack("store.sqlite", folder);
        String before = RealStore.hashOf(file);
        try (var source = new SqliteConnector().open(OpenRequest.of(new Location(file.toString())))) {
            ReadOut.of(source, ReadRequest.store(Detail.FULL));
            source.snapshots().ifPresent(_ -> snapshots(source, Optional.empty()));
        }

        assertThat(RealStore.hashOf(file)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("store.sqlite");
        assertThat(new SqliteConnector().recognises(new Location(file.toString())))
                .isEqualTo(Recognition.CERTAIN);
    }

    private EventSource opened(RealStore store) throws IOException {
        var file = store.unpack("store.sqlite", folder);
        return new SqliteConnector().open(OpenRequest.of(new Location(file.toString())));
    }

    private static List<StoredSnapshot> snapshots(EventSource source, Optional<String> stream) {
        var all = new ArrayList<StoredSnapshot>();
        try (var cursor = source.snapshots().orElseThrow().read(stream)) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                all.addAll(page.get());
            }
        }
        return all;
    }
}
