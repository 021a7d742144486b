package io.hindcast.bench.peer;

import io.hindcast.bench.data.EngineReducer;
import io.hindcast.bench.data.Rules;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.postgresql.PostgresConnector;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventPage;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/// Hindcast on the table of a peer: recognised by itself, read by the connector, folded by rules.
final class HindcastPeer implements Peer {
    private final EventSource source;
    private final Fold rules = Rules.peer();

    HindcastPeer(String address) {
        source = new PostgresConnector().open(OpenRequest.of(new Location(address)));
    }

    @Override
    public String load(String stream) throws Exception {
        try (var cursor = source.read(ReadRequest.stream(stream))) {
            return answer(EngineReducer.fold(
                    () -> pages(cursor), rules, new StandardPayloads(), Integer.MAX_VALUE));
        }
    }

    private static Iterator<EventPage> pages(EventCursor cursor) {
        return new Iterator<>() {
            private Optional<EventPage> page = cursor.next();

            @Override
            public boolean hasNext() {
                return page.isPresent();
            }

            @Override
            public EventPage next() {
                EventPage given = page.orElseThrow(NoSuchElementException::new);
                page = cursor.next();
                return given;
            }
        };
    }

    private static String answer(StateValue state) {
        var totals = new TreeMap<String, BigDecimal>();
        if (state.at(FieldPath.parse("/totals")) instanceof Fields fields) {
            fields.entries().forEach(total -> totals.put(total.getKey(), number(total.getValue())));
        }
        return Answer.of(
                number(state.at(FieldPath.parse("/balance"))),
                number(state.at(FieldPath.parse("/movements"))).longValueExact(),
                state.at(FieldPath.parse("/owner")) instanceof Text(String owner) ? owner : "",
                totals);
    }

    private static BigDecimal number(StateValue value) {
        return value instanceof Num number ? number.value() : BigDecimal.ZERO;
    }

    @Override
    public void close() {
        source.close();
    }
}
