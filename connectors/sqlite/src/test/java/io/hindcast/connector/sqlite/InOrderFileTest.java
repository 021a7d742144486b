package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 333, 2_000})
    void an_order_that_no_index_gives_is_the_same_in_pages_of_any_size(int pageSize) throws SQLException {
        Path file = folder.resolve("outbox.db");
        write(file);

        try (var source = new SqliteConnector().open(OpenRequest.of(new Location(file.toString())))) {
            assertThat(events(source, pageSize))
                    .hasSize(1_500)
                    .doesNotHaveDuplicates()
                    .isEqualTo(events(source, 10_000));
        }
    }

    private static List<Event> events(EventSource source, int pageSize) {
        return ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(pageSize)).events();
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
                    WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 1500)
                    INSERT INTO outbox
                    SELECT 'e' || g, 'account', g % 7, 'T', '{"n":' || g || '}',
                           strftime('%Y-%m-%dT%H:%M:%SZ', 1767225600 + g * 7919 % 500, 'unixepoch')
                    FROM n
                    """);
        }
    }
}
