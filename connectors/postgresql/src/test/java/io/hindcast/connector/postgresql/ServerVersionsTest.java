package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.SnapshotsReadOut;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every supported server version gives the same answers as the newest, for every real store.
class ServerVersionsTest {
    private static final List<Integer> VERSIONS = List.of(14, 15, 16, 17);
    private static final Map<Integer, LocalPostgres> SERVERS = new TreeMap<>();
    private static final Map<String, Told> NEWEST = new TreeMap<>();

    static List<Arguments> storesOnServers() throws IOException {
        try (var folders = Files.list(TestServer.folder(""))) {
            var stores = folders.filter(folder -> Files.exists(folder.resolve("dump.sql.gz")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.matches(".*(mariadb|mysql).*"))
                    .sorted()
                    .toList();
            return VERSIONS.stream()
                    .flatMap(version -> stores.stream().map(store -> Arguments.of(version, store)))
                    .toList();
        }
    }

    @BeforeAll
    static void starts() {
        VERSIONS.forEach(version -> SERVERS.put(
                version, LocalPostgres.start(LocalPostgres.Setup.plain().programsOf(programs(version)))));
    }

    @AfterAll
    static void stops() {
        SERVERS.values().forEach(LocalPostgres::close);
    }

    @ParameterizedTest
    @MethodSource("storesOnServers")
    void a_store_reads_the_same_as_on_the_newest_server(int version, String store) throws SQLException {
        var server = Objects.requireNonNull(SERVERS.get(version));
        server.load(store, TestServer.folder(store).resolve("dump.sql.gz"));
        Told newest = onTheNewest(store);
        try (var here = open(server, store)) {
            assertThat(here.info().storeVersion()).startsWith("PostgreSQL " + version);
            assertThat(here.info().readOnlyProof()).isNotEmpty().allMatch(Proof::held);
            Told told = Told.by(here);
            assertThat(told.system()).isEqualTo(newest.system());
            assertThat(told.notRead()).isEqualTo(newest.notRead());
            assertThat(told.events()).isNotEmpty().isEqualTo(newest.events());
            assertThat(told.snapshots()).isEqualTo(newest.snapshots());
        }
    }

    private record Told(String system, List<NotRead> notRead, List<Event> events, SnapshotsReadOut snapshots) {
        static Told by(EventSource store) {
            return new Told(
                    store.info().system(),
                    store.notRead(),
                    ReadOut.of(store, ReadRequest.store(Detail.FULL)).events(),
                    SnapshotsReadOut.of(store));
        }
    }

    /// Asked once for all versions.
    private static Told onTheNewest(String store) throws SQLException {
        Told known = NEWEST.get(store);
        if (known == null) {
            try (var newest = new PostgresConnector().open(TestServer.realStore(store))) {
                known = Told.by(newest);
            }
            NEWEST.put(store, known);
        }
        return known;
    }

    private static EventSource open(LocalPostgres server, String database) {
        return new PostgresConnector()
                .open(OpenRequest.of(new Location(server.url(database) + "?user=" + LocalPostgres.ADMINISTRATOR)));
    }

    private static Path programs(int version) {
        return Path.of(
                System.getProperty("hindcast.root", "."),
                "connectors/postgresql/target/servers/postgresql-%d.jar".formatted(version));
    }
}
