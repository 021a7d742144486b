package io.hindcast.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Writes a history to a new H2 database file, a batch at a time; memory does not grow with the history.
///
/// The index is made at the end, when sorting is cheap. It is not unique: one planted defect needs it not to be.
public final class LedgerStore {
    /// Rows to a batch: enough to spare round trips, few enough to stay small.
    static final int ROWS_A_BATCH = 2_000;

    /// Whose database it is; without a password.
    static final String USER = "SA";

    private static final String EVENTS =
            """
            CREATE TABLE LEDGER_EVENT (
                POSITION BIGINT PRIMARY KEY,
                STREAM VARCHAR(200) NOT NULL,
                CATEGORY VARCHAR(100) NOT NULL,
                VERSION BIGINT NOT NULL,
                EVENT_ID VARCHAR(100) NOT NULL,
                TYPE VARCHAR(200) NOT NULL,
                RECORDED_AT TIMESTAMP(9) WITH TIME ZONE NOT NULL,
                DATA VARBINARY NOT NULL,
                METADATA VARBINARY NOT NULL
            )
            """;

    private static final String SNAPSHOTS =
            """
            CREATE TABLE LEDGER_SNAPSHOT (
                STREAM VARCHAR(200) NOT NULL,
                VERSION BIGINT NOT NULL,
                RECORDED_AT TIMESTAMP(9) WITH TIME ZONE NOT NULL,
                STATE VARBINARY NOT NULL,
                PRIMARY KEY (STREAM, VERSION)
            )
            """;

    private static final String INDEX = "CREATE INDEX LEDGER_EVENT_STREAM ON LEDGER_EVENT (STREAM, VERSION)";

    private static final String ADD_EVENT =
            """
            INSERT INTO LEDGER_EVENT
                (POSITION, STREAM, CATEGORY, VERSION, EVENT_ID, TYPE, RECORDED_AT, DATA, METADATA)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_SNAPSHOT =
            "INSERT INTO LEDGER_SNAPSHOT (STREAM, VERSION, RECORDED_AT, STATE) VALUES (?, ?, ?, ?)";

    private LedgerStore() {}

    /// Makes the history and writes it.
    ///
    /// @param file the database file to make, ending in `.mv.db`; must not exist
    /// @return what was planted
    /// @throws SQLException when the file cannot be written
    public static List<PlantedDefect> write(HistorySize size, Path file) throws SQLException {
        try (var connection = DriverManager.getConnection(url(file), USER, "")) {
            connection.setAutoCommit(false);
            execute(connection, EVENTS);
            execute(connection, SNAPSHOTS);
            var planted = fill(connection, size);
            execute(connection, INDEX);
            execute(connection, size.events() > 200_000 ? "SHUTDOWN" : "SHUTDOWN COMPACT");
            return planted;
        }
    }

    private static List<PlantedDefect> fill(Connection connection, HistorySize size) throws SQLException {
        try (var events = connection.prepareStatement(ADD_EVENT);
                var snapshots = connection.prepareStatement(ADD_SNAPSHOT)) {
            var writer = new BatchWriter(connection, events, snapshots, ROWS_A_BATCH);
            var planted = LedgerHistory.generate(size, writer);
            writer.flush();
            return planted;
        } catch (BatchWriter.WriteFailed e) {
            throw e.reason();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(Path file) {
        String path = file.toAbsolutePath().toString();
        if (!path.endsWith(".mv.db") || path.contains(";")) {
            throw new IllegalArgumentException("The file must end in .mv.db and must not contain a semicolon.");
        }
        return "jdbc:h2:file:" + path.substring(0, path.length() - ".mv.db".length());
    }
}
