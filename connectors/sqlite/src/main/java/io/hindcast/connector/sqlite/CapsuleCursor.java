package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/// Pages of a capsule, by key. A bookmark is the version (or its stand-in) and the number of the last row: `12/345`.
final class CapsuleCursor implements EventCursor {
    private final CapsuleSource source;
    private final ReadRequest request;
    private final CapsulePacking packing;
    private @Nullable Connection connection;
    private @Nullable Bookmark after;
    private boolean closed;

    CapsuleCursor(CapsuleSource source, ReadRequest request) {
        this.source = source;
        this.request = request;
        this.packing = new CapsulePacking(source.dictionary());
        this.after = request.after().orElse(null);
    }

    @Override
    public Optional<EventPage> next() {
        source.requireOpen();
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The cursor is closed.");
        }
        try {
            return read();
        } catch (SQLException e) {
            throw source.explain(e);
        }
    }

    private Optional<EventPage> read() throws SQLException {
        var query = new Query();
        Connection open = connection == null ? source.connect() : connection;
        connection = open;
        try (var statement = open.prepareStatement(query.sql())) {
            query.bind(statement);
            try (var rows = statement.executeQuery()) {
                return page(rows);
            }
        }
    }

    private Optional<EventPage> page(ResultSet rows) throws SQLException {
        EventPage.@Nullable Builder page = null;
        String last = "";
        boolean full = request.detail() == Detail.FULL;
        while (rows.next()) {
            if (page == null) {
                rows.getLong("position_low");
                page = new EventPage.Builder(!rows.wasNull(), Math.min(request.pageSize(), 1_000));
            }
            add(page, rows, full);
            last = rows.getLong("rank") + "/" + rows.getLong("number");
        }
        if (page == null) {
            return Optional.empty();
        }
        var bookmark = new Bookmark(last);
        after = bookmark;
        return Optional.of(page.build(bookmark));
    }

    private void add(EventPage.Builder page, ResultSet row, boolean full) throws SQLException {
        page.stream(row.getString("name"), row.getString("category"))
                .type(row.getString("type"));
        long low = row.getLong("position_low");
        if (!row.wasNull()) {
            page.position(row.getLong("position_high"), low);
        }
        long version = row.getLong("version");
        page.version(row.wasNull() ? EventPage.NO_VERSION : version);
        long second = row.getLong("seconds");
        if (!row.wasNull()) {
            page.recordedAt(second, row.getInt("nanos"));
        }
        Optional.ofNullable(row.getString("id")).ifPresent(page::id);
        if (full) {
            bodies(page, row);
        }
        Optional.ofNullable(row.getString("trouble")).ifPresent(page::trouble);
        page.endRow();
    }

    private void bodies(EventPage.Builder page, ResultSet row) throws SQLException {
        try {
            page.data(packing.unpack(row.getBytes("data"))).metadata(packing.unpack(row.getBytes("metadata")));
        } catch (DataFormatException e) {
            page.data(new byte[0]).trouble("the body cannot be unpacked: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        packing.close();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException _) {
            // it was only read from
        }
    }

    /// The statement for the next page.
    private final class Query {
        private final List<Object> values = new ArrayList<>();
        private final StringBuilder where = new StringBuilder("1");
        private final boolean ofStream = request.selection() instanceof Selection.Stream;
        private final boolean forward = request.direction() == Direction.FORWARD;

        Query() {
            switch (request.selection()) {
                case Selection.Store() -> {}
                case Selection.Category(String name) -> and("s.category = ?", name);
                case Selection.Stream(String name) -> {
                    and("s.name = ?", name);
                    range(request.versions());
                }
            }
            if (after != null) {
                goOn(after);
            }
        }

        private void range(VersionRange range) {
            if (!range.equals(VersionRange.all())) {
                and(CapsuleSchema.RANK + " > ?", range.after());
                and(CapsuleSchema.RANK + " <= ?", range.upTo());
            }
        }

        private void goOn(Bookmark bookmark) {
            String[] parts = bookmark.text().split("/");
            String than = forward ? ">" : "<";
            if (parts.length != 2) {
                throw new ConnectorException(ConnectorException.Kind.SETTINGS, "The bookmark is none of a capsule.");
            }
            try {
                long rank = Long.parseLong(parts[0]);
                long number = Long.parseLong(parts[1]);
                if (ofStream) {
                    and("(%s, e.number) %s (?, ?)".formatted(CapsuleSchema.RANK, than), rank, number);
                } else {
                    and("e.number %s ?".formatted(than), number);
                }
            } catch (NumberFormatException e) {
                throw new ConnectorException(ConnectorException.Kind.SETTINGS, "The bookmark is none of a capsule.", e);
            }
        }

        private void and(String condition, Object... bound) {
            where.append(" AND ").append(condition);
            values.addAll(List.of(bound));
        }

        String sql() {
            String bodies = request.detail() == Detail.FULL ? ", e.data, e.metadata" : "";
            String way = forward ? "" : " DESC";
            String order = ofStream ? CapsuleSchema.RANK + way + ", e.number" + way : "e.number" + way;
            return "SELECT e.number, " + CapsuleSchema.RANK + " AS rank, s.name, s.category, e.version, e.position_high, e.position_low,"
                    + " e.id, e.type, e.seconds, e.nanos, e.trouble" + bodies
                    + " FROM events e JOIN streams s ON s.stream = e.stream WHERE " + where + " ORDER BY " + order + " LIMIT "
                    + request.pageSize();
        }

        void bind(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }
}
