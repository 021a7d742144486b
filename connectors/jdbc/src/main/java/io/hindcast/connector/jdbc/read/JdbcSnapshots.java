package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Stored snapshots, table after table.
final class JdbcSnapshots implements SnapshotReader {
    private static final int PAGE = 1_000;
    private static final long LARGEST_PAGE = 32L << 20;

    private final Connections connections;
    private final List<SnapshotMapping> mappings;
    private final UnaryOperator<String> categoryOf;

    /// @param categoryOf the category of a stream, for systems whose snapshots do not say
    JdbcSnapshots(Connections connections, List<SnapshotMapping> mappings, UnaryOperator<String> categoryOf) {
        this.connections = connections;
        this.mappings = List.copyOf(mappings);
        this.categoryOf = categoryOf;
    }

    @Override
    public SnapshotCursor read(Optional<String> stream) {
        connections.refuseWhenClosed();
        return new Cursor(stream);
    }

    @Override
    public long count() {
        long all = 0;
        for (var mapping : mappings) {
            var query = mapping.count();
            all += connections.use(connection -> {
                try (var statement = connection.prepareStatement(query.sql())) {
                    ResultSetReader.limit(statement);
                    ResultSetReader.bind(statement, query.values());
                    try (var result = statement.executeQuery()) {
                        return result.next() ? result.getLong(1) : 0;
                    }
                }
            });
        }
        return all;
    }

    @Override
    public Map<String, Long> countByStream() {
        var counts = new TreeMap<String, Long>();
        for (var mapping : mappings) {
            connections.use(connection -> {
                mapping.tellStreams(connection, stream -> counts.merge(stream, 1L, Long::sum));
                return counts;
            });
        }
        return counts;
    }

    private final class Cursor implements SnapshotCursor {
        private final Optional<String> stream;
        private int table;
        private List<KeyPart> last = List.of();
        private boolean closed;

        Cursor(Optional<String> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<List<StoredSnapshot>> next() {
            if (closed) {
                throw new ConnectorException(ConnectorException.Kind.CLOSED, "The reader was closed.");
            }
            while (table < mappings.size()) {
                var page = page(mappings.get(table));
                if (!page.isEmpty()) {
                    return Optional.of(page);
                }
            }
            return Optional.empty();
        }

        private List<StoredSnapshot> page(SnapshotMapping mapping) {
            var page = new ArrayList<StoredSnapshot>();
            var rows = new Rows();
            connections.use(connection -> {
                connections.dialect().read(connection, mapping.page(stream, last, PAGE), row -> {
                    last = mapping.keys().of(row);
                    var snapshot = mapping.snapshot(row);
                    if (stream.isEmpty() || stream.get().equals(snapshot.stream())) {
                        page.add(snapshot);
                    }
                    return rows.count(snapshot.state().length());
                });
                return rows;
            });
            if (rows.count < PAGE && rows.bytes < LARGEST_PAGE) {
                table++;
                last = List.of();
            }
            return mapping.knowsCategories() ? page : withCategories(page);
        }

        /// Snapshots of a stream lie together, so that each stream is asked for once a page.
        private List<StoredSnapshot> withCategories(List<StoredSnapshot> page) {
            var categories = new HashMap<String, String>();
            return page.stream()
                    .map(bare -> withCategory(bare, categories.computeIfAbsent(bare.stream(), categoryOf)))
                    .toList();
        }

        private static StoredSnapshot withCategory(StoredSnapshot bare, String category) {
            return new StoredSnapshot(
                    bare.stream(),
                    category,
                    bare.version(),
                    bare.type(),
                    bare.recordedAt(),
                    bare.state(),
                    bare.place(),
                    bare.trouble());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /// How much one statement gave.
    private static final class Rows {
        private int count;
        private long bytes;

        boolean count(long more) {
            count++;
            bytes += more;
            return bytes < LARGEST_PAGE;
        }
    }
}
