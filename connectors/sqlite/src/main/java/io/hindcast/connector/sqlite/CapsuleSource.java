package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Proof;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// An open capsule. Every cursor has a connection of its own.
final class CapsuleSource implements EventSource {
    /// The attachment that holds the rules.
    static final String RULES = "folds.yaml";

    private final SqliteDialect dialect;
    private final Content content;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// What was read when the capsule was opened.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(
            SourceInfo info, Map<String, SourceInfo> infoOf, Set<String> deleted, byte[] dictionary, Optional<String> rules, long snapshots) {}

    private CapsuleSource(SqliteDialect dialect, Content content) {
        this.dialect = dialect;
        this.content = content;
    }

    /// @param altered whether a capsule whose content is not what was written is opened all the same
    static CapsuleSource open(SqliteDialect dialect, boolean altered) {
        try (var connection = dialect.connect()) {
            return new CapsuleSource(dialect, new Opening(dialect, connection).read(altered));
        } catch (SQLException e) {
            throw dialect.explain(e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ConnectorException(Kind.DAMAGED, "The capsule describes its streams in a way that this version does not know.", e);
        }
    }

    private static final class Opening {
        private final SqliteDialect dialect;
        private final Connection connection;

        Opening(SqliteDialect dialect, Connection connection) {
            this.dialect = dialect;
            this.connection = connection;
        }

        Content read(boolean altered) throws SQLException {
            requireVersion();
            List<Proof> proofs = new ArrayList<>(dialect.prove(connection));
            proofs.add(unaltered(altered));
            var facts = rows("SELECT name, CAST(value AS TEXT) FROM capsule WHERE name NOT IN ('dictionary', 'sha256') ORDER BY name");
            var recognisedBy = new ArrayList<String>(List.of("application id HCAP"));
            facts.forEach((name, value) -> recognisedBy.add(name + " " + value));
            Map<Integer, SourceInfo> shapes = shapes(recognisedBy, proofs);
            if (shapes.isEmpty()) {
                throw new ConnectorException(Kind.NOT_AN_EVENT_STORE, "The capsule holds no stream.");
            }
            var infoOf = new HashMap<String, SourceInfo>();
            var deleted = new HashSet<String>();
            each("SELECT name, shape, deleted FROM streams", row -> {
                infoOf.put(row.getString(1), shapes.get(row.getInt(2)));
                if (row.getInt(3) == 1) {
                    deleted.add(row.getString(1));
                }
            });
            return new Content(
                    shapes.values().iterator().next(), infoOf, deleted, bytes("SELECT value FROM capsule WHERE name = 'dictionary'").orElse(new byte[0]),
                    bytes("SELECT content FROM attachments WHERE name = '" + RULES + "'").map(rules -> new String(rules, StandardCharsets.UTF_8)),
                    count("SELECT COUNT(*) FROM snapshots"));
        }

        private void requireVersion() throws SQLException {
            if (count("PRAGMA user_version") != CapsuleSchema.VERSION) {
                throw new ConnectorException(
                        Kind.UNSUPPORTED, "This capsule is of version %d; this program reads version %d.".formatted(count("PRAGMA user_version"), CapsuleSchema.VERSION));
            }
        }

        private Proof unaltered(boolean altered) throws SQLException {
            String written = rows("SELECT name, value FROM capsule WHERE name = 'sha256'").getOrDefault("sha256", "");
            boolean same = CapsuleHash.of(connection).equals(written);
            if (!same && !altered) {
                throw new ConnectorException(
                        Kind.DAMAGED,
                        "The capsule was altered after it was made: its content does not have the SHA-256 that stands in it. "
                                + "To look into it all the same: --set altered=show.");
            }
            return new Proof("content is what was written", same ? "SHA-256 " + written : "SHA-256 differs: altered", same);
        }

        private Map<Integer, SourceInfo> shapes(List<String> recognisedBy, List<Proof> proofs) throws SQLException {
            var values = new TreeMap<Integer, Map<String, String>>();
            each("SELECT shape, name, value FROM shapes", row -> values
                    .computeIfAbsent(row.getInt(1), _ -> new HashMap<>())
                    .put(row.getString(2), row.getString(3)));
            var shapes = new TreeMap<Integer, SourceInfo>();
            values.forEach((number, one) -> shapes.put(number, CapsuleShape.read(one, recognisedBy, proofs)));
            return shapes;
        }

        private Map<String, String> rows(String query) throws SQLException {
            var found = new TreeMap<String, String>();
            each(query, row -> found.put(row.getString(1), row.getString(2)));
            return found;
        }

        private Optional<byte[]> bytes(String query) throws SQLException {
            var found = new ArrayList<byte[]>();
            each(query, row -> found.add(row.getBytes(1)));
            return found.stream().findFirst();
        }

        private long count(String query) throws SQLException {
            var found = new ArrayList<Long>();
            each(query, row -> found.add(row.getLong(1)));
            return found.getFirst();
        }

        private interface Visitor {
            void visit(ResultSet row) throws SQLException;
        }

        private void each(String query, Visitor visitor) throws SQLException {
            try (var statement = connection.prepareStatement(query);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        }
    }

    @Override
    public SourceInfo info() {
        return content.info();
    }

    @Override
    public SourceInfo infoOf(String stream) {
        return content.infoOf().getOrDefault(stream, content.info());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return new CapsuleCursor(this, request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return info().capabilities().contains(SourceInfo.Capability.SNAPSHOTS) || content.snapshots() > 0
                ? Optional.of(new CapsuleSnapshots(this, content.snapshots()))
                : Optional.empty();
    }

    @Override
    public Set<String> deletedStreams() {
        return content.deleted();
    }

    @Override
    public Optional<String> foldRules() {
        return content.rules();
    }

    @Override
    public Optional<byte[]> attachment(String name) {
        try (var connection = connect();
                var query = connection.prepareStatement("SELECT content FROM attachments WHERE name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    byte[] dictionary() {
        return content.dictionary();
    }

    /// @throws ConnectorException of kind CLOSED
    Connection connect() throws SQLException {
        requireOpen();
        return dialect.connect();
    }

    void requireOpen() {
        if (closed.get()) {
            throw new ConnectorException(Kind.CLOSED, "The capsule is closed.");
        }
    }

    ConnectorException explain(SQLException trouble) {
        requireOpen();
        return dialect.explain(trouble);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            dialect.close();
        }
    }
}
