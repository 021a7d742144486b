package io.hindcast.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.event.Event;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for a store whose order no index gives. A connector's test extends it and writes such a store.
public abstract class UnindexedOrderContract {
    /// How many events the store has; several share a time.
    protected static final int EVENTS = 1_500;

    private static final int ALL_AT_ONCE = 10_000;

    protected UnindexedOrderContract() {}

    /// Opens the store; the contract closes it.
    protected abstract EventSource open() throws Exception;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 333, 2_000})
    void an_order_that_no_index_gives_is_the_same_in_pages_of_any_size(int pageSize) throws Exception {
        try (EventSource source = open()) {
            assertThat(events(source, pageSize))
                    .hasSize(EVENTS)
                    .doesNotHaveDuplicates()
                    .isEqualTo(events(source, ALL_AT_ONCE));
        }
    }

    private static List<Event> events(EventSource source, int pageSize) {
        return ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(pageSize)).events();
    }
}
