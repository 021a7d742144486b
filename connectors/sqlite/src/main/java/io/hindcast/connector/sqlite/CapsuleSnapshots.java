package io.hindcast.connector.sqlite;

import io.hindcast.connector.SnapshotReader;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.StoredSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;

/// The snapshots of a capsule.
final class CapsuleSnapshots implements SnapshotReader {
    private static final int PAGE = 500;

    private final CapsuleSource source;
    private final long count;

    CapsuleSnapshots(CapsuleSource source, long count) {
        this.source = source;
        this.count = count;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public SnapshotCursor read(Optional<String> stream) {
        return new Pages(stream);
    }

    private final class Pages implements SnapshotCursor {
        private final Optional<String> stream;
        private final CapsulePacking packing = new CapsulePacking(source.dictionary());
        private String lastStream = "";
        private long lastVersion = Long.MIN_VALUE;
        private long lastNumber;

        Pages(Optional<String> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<List<StoredSnapshot>> next() {
            source.requireOpen();
            String ofStream = stream.isPresent() ? " AND stream = ?4" : "";
            try (var connection = source.connect();
                    var statement = connection.prepareStatement("SELECT * FROM snapshots WHERE (stream, version, number) > (?1, ?2, ?3)"
                            + ofStream + " ORDER BY stream, version, number LIMIT " + PAGE)) {
                statement.setString(1, lastStream);
                statement.setLong(2, lastVersion);
                statement.setLong(3, lastNumber);
                if (stream.isPresent()) {
                    statement.setString(4, stream.get());
                }
                try (var rows = statement.executeQuery()) {
                    var page = new ArrayList<StoredSnapshot>();
                    while (rows.next()) {
                        page.add(snapshot(rows));
                        lastNumber = rows.getLong("number");
                    }
                    return page.isEmpty() ? Optional.empty() : Optional.of(remembered(page));
                }
            } catch (SQLException e) {
                throw source.explain(e);
            }
        }

        private List<StoredSnapshot> remembered(List<StoredSnapshot> page) {
            lastStream = page.getLast().stream();
            lastVersion = page.getLast().version();
            return page;
        }

        private StoredSnapshot snapshot(ResultSet row) throws SQLException {
            long second = row.getLong("seconds");
            Optional<Instant> at = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second, row.getInt("nanos")));
            Optional<String> trouble = Optional.ofNullable(row.getString("trouble"));
            ByteSlice state = ByteSlice.empty();
            try {
                state = ByteSlice.of(packing.unpack(row.getBytes("state")));
            } catch (DataFormatException e) {
                trouble = Optional.of("the state cannot be unpacked: " + e.getMessage());
            }
            return new StoredSnapshot(
                    row.getString("stream"), row.getString("category"), row.getLong("version"), row.getString("type"), at, state,
                    row.getString("place"), trouble);
        }

        @Override
        public void close() {
            packing.close();
        }
    }
}
