package io.hindcast.bench.peer;

import io.hindcast.connector.tck.postgresql.LocalPostgres;
import io.hindcast.connector.tck.postgresql.SqlDump;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// One PostgreSQL server with a database for each peer. Every schema is made by the peer itself; the rows are put in
/// from one table that holds the history once, in the form in which the peer writes them.
final class PeerStores {
    private static final int BUFFER = 1 << 18;

    private static final String STAGING =
            """
            CREATE TABLE history (
                stream text, version bigint, type text, data text, metadata text, id uuid, time timestamptz)
            """;

    private static final String AXON =
            """
            INSERT INTO domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                payloadtype, payloadrevision, payload, metadata)
            SELECT id::text, stream, version, 'Account',
                to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'io.hindcast.bench.peer.axon.' || type, NULL, convert_to(data, 'UTF8'), convert_to(metadata, 'UTF8')
            FROM history ORDER BY stream, version
            """;

    private static final String EMMETT =
            """
            INSERT INTO emt_messages (stream_id, stream_position, partition, message_kind, message_data,
                message_metadata, message_schema_version, message_type, message_id, is_archived, transaction_id, created)
            SELECT stream, version + 1, 'emt:default', 'E', data::jsonb, metadata::jsonb, '1', type, id::text, false,
                pg_current_xact_id(), time
            FROM history ORDER BY stream, version
            """;

    private static final String EMMETT_STREAMS =
            """
            INSERT INTO emt_streams (stream_id, stream_position, partition, stream_type, stream_metadata, is_archived)
            SELECT stream, max(version) + 1, 'emt:default', 'account', '{}', false FROM history GROUP BY stream
            """;

    private static final String MESSAGE_DB =
            """
            INSERT INTO message_store.messages (stream_name, position, type, data, metadata, id, time)
            SELECT stream, version, type, data::jsonb, metadata::jsonb, id, time AT TIME ZONE 'UTC'
            FROM history ORDER BY stream, version
            """;

    private final LocalPostgres server;
    private final Map<Integer, String> expected = new LinkedHashMap<>();

    PeerStores(LocalPostgres server) {
        this.server = server;
    }

    /// What a stream of so many events leads to.
    String expected(int events) {
        return expected.getOrDefault(events, "");
    }

    /// With user, for node's driver.
    String nodeUrl(String database) {
        return "postgresql://%s@%s:%d/%s".formatted(LocalPostgres.ADMINISTRATOR, server.host(), server.port(), database);
    }

    String jdbcUrl(String database) {
        return server.url(database) + "?user=" + LocalPostgres.ADMINISTRATOR;
    }

    Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    void create(String database) throws SQLException {
        server.createDatabase(database);
    }

    void fillAxon(List<Integer> lengths, long seed) throws SQLException, IOException {
        fill("axon", lengths, seed, List.of(AXON));
    }

    void fillEmmett(List<Integer> lengths, long seed) throws SQLException, IOException {
        fill("emmett", lengths, seed, List.of(EMMETT, EMMETT_STREAMS));
    }

    /// @param scripts the folder `database` of the package that message-db publishes
    void fillMessageDb(List<Integer> lengths, long seed, Path scripts) throws SQLException, IOException {
        try (var connection = server.connect("messagedb")) {
            for (String part : List.of("schema", "extensions", "types", "tables", "functions", "indexes")) {
                runAll(connection, scripts.resolve(part));
            }
        }
        fill("messagedb", lengths, seed, List.of(MESSAGE_DB));
    }

    private static void runAll(Connection connection, Path folder) throws SQLException, IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".sql")).sorted().toList()) {
                SqlDump.load(file, connection);
            }
        }
    }

    private void fill(String database, List<Integer> lengths, long seed, List<String> inserts)
            throws SQLException, IOException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = public, message_store");
            statement.execute(STAGING);
            for (int length : lengths) {
                expected.put(length, copy(connection, length, seed));
            }
            for (String insert : inserts) {
                statement.execute(insert);
            }
            statement.execute("DROP TABLE history");
            statement.execute("VACUUM (FREEZE, ANALYZE)");
        }
    }

    /// Nothing in the history needs escaping in the text form of COPY.
    private static String copy(Connection connection, int length, long seed) throws SQLException, IOException {
        var target = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "COPY history FROM STDIN", BUFFER);
        try (var out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), BUFFER)) {
            return new PeerHistory(length, seed + length).generate(row -> {
                try {
                    out.write(String.join(
                            "\t",
                            PeerHistory.stream(length),
                            Integer.toString(row.version()),
                            row.type(),
                            row.data(),
                            row.metadata(),
                            row.id(),
                            row.time().toString()));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
