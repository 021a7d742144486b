package io.hindcast.connector.postgresql;

import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.jdbc.dialect.Bell;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.tck.Watched;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The dialect of PostgreSQL with a note of every statement, values put in, and of the connections that were opened.
final class WatchedDialect {
    private final Dialect watched;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger rings = new AtomicInteger();

    WatchedDialect(OpenRequest request) {
        this(request, false);
    }

    /// @param isStandby whether it says of the server that nobody can listen there
    WatchedDialect(OpenRequest request, boolean isStandby) {
        Dialect dialect = PostgresConnector.dialect(request);
        watched = Watched.by(Dialect.class, dialect, (method, arguments, result) -> {
            if (arguments.length > 1 && arguments[1] instanceof PageQuery query) {
                statements.add(text(query));
            }
            if (isStandby && method.getName().equals("letsListen")) {
                return false;
            }
            if (result instanceof Connection opened) {
                connections.incrementAndGet();
                return watched(opened);
            }
            return result instanceof Optional<?> some && some.orElse(null) instanceof Bell bell
                    ? Optional.of(watched(bell))
                    : result;
        });
    }

    private Bell watched(Bell bell) {
        return Watched.by(Bell.class, bell, (_, _, result) -> {
            if (Boolean.TRUE.equals(result)) {
                rings.incrementAndGet();
            }
            return result;
        });
    }

    /// How often a wait ended because the store said that something was written.
    int rings() {
        return rings.get();
    }

    Dialect dialect() {
        return watched;
    }

    /// In the order in which they ended.
    List<String> statements() {
        return statements;
    }

    int connections() {
        return connections.get();
    }

    private Connection watched(Connection connection) {
        return Watched.by(Connection.class, connection, (method, arguments, result) -> {
            if (method.getName().equals("prepareStatement") && arguments[0] instanceof String sql) {
                statements.add(sql);
            }
            return result;
        });
    }

    private static String text(PageQuery query) {
        var text = new StringBuilder(query.fragments().getFirst());
        for (int i = 0; i < query.values().size(); i++) {
            text.append(PageReader.literal(query.values().get(i)))
                    .append(query.fragments().get(i + 1));
        }
        return text.toString();
    }
}
