package io.hindcast.connector.sqlite;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.UnindexedOrderContract;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class InOrderFileTest extends UnindexedOrderContract {
    @TempDir
    private Path folder;

    @Override
    protected EventSource open() throws SQLException {
        Path file = folder.resolve("outbox.db");
        write(file);
        return new SqliteConnector().open(OpenRequest.of(new Location(file.toString())));
    }

    private static void write(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE outbox (
                        id TEXT PRIMARY KEY, aggregatetype TEXT NOT NULL, aggregateid TEXT NOT NULL, type TEXT NOT NULL,
                        payload TEXT NOT NULL, occurred_at TEXT NOT NULL)
                    """);
            statement.execute(
                    """
                    WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < %d)
                    INSERT INTO outbox
                    SELECT 'e' || g, 'account', g %% 7, 'T', '{"n":' || g || '}',
                           strftime('%%Y-%%m-%%dT%%H:%%M:%%SZ', 1767225600 + g * 7919 %% 500, 'unixepoch')
                    FROM n
                    """.formatted(EVENTS));
        }
    }
}
