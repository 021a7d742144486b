package io.hindcast.connector.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2GateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS HARM AS $$ int harm() { return 1; } $$",
                "CREATE ALIAS SQRT2 FOR \"java.lang.Math.sqrt\"",
                "CREATE LINKED TABLE FAR(NULL, 'jdbc:h2:mem:far', 'SA', '', '(SELECT 1)')",
                "CREATE VIEW OUTSIDE AS SELECT * FROM CSVREAD('%s')"
            })
    void a_file_that_would_make_h2_reach_out_is_refused(String sql) throws SQLException, IOException {
        var csv = Files.writeString(folder.resolve("some.csv"), "A\n1\n");
        var path = made(H2RefusalTest.LEDGER, sql.formatted(csv));

        assertThat(refusal(path).kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    @Test
    void a_trigger_with_source_is_not_run() throws SQLException {
        var mark = folder.resolve("mark");
        var path = made(H2RefusalTest.LEDGER, """
            CREATE TRIGGER HARM BEFORE INSERT ON LEDGER_EVENT AS $$
            org.h2.api.Trigger create() throws Exception {
                java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                return new org.h2.tools.TriggerAdapter() {
                    @Override
                    public void fire(java.sql.Connection c, java.sql.ResultSet o, java.sql.ResultSet n) {}
                };
            } $$
            """.formatted(mark));
        assertThat(mark.toFile().delete()).isTrue();

        assertThat(refusal(path).sentence()).contains("a trigger");
        assertThat(mark).doesNotExist();
    }

    @Test
    void ordinary_views_and_texts_that_sound_dangerous_pass() throws SQLException {
        var path = made(
                H2RefusalTest.LEDGER,
                "CREATE VIEW RECENT AS SELECT STREAM, 'LINKED TABLE CSVREAD' AS REMARK FROM LEDGER_EVENT",
                "CREATE TABLE \"ENGINE\" (SCRIPT VARCHAR(10) DEFAULT 'CSVREAD(1)', \"CSVREAD\" INT)");

        try (var source = new H2Connector().open(OpenRequest.of(new Location(path.toString())))) {
            assertThat(source.info().system()).isEqualTo("hindcast-ledger");
        }
    }

    @Test
    void a_file_that_asks_to_stay_open_is_closed_all_the_same() throws SQLException {
        var path = made(H2RefusalTest.LEDGER, "SET DB_CLOSE_DELAY -1");
        new H2Connector().open(OpenRequest.of(new Location(path.toString()))).close();

        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "SA", "")) {
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    private Path made(String... statements) throws SQLException {
        var path = folder.resolve("made");
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "SA", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("SHUTDOWN");
        }
        return path;
    }

    private static ConnectorException refusal(Path path) {
        var refusal = catchThrowableOfType(
                ConnectorException.class,
                () -> new H2Connector()
                        .open(OpenRequest.of(new Location(path.toString())))
                        .close());
        assertThat(refusal).as("opening must be refused").isNotNull();
        return refusal;
    }
}
