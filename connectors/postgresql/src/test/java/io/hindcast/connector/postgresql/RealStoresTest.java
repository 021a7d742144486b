package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.SnapshotsReadOut;
import io.hindcast.event.Event;
import io.hindcast.event.StoredSnapshot;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Stores that the named systems wrote themselves, opened with nothing but their address.
class RealStoresTest {
    enum Store {
        MESSAGE_DB("message-db", "message-db", Map.of("account", 1500L, "fundsTransfer", 203L), 57),
        AXON_JDBC("axon4-jdbc-postgresql", "axon4-jdbc", Map.of("BankAccount", 1500L), -1),
        AXON_JPA("axon4-jpa-postgresql", "axon4-jpa", Map.of("BankAccount", 1500L), 34),
        PYEVENTSOURCING("pyeventsourcing-postgresql", "pyeventsourcing", Map.of("BankAccount", 1500L), 83),
        EVTSTORE("evtstore-postgres", "evtstore", Map.of("accounts", 1438L), 1438),
        EMMETT("emmett-postgresql", "emmett", Map.of("bankAccount", 1500L), 40),
        EVENTUALLY("eventually-rs", "eventually-rs", Map.of("BankAccount", 1500L), -1),
        COMMANDED("commanded-eventstore", "commanded-eventstore", Map.of("bank_account", 1500L), -1),
        PEKKO("pekko-jdbc", "pekko-jdbc", Map.of("BankAccount", 1495L), -1),
        PROOPH("prooph", "prooph", Map.of("BankAccount", 1500L), -1);

        private final String folder;
        private final String system;
        private final Map<String, Long> categories;
        private final long snapshots;
        private final Facts facts;

        Store(String folder, String system, Map<String, Long> categories, long snapshots) {
            this.folder = folder;
            this.system = system;
            this.categories = categories;
            this.facts = Facts.of(folder);
            this.snapshots = snapshots < 0 ? facts.number("counts", "snapshots") : snapshots;
        }

        EventSource open() throws SQLException {
            return new PostgresConnector().open(TestServer.realStore(folder));
        }

        /// The fundsTransfer streams of message-db are events beside those that the facts count.
        boolean isCounted(Event event) {
            return !event.category().equals("fundsTransfer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_recognised_by_itself_and_read_only(Store store) throws SQLException {
        try (var source = store.open()) {
            assertThat(source.info().system()).isEqualTo(store.system);
            assertThat(source.info().connector()).isEqualTo("postgresql");
            assertThat(source.info().recognisedBy()).isNotEmpty();
            assertThat(source.info().storeVersion()).startsWith("PostgreSQL 18");
            assertThat(source.info().readOnlyProof()).isNotEmpty().allMatch(Proof::held);
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_events_are_as_many_of_each_type_and_category_as_were_written(Store store) throws SQLException {
        try (var source = store.open()) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events();
            var counted = events.stream().filter(store::isCounted).toList();

            assertThat(count(events, Event::category)).isEqualTo(store.categories);
            assertThat(counted).hasSize((int) store.facts.number("counts", "events"));
            assertThat(count(counted, Event::type)).isEqualTo(store.facts.counts("counts", "eventsByType"));
            assertThat(count(counted, Event::stream)).hasSize((int) store.facts.number("counts", "streams"));
            assertThat(events).allMatch(event -> event.trouble().isEmpty());
            assertThat(events).allMatch(event -> event.recordedAt().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_events_lie_in_the_months_in_which_they_were_recorded(Store store) throws SQLException {
        if (store == Store.EVTSTORE) {
            return;
        }
        try (var source = store.open()) {
            var counted = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events().stream()
                    .filter(store::isCounted)
                    .toList();

            assertThat(count(counted, event -> event.recordedAt().orElseThrow().atOffset(ZoneOffset.UTC).toString()
                            .substring(0, 7)))
                    .isEqualTo(store.facts.counts("counts", "eventsByMonth"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_streams_begin_and_end_where_they_should(Store store) throws SQLException {
        try (var source = store.open()) {
            for (Facts stream : store.facts.streams()) {
                String name = stream.at(store == Store.EVTSTORE ? "streamId" : "storeStreamId").toString();
                var events = ReadOut.of(source, ReadRequest.stream(name)).events();

                assertThat(events).as(name).hasSize((int) stream.number("eventCount"));
                assertThat(events.getFirst().version()).hasValue(stream.number("firstVersion"));
                assertThat(events.getLast().version())
                        .hasValue(stream.number(store == Store.EVTSTORE ? "lastVersion" : "version"));
                assertThat(events).allMatch(event -> !event.data().isEmpty());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_snapshots_are_all_there(Store store) throws SQLException {
        try (var source = store.open()) {
            var reader = source.snapshots().orElseThrow();
            var all = SnapshotsReadOut.of(source).snapshots();

            assertThat(reader.count()).isEqualTo(store.snapshots);
            assertThat(all).hasSize((int) store.snapshots);
            assertThat(all).allMatch(snapshot -> !snapshot.state().isEmpty() && snapshot.trouble().isEmpty());
            assertThat(all).extracting(StoredSnapshot::category).allMatch(store.categories::containsKey);
        }
    }

    @ParameterizedTest
    @EnumSource
    void backward_is_forward_reversed(Store store) throws SQLException {
        try (var source = store.open()) {
            var request = ReadRequest.store(Detail.FULL).withPageSize(333);
            var forward = new ArrayList<>(ReadOut.of(source, request).events());
            Collections.reverse(forward);

            assertThat(ReadOut.of(source, request.withDirection(Direction.BACKWARD)).events()).isEqualTo(forward);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reading_on_from_a_bookmark_gives_what_followed(Store store) throws SQLException {
        try (var source = store.open();
                var other = store.open()) {
            for (Selection selection : selections(store)) {
                var request = new ReadRequest(
                        selection,
                        Optional.empty(),
                        ReadRequest.VersionRange.all(),
                        Direction.FORWARD,
                        Detail.FULL,
                        211);
                var whole = ReadOut.of(source, request);
                int seen = 0;
                for (var page : whole.pages()) {
                    seen += page.size();
                    assertThat(ReadOut.of(other, request.after(page.bookmark())).events())
                            .isEqualTo(whole.events().subList(seen, whole.events().size()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("try")
    void reading_it_changes_nothing_in_it(Store store) throws SQLException {
        try (var source = store.open()) {
            var before = Footprint.of(store.folder);
            ReadOut.of(source, ReadRequest.store(Detail.FULL));
            ReadOut.of(source, ReadRequest.store(Detail.HEADERS).withDirection(Direction.BACKWARD));
            source.snapshots().orElseThrow().count();
            source.close();

            assertThat(Footprint.of(store.folder)).isEqualTo(before);
        }
    }

    @Test
    void message_db_says_what_it_does_not_read() throws SQLException {
        try (var source = Store.MESSAGE_DB.open()) {
            assertThat(source.notRead())
                    .extracting(NotRead::rows)
                    .containsExactlyInAnyOrder(799L, 7L, 57L);
        }
    }

    private static List<Selection> selections(Store store) {
        var stream = store.facts.streams().getFirst();
        var all = new ArrayList<Selection>();
        all.add(new Selection.Store());
        all.add(new Selection.Stream(
                stream.at(store == Store.EVTSTORE ? "streamId" : "storeStreamId").toString()));
        store.categories.keySet().forEach(name -> all.add(new Selection.Category(name)));
        return all;
    }

    private static Map<String, Long> count(List<Event> events, Function<Event, String> by) {
        return events.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
