package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.TckHistory;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteRefusalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "enable_load_extension=true, enable_load_extension",
        "journal_mode=WAL, journal_mode",
        "vfs=unix-none, vfs",
        "mode=rwc, mode",
        "key=secret, key",
        "anything=1, anything"
    })
    void a_parameter_that_does_more_than_reading_is_refused_by_name(String parameter, String name) {
        var refusal = refusal("jdbc:sqlite:" + folder.resolve("x.db") + "?cache=private&" + parameter);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains("parameter " + name).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite::memory:", "jdbc:sqlite:", "jdbc:sqlite::resource:http://x/y.db"})
    void only_files_are_opened(String url) {
        assertThat(refusal(url).kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    @Test
    void what_is_not_there_is_not_found_and_not_made() {
        assertThat(refusal(folder.resolve("nothing.db").toString()).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal(folder.toString()).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 50, 4_000, 5_000, 500_000})
    void a_file_cut_short_is_damaged(int length) throws IOException {
        var whole = new RealStore("pyeventsourcing-sqlite").unpack("store.sqlite", folder);
        var cut = Files.write(folder.resolve("cut.sqlite"), Arrays.copyOf(Files.readAllBytes(whole), length));

        assertThat(refusal(cut.toString()).kind()).isEqualTo(Kind.DAMAGED);
    }

    /// In a process of its own, because one that has unpacked SQLite keeps it.
    @Test
    void a_folder_for_temporary_files_that_cannot_be_written_is_told_in_one_sentence() throws IOException {
        var file = new RealStore("pyeventsourcing-sqlite").unpack("store.sqlite", folder);
        var full = folder.resolve("no folder");

        var reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-Dorg.sqlite.tmpdir=" + full,
                        RefusedReader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        try (var said = reader.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
                    .singleElement()
                    .asString()
                    .startsWith("store.sqlite is not read, because SQLite itself could not be unpacked")
                    .contains(full.toString());
        }
    }

    /// Opens a file and says the refusal.
    static final class RefusedReader {
        public static void main(String[] arguments) {
            try (var source = new SqliteConnector().open(OpenRequest.of(new Location(arguments[0])))) {
                System.out.println("opened: " + source.info().system());
            } catch (ConnectorException refusal) {
                System.out.println(refusal.sentence());
            }
        }
    }

    @Test
    void a_full_disk_is_not_taken_for_a_damaged_file() {
        var refusal = SqliteTrouble.explain(new SQLException("full", null, 13), "bank.db");

        assertThat(refusal.sentence()).isEqualTo("bank.db is sorted in the folder for temporary files, and that is full.");
    }

    @Test
    void a_database_without_events_says_which_tables_it_saw() throws SQLException {
        var file = folder.resolve("shop.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers(id INTEGER)");
            statement.execute("CREATE TABLE orders(id INTEGER)");
        }

        var refusal = refusal(file.toString());

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_AN_EVENT_STORE);
        assertThat(refusal.sentence()).contains("customers").contains("orders");
    }

    @Test
    void a_file_whose_log_is_not_taken_in_yet_is_read_with_it_and_nothing_is_written_beside_it()
            throws SQLException, IOException {
        var file = folder.resolve("live.db");
        try (var writer = EmmettFile.create(file, "NOT NULL")) {
            switchToWriteAhead(writer);
            EmmettFile.add(writer, TckHistory.events(1));
            var copy = Files.createDirectory(folder.resolve("copy"));
            Files.copy(file, copy.resolve("live.db"));
            Files.copy(folder.resolve("live.db-wal"), copy.resolve("live.db-wal"));
            String before = RealStore.hashOf(copy.resolve("live.db"));

            assertThat(eventsIn(copy.resolve("live.db"))).isEqualTo(12);

            assertThat(RealStore.hashOf(copy.resolve("live.db"))).isEqualTo(before);
            assertThat(copy.toFile().list()).containsExactlyInAnyOrder("live.db", "live.db-wal");
        }
        assertThat(eventsIn(file)).isEqualTo(12);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("live.db", "copy");
    }

    @Test
    void a_mapping_of_ones_own_reads_a_table_without_positions_or_a_key() throws SQLException, IOException {
        var file = folder.resolve("own.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE journal(account TEXT, nr INTEGER, what TEXT, at INTEGER, body TEXT)");
            for (int row = 0; row < 30; row++) {
                statement.execute("INSERT INTO journal VALUES ('A%d', %s, 'Booked', %s, '{\"n\":%d}')"
                        .formatted(row % 3, row % 7 == 0 ? "NULL" : "1", row % 5 == 0 ? "NULL" : "1700000000", row));
            }
        }
        var mapping = Files.writeString(folder.resolve("own.layout"), """
            system = journal
            [recognise]
            table = journal
            [events]
            stream = {account}
            version = {nr}
            type = {what}
            recorded = {at} | time seconds
            data = {body}
            """);
        var request =
                new OpenRequest(new Location(file.toString()), Map.of("mapping", mapping.toString()), Optional::empty);

        try (var source = new SqliteConnector().open(request)) {
            assertThat(source.info().system()).isEqualTo("journal");
            var all = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
            assertThat(all).hasSize(30);
            for (int size : new int[] {1, 2, 7}) {
                var asked = ReadRequest.store(Detail.FULL).withPageSize(size);
                assertThat(ReadOut.of(source, asked).events()).isEqualTo(all);
                assertThat(ReadOut.of(source, asked.withDirection(ReadRequest.Direction.BACKWARD))
                                .events())
                        .isEqualTo(all.reversed());
                assertThat(ReadOut.of(source, ReadRequest.stream("A1").withPageSize(size))
                                .events())
                        .hasSize(10);
            }
        }
    }

    @Test
    void a_mapping_that_is_not_understood_names_its_line() throws SQLException, IOException {
        var file = folder.resolve("x.db");
        EmmettFile.create(file, "").close();
        var mapping = Files.writeString(folder.resolve("own.layout"), "system = x\n[events\n");

        var refusal = refusal(
                new OpenRequest(new Location(file.toString()), Map.of("mapping", mapping.toString()), Optional::empty));

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains("own.layout, line 2");
    }

    private static void switchToWriteAhead(Connection writer) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static int eventsIn(Path file) {
        try (var source = new SqliteConnector().open(OpenRequest.of(new Location(file.toString())))) {
            return ReadOut.of(source, ReadRequest.store(Detail.FULL)).events().size();
        }
    }

    private static ConnectorException refusal(String location) {
        return refusal(OpenRequest.of(new Location(location)));
    }

    private static ConnectorException refusal(OpenRequest request) {
        var refusal = catchThrowableOfType(
                ConnectorException.class,
                () -> new SqliteConnector().open(request).close());
        assertThat(refusal).as("opening must be refused").isNotNull();
        return refusal;
    }
}
