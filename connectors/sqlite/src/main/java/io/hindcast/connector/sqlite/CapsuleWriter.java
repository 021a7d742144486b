package io.hindcast.connector.sqlite;

import io.hindcast.capsule.CapsuleDraft;
import io.hindcast.connector.SourceInfo;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the tables of a capsule into a file beside its final name.
final class CapsuleWriter implements CapsuleDraft {
    /// Events that wait until there is enough of them for the dictionary.
    private static final int WAITING = 200;

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final Path part;
    private final Path target;
    private final Map<SourceInfo, Integer> shapes = new HashMap<>();
    private final Map<String, Integer> streams = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final PreparedStatement insertEvent;
    private @Nullable CapsulePacking packing;
    private long events;
    private long snapshots;

    private record Waiting(EventPage page, int row) {}

    CapsuleWriter(Connection connection, Path part, Path target) throws SQLException {
        this.connection = connection;
        this.part = part;
        this.target = target;
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + CapsuleSchema.APPLICATION);
            statement.execute("PRAGMA user_version = " + CapsuleSchema.VERSION);
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            for (String table : CapsuleSchema.TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
        insertEvent = connection.prepareStatement("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    @Override
    public void fact(String name, String value) {
        write("INSERT OR REPLACE INTO capsule VALUES (?, ?)", name, value);
    }

    @Override
    public void stream(String name, String category, SourceInfo info, boolean deleted) {
        int shape = shapes.computeIfAbsent(info, this::newShape);
        int number = streams.size() + 1;
        streams.put(name, number);
        write("INSERT INTO streams VALUES (?, ?, ?, ?, ?)", number, name, category, shape, deleted ? 1 : 0);
    }

    private int newShape(SourceInfo info) {
        int number = shapes.size() + 1;
        CapsuleShape.write(info).forEach((name, value) -> write("INSERT INTO shapes VALUES (?, ?, ?)", number, name, value));
        return number;
    }

    @Override
    public void event(EventPage page, int row) {
        if (packing == null) {
            waiting.add(new Waiting(page, row));
            if (waiting.size() == WAITING) {
                beginPacking();
            }
            return;
        }
        add(page, row, packing);
    }

    /// The dictionary is what the first events say, the last of them nearest to its end, where zlib finds it cheapest.
    private CapsulePacking beginPacking() {
        var seen = new ByteArrayOutputStream();
        for (Waiting one : waiting) {
            for (ByteSlice bytes : List.of(one.page().metadata(one.row()), one.page().data(one.row()))) {
                int length = Math.min(bytes.length(), CapsulePacking.DICTIONARY - seen.size());
                seen.write(bytes.array(), bytes.offset(), length);
            }
        }
        write("INSERT INTO capsule VALUES (?, ?)", "dictionary", seen.toByteArray());
        var begun = new CapsulePacking(seen.toByteArray());
        packing = begun;
        waiting.forEach(one -> add(one.page(), one.row(), begun));
        waiting.clear();
        return begun;
    }

    private void add(EventPage page, int row, CapsulePacking packer) {
        Integer stream = streams.get(page.stream(row));
        if (stream == null) {
            throw new IllegalStateException("an event of a stream that was not named");
        }
        boolean timed = page.recordedSecond(row) != EventPage.NO_TIME;
        bind(
                insertEvent,
                ++events,
                stream,
                page.version(row) == EventPage.NO_VERSION ? null : page.version(row),
                page.isPositioned() ? page.positionHigh(row) : null,
                page.isPositioned() ? page.positionLow(row) : null,
                page.id(row).orElse(null),
                page.type(row),
                timed ? page.recordedSecond(row) : null,
                timed ? page.recordedNano(row) : null,
                packed(packer, page.data(row)),
                packed(packer, page.metadata(row)),
                page.trouble(row).orElse(null));
        try {
            insertEvent.addBatch();
            if (events % BATCH == 0) {
                insertEvent.executeBatch();
            }
        } catch (SQLException e) {
            throw CapsuleFile.refused(target, e);
        }
    }

    private static byte[] packed(CapsulePacking packer, ByteSlice bytes) {
        return bytes.isEmpty() ? new byte[0] : packer.pack(bytes.copy());
    }

    @Override
    public void snapshot(StoredSnapshot snapshot) {
        CapsulePacking packer = packing == null ? beginPacking() : packing;
        Optional<Instant> at = snapshot.recordedAt();
        write(
                "INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ++snapshots,
                snapshot.stream(),
                snapshot.category(),
                snapshot.version(),
                snapshot.type(),
                at.map(Instant::getEpochSecond).orElse(null),
                at.map(Instant::getNano).orElse(null),
                packed(packer, snapshot.state()),
                snapshot.place(),
                snapshot.trouble().orElse(null));
    }

    @Override
    public void attach(String name, byte[] content) {
        write("INSERT OR REPLACE INTO attachments VALUES (?, ?)", name, content);
    }

    @Override
    public String finish() {
        if (packing == null) {
            beginPacking();
        }
        try {
            insertEvent.executeBatch();
            connection.commit();
            String hash = CapsuleHash.of(connection);
            fact("sha256", hash);
            try (var statement = connection.createStatement()) {
                for (String index : CapsuleSchema.INDEXES) {
                    statement.execute(index);
                }
            }
            connection.commit();
            connection.close();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return hash;
        } catch (SQLException | IOException e) {
            throw CapsuleFile.refused(target, e);
        }
    }

    private void write(String sql, @Nullable Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw CapsuleFile.refused(target, e);
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        } catch (SQLException e) {
            throw CapsuleFile.refused(target, e);
        }
    }

    @Override
    public void close() {
        if (packing != null) {
            packing.close();
        }
        try {
            connection.close();
            Files.deleteIfExists(part);
        } catch (SQLException | IOException _) {
            part.toFile().deleteOnExit();
        }
    }
}
