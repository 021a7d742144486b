package io.hindcast.connector.h2;

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
        Path file = folder.resolve("outbox.mv.db");
        write(file);

        try (var source = new H2Connector().open(OpenRequest.of(new Location(file.toString())))) {
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
        try (var connection = DriverManager.getConnection("jdbc:h2:" + file.toString().replace(".mv.db", ""), "SA", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE OUTBOX (
                        ID VARCHAR(40) PRIMARY KEY, AGGREGATETYPE VARCHAR(40) NOT NULL, AGGREGATEID VARCHAR(40) NOT NULL,
                        TYPE VARCHAR(40) NOT NULL, PAYLOAD VARCHAR(400) NOT NULL,
                        OCCURRED_AT TIMESTAMP WITH TIME ZONE NOT NULL)
                    """);
            statement.execute(
                    """
                    INSERT INTO OUTBOX
                    SELECT 'e' || X, 'account', MOD(X, 7), 'T', '{"n":' || X || '}',
                           DATEADD(SECOND, MOD(X * 7919, 500), TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00')
                    FROM SYSTEM_RANGE(1, 1500)
                    """);
        }
    }
}
