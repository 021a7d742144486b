package io.hindcast.connector.tck;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What a connector gives so that the contract can test it: itself, a store, and what is in the store.
/// Extend [ConnectorContract], which adds the tests.
public abstract class StoreUnderTest {
    private EventSource source;
    private KnownHistory history;

    protected StoreUnderTest() {}

    /// The connector, as its module registers it.
    protected abstract Connector connector();

    /// Opens a store that holds exactly [#history()]. Asked several times; must reach the same store every time.
    protected abstract OpenRequest request();

    /// What the store holds: at least two streams, ideally those of [TckHistory].
    protected abstract KnownHistory history();

    /// A store with rows that cannot be read; absent where the system cannot hold such rows.
    protected Optional<DamagedStore> damaged() {
        return Optional.empty();
    }

    /// The files of the store, which must be the same bytes after the tests; empty for a server.
    protected List<Path> files() {
        return List.of();
    }

    @BeforeEach
    final void open() {
        history = history();
        source = opened();
    }

    @AfterEach
    final void close() {
        source.close();
    }

    final EventSource source() {
        return source;
    }

    final KnownHistory known() {
        return history;
    }

    final EventSource opened() {
        return connector().open(request());
    }

    final List<String> lines(List<Event> events) {
        return events.stream().map(history::lineOf).toList();
    }

    final List<String> linesOf(ReadRequest request) {
        return lines(ReadOut.of(source, request).events());
    }

    final List<String> streamNames() {
        return history.events().stream().map(Event::stream).distinct().toList();
    }

    /// The known events of one stream by version; rows with equal versions keep their order.
    final List<Event> knownOf(String stream) {
        return history.events().stream()
                .filter(event -> event.stream().equals(stream))
                .sorted((one, other) ->
                        Long.compare(one.version().orElse(0), other.version().orElse(0)))
                .toList();
    }
}
