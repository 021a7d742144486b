package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.tck.ReadOut;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Five times as many pages cost the server hardly more rows: no page sorts the table or goes through all of it once more. The
/// server says itself how many rows it looked at.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class TouchedRowsTest {
    private static final int SMALL = 10;
    private static final int LARGE = 50;
    private static final double HARDLY_MORE = 1.6;

    /// Where every page does it all the same, and why.
    private static final Map<GrownStore, String> EVERY_PAGE = Map.of(
            GrownStore.A_VIEW, "a view has no key by which its rows could be found again",
            GrownStore.SYSTEM_VERSIONED, "the server works the changes out of all versions, and has no index over their times");

    record Place(GrownStore store, GrownServer server, ReadRequest.Direction direction, boolean stream) {
        @Override
        public String toString() {
            return "%s on %s, %s, %s".formatted(store, server, stream ? "a stream" : "all", direction);
        }
    }

    static Stream<Place> places() {
        return Stream.of(GrownServer.values())
                .filter(GrownServer::isAvailable)
                .flatMap(server -> Stream.of(GrownStore.values())
                        .filter(store -> server == GrownServer.MARIADB || store != GrownStore.SYSTEM_VERSIONED)
                        .flatMap(store -> Stream.of(Direction.values())
                                .flatMap(direction -> Stream.of(false, true)
                                        .map(stream -> new Place(store, server, direction, stream)))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void many_pages_cost_hardly_more_rows_than_few(Place place) throws SQLException {
        try (var source = new MariaDbConnector().open(place.store().on(place.server()))) {
            var all = ReadRequest.store(Detail.FULL);
            String name = place.store().stream(ReadOut.of(source, all));
            var request = (place.stream() ? ReadRequest.stream(name) : all).withDirection(place.direction());

            long few = touched(place, source, request.withPageSize(LARGE));
            long many = touched(place, source, request.withPageSize(SMALL));

            if (!EVERY_PAGE.containsKey(place.store())) {
                assertThat((double) many / few).as("%d rows instead of %d", many, few).isLessThan(HARDLY_MORE);
            } else if (!place.stream()) {
                assertThat((double) many / few)
                        .as("no longer so: %s", EVERY_PAGE.get(place.store()))
                        .isGreaterThan(HARDLY_MORE);
            }
        }
    }

    private static long touched(Place place, EventSource source, ReadRequest request) throws SQLException {
        return place.server().touched(() -> assertThat(ReadOut.of(source, request).events()).isNotEmpty());
    }
}
