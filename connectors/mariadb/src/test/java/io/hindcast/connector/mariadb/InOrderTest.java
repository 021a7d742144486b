package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Stores whose order no index gives are sorted once, and their pages fetched from where the rows lie: by a number, by a key of
/// several columns, in one table or in several that are read as one.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InOrderTest {
    private static final List<GrownStore> STORES = List.of(
            GrownStore.NUMBERED_OUTBOX,
            GrownStore.OUTBOX,
            GrownStore.OUTBOX_OF_TENANTS,
            GrownStore.RESOLVE,
            GrownStore.PROOPH,
            GrownStore.ENVERS);

    record Place(GrownStore store, GrownServer server) {
        @Override
        public String toString() {
            return store + " on " + server;
        }
    }

    static Stream<Place> places() {
        return Stream.of(GrownServer.values())
                .filter(GrownServer::isAvailable)
                .flatMap(server -> STORES.stream().map(store -> new Place(store, server)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void pages_of_any_size_and_direction_and_from_any_bookmark_give_the_same_events(Place place) throws SQLException {
        try (var source = open(place.store().on(place.server()))) {
            String longest = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).longestStream();
            for (var all : List.of(ReadRequest.store(Detail.FULL), ReadRequest.stream(longest))) {
                var expected = ReadOut.of(source, all.withPageSize(20_000)).events();

                assertThat(expected).doesNotHaveDuplicates();
                for (int pageSize : new int[] {7, 100, 333, expected.size() - 1, expected.size()}) {
                    var request = all.withPageSize(pageSize);
                    var backward = ReadOut.of(source, request.withDirection(Direction.BACKWARD)).events();

                    assertThat(ReadOut.of(source, request).events()).as("pages of %d", pageSize).isEqualTo(expected);
                    assertThat(backward.reversed()).as("pages of %d", pageSize).isEqualTo(expected);
                }
                assertThat(ReadOut.inTwo(source, all.withPageSize(50), 3).events()).isEqualTo(expected);
            }
        }
    }

    /// Keys of several columns stand in the statement of their page, ten thousand of them; the server has to go to each.
    @ParameterizedTest
    @EnumSource
    void a_page_of_ten_thousand_keys_is_no_scan(GrownServer server) throws SQLException {
        if (!server.isAvailable()) {
            return;
        }
        String database = "long_outbox_" + server.name().toLowerCase(Locale.ROOT);
        server.running().createDatabase(database);
        server.running().run(database, GrownStore.OUTBOX_OF_TENANTS.statements());
        for (int i = 1; i <= 5; i++) {
            server.running().run(
                    database,
                    """
                    INSERT INTO outboxevent SELECT CONCAT(tenant, '%1$d'), id, aggregatetype, aggregateid, CONCAT(type, '+%1$d'), payload,
                        occurred_at + INTERVAL %1$d MINUTE FROM outboxevent
                    """
                            .formatted(i));
        }
        GrownStore.analyse(server.running(), database);
        try (var source = open(GrownStore.request(server.running(), database))) {
            int events = 64_000;
            long touched = server.touched(() -> assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(10_000)).events())
                    .hasSize(events)
                    .doesNotHaveDuplicates());

            assertThat(touched).isLessThan(events * 10L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_written_while_they_are_read_are_not_lost(GrownServer server) throws SQLException {
        if (!server.isAvailable()) {
            return;
        }
        String database = "moving_outbox_" + server.name().toLowerCase(Locale.ROOT);
        server.running().createDatabase(database);
        server.running().run(database, GrownStore.OUTBOX_OF_TENANTS.statements());
        try (var source = open(GrownStore.request(server.running(), database))) {
            var expected = types(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events());
            var found = new ArrayList<String>();
            try (var cursor = source.read(ReadRequest.store(Detail.FULL).withPageSize(100))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    for (int row = 0; row < page.get().size(); row++) {
                        found.add(page.get().type(row));
                    }
                    if (found.size() == 500) {
                        server.running().run(database, "DELETE FROM outboxevent WHERE id = UNHEX(MD5(1998))",
                                "UPDATE outboxevent SET id = UNHEX(MD5(CONCAT('new ', HEX(id)))) WHERE id = UNHEX(MD5(1997))");
                    }
                }
            }

            var kept = new ArrayList<>(expected);
            kept.removeAll(found);
            assertThat(kept).hasSizeLessThanOrEqualTo(2);
            assertThat(found).doesNotHaveDuplicates().hasSizeBetween(expected.size() - 1, expected.size());
        }
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(Event::type).toList();
    }

    private static EventSource open(OpenRequest request) {
        return new MariaDbConnector().open(request);
    }
}
