package io.hindcast.connector.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2RefusalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INIT=RUNSCRIPT FROM 'x.sql'|INIT",
                "init=CREATE ALIAS X AS ''|INIT",
                "TRACE_LEVEL_FILE=3|TRACE_LEVEL_FILE",
                "AUTO_SERVER=TRUE|AUTO_SERVER",
                "DB_CLOSE_DELAY=-1|DB_CLOSE_DELAY",
                "DB_CLOSE_ON_EXIT=FALSE|DB_CLOSE_ON_EXIT",
                "PASSWORD=secret|PASSWORD",
                "CIPHER=AES|CIPHER",
                "ACCESS_MODE_DATA=rw|ACCESS_MODE_DATA",
                "SOMETHING_NEW=1|SOMETHING_NEW"
            })
    void a_parameter_that_does_more_than_reading_is_refused_by_name(String parameter, String name) {
        var refusal = refusal("jdbc:h2:" + folder.resolve("x") + ";IFEXISTS=TRUE;" + parameter);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains("parameter " + name).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:tcp://localhost/~/x", "jdbc:h2:mem:x", "jdbc:h2:zip:~/x.zip!/x", "jdbc:h2:ssl://h/x"})
    void only_files_are_opened(String url) {
        assertThat(refusal(url).kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(refusal(folder.resolve("nothing.mv.db").toString()).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal(folder.toString()).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 5_000, 200_000, 400_000, 561_152})
    void a_file_cut_short_is_damaged_and_is_not_held_afterwards(int length) throws IOException {
        var whole = new RealStore("axon4-jdbc-h2").unpack("store.mv.db", folder);
        var cut = folder.resolve("cut.mv.db");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), length));

        assertThat(refusal(cut.toString()).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusal(cut.toString()).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Files.size(cut)).isEqualTo(length);
    }

    @Test
    void bytes_that_are_no_h2_file_are_refused_as_damaged() throws IOException {
        var file = folder.resolve("noise.mv.db");
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        Files.write(file, noise);

        assertThat(refusal(file.toString()).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void files_of_h2_1_are_explained() throws IOException {
        Files.writeString(
                folder.resolve("old.mv.db"),
                "H:2,block:2,blockSize:1000,chunk:1,created:1,format:1,version:1\n".repeat(200));
        Files.write(folder.resolve("older.h2.db"), "-- H2 0.5/B --".getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(folder.resolve("old.mv.db").toString()).kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(refusal(folder.resolve("older").toString()).kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(refusal(folder.resolve("older.h2.db").toString()).sentence()).contains("SCRIPT");
    }

    @Test
    void a_database_without_events_says_which_tables_it_saw() throws SQLException {
        var path = database("CREATE TABLE CUSTOMER (ID INT PRIMARY KEY)", "CREATE TABLE \"Orders\" (ID INT)");

        var refusal = refusal(path.toString());

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_AN_EVENT_STORE);
        assertThat(refusal.sentence()).contains("CUSTOMER").contains("Orders");
    }

    @Test
    void a_file_in_use_is_locked() throws SQLException {
        var path = folder.resolve("busy");
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "SA", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T (A INT)");

            assertThat(refusal(path.toString()).kind()).isEqualTo(Kind.LOCKED);
        }
    }

    @Test
    void a_password_is_asked_for_only_when_the_file_wants_one() throws SQLException {
        var path = folder.resolve("secret");
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "clerk", "geheim");
                var statement = connection.createStatement()) {
            statement.execute(LEDGER);
        }
        var location = new Location(path.toString());
        var user = Map.of("user", "clerk");

        try (var source =
                new H2Connector().open(new OpenRequest(location, user, () -> Optional.of("geheim".toCharArray())))) {
            assertThat(source.info().system()).isEqualTo("hindcast-ledger");
        }
        assertThat(refusal(new OpenRequest(location, user, () -> Optional.of("falsch".toCharArray())))
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal(new OpenRequest(location, user, Optional::empty)).kind())
                .isEqualTo(Kind.AUTHENTICATION);
    }

    static final String LEDGER = """
        CREATE TABLE LEDGER_EVENT (
            POSITION BIGINT PRIMARY KEY, STREAM VARCHAR(200), CATEGORY VARCHAR(100), VERSION BIGINT,
            EVENT_ID VARCHAR(100), TYPE VARCHAR(200), RECORDED_AT TIMESTAMP(9) WITH TIME ZONE,
            DATA BLOB, METADATA BLOB)
        """;

    private Path database(String... statements) throws SQLException {
        var path = folder.resolve("made");
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "SA", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return path;
    }

    private static ConnectorException refusal(String location) {
        return refusal(OpenRequest.of(new Location(location)));
    }

    private static ConnectorException refusal(OpenRequest request) {
        var refusal = catchThrowableOfType(
                ConnectorException.class, () -> new H2Connector().open(request).close());
        assertThat(refusal).as("opening must be refused").isNotNull();
        return refusal;
    }
}
