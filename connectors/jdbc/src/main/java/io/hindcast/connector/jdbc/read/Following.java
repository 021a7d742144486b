package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.NumberSource;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.layout.EventTable;
import io.hindcast.connector.jdbc.tail.HorizonRule;
import io.hindcast.connector.jdbc.tail.OrderOfCommits;
import io.hindcast.connector.jdbc.tail.ProvenGaps;
import io.hindcast.connector.jdbc.tail.TransactionIds;
import io.hindcast.connector.jdbc.tail.WaitedGaps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out how a store can be followed, or why it cannot.
final class Following {
    private final Connections connections;
    private final StoreContents contents;
    private final EventTable events;
    private final EventMapping mapping;

    Following(Connections connections, StoreContents contents) {
        this.connections = connections;
        this.contents = contents;
        this.events = contents.layout().events();
        this.mapping = new EventMapping(events, contents.eventTables(), connections.dialect(), Detail.OUTLINE);
    }

    sealed interface Answer {
        record By(HorizonRule rule) implements Answer {}

        /// @param why a clause without a full stop
        record Not(String why) implements Answer {}
    }

    Answer answer() {
        var still = connections.dialect().standsStill();
        if (still.isPresent()) {
            return new Answer.Not(still.get());
        }
        if (!mapping.isPositioned()) {
            return new Answer.Not("its events have no order over the whole store that could be followed");
        }
        if (mapping.storeOrder().size() != mapping.position().size()) {
            return new Answer.Not("nothing promises that no two events share a position");
        }
        return switch (events.horizon()) {
            case TRANSACTION_IDS -> byTransactions();
            case GAPS -> new Answer.By(byGaps());
            case COMMITS -> new Answer.By(new OrderOfCommits());
            case NONE -> new Answer.Not("nothing in it tells how far the order of its events is complete");
        };
    }

    private record Running(long oldest, long next) {}

    private Answer byTransactions() {
        var question = connections.dialect().runningTransactions();
        if (question.isEmpty()) {
            return new Answer.Not("the database does not tell which transactions are running");
        }
        long newest = newestTransaction();
        if (newest >= running(question.get()).next()) {
            return new Answer.Not("its events have numbers of transactions of another server, from which it was restored");
        }
        return new Answer.By(new TransactionIds(() -> running(question.get()).oldest()));
    }

    private long newestTransaction() {
        long[] newest = new PositionNumbers(connections, contents.eventTables(), firstColumn()).newest(1);
        return newest.length == 0 ? Long.MIN_VALUE : newest[0];
    }

    private Running running(String question) {
        return connections.use(connection -> {
            try (var statement = connection.prepareStatement(question)) {
                ResultSetReader.limit(statement);
                return running(statement);
            }
        });
    }

    private static Running running(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            if (!result.next()) {
                throw new ConnectorException(
                        ConnectorException.Kind.INTERNAL, "The database does not say which transactions are running.");
            }
            return new Running(result.getLong(1), result.getLong(2));
        }
    }

    private HorizonRule byGaps() {
        var column = firstColumn();
        var numbers = new PositionNumbers(connections, contents.eventTables(), column);
        var source = connections.use(connection -> source(connection, column));
        return source.<HorizonRule>map(drawn -> new ProvenGaps(numbers, () -> connections.use(drawn::holders), drawn.how()))
                .orElseGet(() -> new WaitedGaps(numbers, InstantSource.system()));
    }

    private Optional<NumberSource> source(Connection connection, Column column) throws SQLException {
        return connections.dialect().numbers(connection, contents.events(), column);
    }

    private Column firstColumn() {
        return mapping.position().getFirst().plainColumn().orElseThrow();
    }
}
