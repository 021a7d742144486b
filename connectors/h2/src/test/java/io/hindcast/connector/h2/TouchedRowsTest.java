package io.hindcast.connector.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.Watched;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Five times as many pages cost the database hardly more rows: no page sorts the table or goes through all of it once more.
/// Every statement is run again with the question how many rows were looked at.
class TouchedRowsTest {
    private static final int SMALL = 10;
    private static final int LARGE = 50;
    private static final double HARDLY_MORE = 2;
    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");
    private static final String OUTBOX = "outbox";
    private static final String TENANTS = "outbox of tenants";

    @TempDir
    private Path folder;

    private final List<PageQuery> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"axon4-jdbc-h2", "axon5-jpa-h2", "envers-h2", OUTBOX, TENANTS})
    void many_pages_cost_hardly_more_rows_than_few(String store) throws SQLException, IOException {
        var request = OpenRequest.of(new Location(laidOut(store).toString()));
        var dialect = Watched.noting(Dialect.class, H2Connector.dialect(request), PageQuery.class, asked);
        try (var source = JdbcStore.open(dialect, request, H2Connector.ID);
                var connection = dialect.connect()) {
            String longest = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).longestStream();
            for (var all : List.of(ReadRequest.store(Detail.FULL), ReadRequest.stream(longest))) {
                for (var direction : Direction.values()) {
                    double few = touched(connection, source, all.withDirection(direction).withPageSize(LARGE));
                    double many = touched(connection, source, all.withDirection(direction).withPageSize(SMALL));

                    assertThat(many / few).as("%s %s of %s", direction, all.selection(), store).isLessThan(HARDLY_MORE);
                }
            }
        }
    }

    private double touched(Connection connection, EventSource source, ReadRequest request) throws SQLException {
        asked.clear();
        assertThat(ReadOut.of(source, request).events()).isNotEmpty();
        double all = 0;
        for (PageQuery query : asked) {
            try (var statement = connection.prepareStatement("EXPLAIN ANALYZE " + query.sql())) {
                ResultSetReader.bind(statement, query.values());
                try (var plan = statement.executeQuery()) {
                    plan.next();
                    var scanned = SCANNED.matcher(plan.getString(1));
                    while (scanned.find()) {
                        all += Long.parseLong(scanned.group(1));
                    }
                }
            }
        }
        return all;
    }

    private Path laidOut(String store) throws SQLException, IOException {
        if (!store.equals(OUTBOX) && !store.equals(TENANTS)) {
            return new RealStore(store).unpack("store.mv.db", folder);
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("outbox"), "SA", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE OUTBOX (
                        TENANT VARCHAR(40) NOT NULL, ID VARCHAR(40) NOT NULL, AGGREGATETYPE VARCHAR(40) NOT NULL,
                        AGGREGATEID VARCHAR(40) NOT NULL, TYPE VARCHAR(40) NOT NULL, PAYLOAD VARCHAR(400) NOT NULL,
                        OCCURRED_AT TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (%s))
                    """
                            .formatted(store.equals(OUTBOX) ? "ID" : "TENANT, ID"));
            statement.execute(
                    """
                    INSERT INTO OUTBOX
                    SELECT MOD(X, 3), 'e' || X, 'account', MOD(X, 7), 'T', '{"n":' || X || '}',
                           DATEADD(SECOND, MOD(X * 7919, 500), TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00')
                    FROM SYSTEM_RANGE(1, 1500)
                    """);
        }
        return folder.resolve("outbox.mv.db");
    }
}
