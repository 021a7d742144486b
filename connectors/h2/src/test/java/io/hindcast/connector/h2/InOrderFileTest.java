package io.hindcast.connector.h2;

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
        Path file = folder.resolve("outbox.mv.db");
        write(file);
        return new H2Connector().open(OpenRequest.of(new Location(file.toString())));
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
                    FROM SYSTEM_RANGE(1, %d)
                    """.formatted(EVENTS));
        }
    }
}
