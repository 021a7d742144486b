package io.hindcast.bench.peer;

import io.hindcast.bench.data.Rules;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.postgresql.PostgresConnector;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.math.BigDecimal;
import java.util.TreeMap;

/// Hindcast on the table of a peer: recognised by itself, read by the connector, folded by rules.
final class HindcastPeer implements Peer {
    private final EventSource source;
    private final HistoryLoader loader;
    private final Fold rules = Rules.peer();

    HindcastPeer(String address) {
        source = new PostgresConnector().open(OpenRequest.of(new Location(address)));
        loader = new HistoryLoader(source, new StandardPayloads());
    }

    /// As `hindcast state --at head` does it.
    @Override
    public String load(String stream) {
        return answer(loader.head(stream, rules, Progress.SILENT, Cancellation.never()).at().state());
    }

    /// As the window does it: every state that the stream was ever in can be looked at afterwards.
    String loadWithHistory(String stream) {
        return answer(loader.load(stream, rules, Progress.SILENT, Cancellation.never())
                .at(Moment.HEAD)
                .state());
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
