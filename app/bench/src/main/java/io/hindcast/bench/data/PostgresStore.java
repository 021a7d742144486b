package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.postgresql.PostgresConnector;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import io.hindcast.sample.HistorySize;
import io.hindcast.sample.SampleEvent;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// The history in a table of message-db, bodies as text or as jsonb.
public final class PostgresStore {
    private static final long EPOCH_SECOND_2000 = 946_684_800L;
    private static final int BUFFER = 1 << 18;
    private static final String COPY = "COPY messages TO STDOUT (FORMAT BINARY)";

    private final LocalPostgres server;
    private final String database;
    private final boolean jsonb;

    private PostgresStore(LocalPostgres server, String database, boolean jsonb) {
        this.server = server;
        this.database = database;
        this.jsonb = jsonb;
    }

    /// Makes a database, with bodies of type text or jsonb.
    public static PostgresStore write(LocalPostgres server, boolean jsonb, HistorySize size)
            throws SQLException, IOException {
        var store = new PostgresStore(server, jsonb ? "bench_jsonb" : "bench_text", jsonb);
        server.createDatabase(store.database);
        try (var connection = server.connect(store.database);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE messages (
                        global_position bigint PRIMARY KEY, position bigint NOT NULL, time timestamp NOT NULL,
                        stream_name text NOT NULL, type text NOT NULL, data %1$s, metadata %1$s, id uuid NOT NULL)
                    """
                            .formatted(jsonb ? "jsonb" : "text"));
            var target = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "COPY messages FROM STDIN (FORMAT BINARY)");
            try (var out = new DataOutputStream(new BufferedOutputStream(target, BUFFER))) {
                store.writeRows(out, size);
            }
            statement.execute("CREATE INDEX messages_stream ON messages (stream_name, position)");
            statement.execute("VACUUM (FREEZE, ANALYZE) messages");
        }
        return store;
    }

    /// Opened by the connector.
    public EventSource open() {
        return new PostgresConnector()
                .open(new OpenRequest(
                        new Location(server.url(database)),
                        Map.of("user", LocalPostgres.ADMINISTRATOR),
                        Optional::empty));
    }

    /// The limit: the server sends the table and nobody looks at it.
    ///
    /// @return bytes on the wire
    public long drain() throws SQLException {
        long bytes = 0;
        try (var connection = server.connect(database)) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
        }
        return bytes;
    }

    /// The same by the command line tool of PostgreSQL.
    public List<String> psql() {
        return List.of(
                "psql", "-h", server.host(), "-p", Integer.toString(server.port()), "-U", LocalPostgres.ADMINISTRATOR,
                "-d", database, "-c", COPY);
    }

    /// Where it is, without the user.
    public String location() {
        return server.url(database);
    }

    /// Bytes of all bodies as text, counted by the server.
    public long bodyBytes() throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT sum(octet_length(data::text)) FROM messages")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void writeRows(DataOutputStream out, HistorySize size) throws IOException {
        out.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0});
        out.writeInt(0);
        out.writeInt(0);
        Mended.generate(size, event -> {
            try {
                writeRow(out, event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.writeShort(-1);
    }

    private void writeRow(DataOutputStream out, SampleEvent event) throws IOException {
        var time = event.recordedAt();
        var id = UUID.fromString(event.id());
        out.writeShort(8);
        number(out, event.position());
        number(out, event.version());
        number(out, (time.getEpochSecond() - EPOCH_SECOND_2000) * 1_000_000 + time.getNano() / 1_000);
        text(out, event.stream().getBytes(StandardCharsets.UTF_8));
        text(out, event.type().getBytes(StandardCharsets.UTF_8));
        body(out, event.data().copy());
        body(out, event.metadata().copy());
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private void body(DataOutputStream out, byte[] json) throws IOException {
        if (jsonb) {
            out.writeInt(json.length + 1);
            out.write(1);
            out.write(json);
        } else {
            text(out, json);
        }
    }

    private static void text(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }
}
