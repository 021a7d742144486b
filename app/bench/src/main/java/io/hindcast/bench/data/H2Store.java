package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.h2.H2Connector;
import io.hindcast.sample.HistorySize;
import io.hindcast.sample.LedgerStore;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// The history in an H2 file, as the sample store keeps it.
public record H2Store(Path file) {
    private static final int PAGE = 10_000;
    private static final String USER = "SA";

    public static H2Store write(Path file, HistorySize size) throws SQLException {
        LedgerStore.write(size, file);
        return new H2Store(file);
    }

    public EventSource open() {
        return new H2Connector()
                .open(new OpenRequest(new Location(file.toString()), Map.of("user", USER), Optional::empty));
    }

    /// The limit: a bare loop over pages by key, bodies as bytes.
    public long loop() throws SQLException {
        String path = file.toString();
        String url = "jdbc:h2:file:" + path.substring(0, path.length() - ".mv.db".length()) + ";ACCESS_MODE_DATA=r";
        long sum = 0;
        try (var connection = DriverManager.getConnection(url, USER, "");
                var page = connection.prepareStatement(
                        """
                        SELECT POSITION, STREAM, CATEGORY, VERSION, EVENT_ID, TYPE, RECORDED_AT, DATA, METADATA
                        FROM LEDGER_EVENT WHERE POSITION > ? ORDER BY POSITION LIMIT ?
                        """)) {
            page.setInt(2, PAGE);
            var at = new Place();
            do {
                page.setLong(1, at.position);
                sum += read(page, at);
            } while (at.rows == PAGE);
        }
        return sum;
    }

    private static final class Place {
        private long position = Long.MIN_VALUE;
        private int rows;
    }

    private static long read(PreparedStatement page, Place at) throws SQLException {
        long sum = 0;
        at.rows = 0;
        try (var rows = page.executeQuery()) {
            while (rows.next()) {
                at.rows++;
                at.position = rows.getLong(1);
                sum += at.position + rows.getLong(4);
                sum += rows.getString(2).length() + rows.getString(3).length();
                sum += rows.getString(5).length() + rows.getString(6).length();
                sum += rows.getObject(7, java.time.OffsetDateTime.class).toEpochSecond();
                sum += rows.getBytes(8).length + rows.getBytes(9).length;
            }
        }
        return sum;
    }
}
