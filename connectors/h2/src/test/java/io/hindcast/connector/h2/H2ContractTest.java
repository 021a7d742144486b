package io.hindcast.connector.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.DamagedStore;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.TckHistory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, on a file in the manner of the bundled sample.
class H2ContractTest extends ConnectorContract {
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00.123456789Z");
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return new H2Connector();
    }

    @Override
    protected OpenRequest request() {
        return OpenRequest.of(new Location(file().toString()));
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(1));
    }

    @Override
    protected List<Path> files() {
        return List.of(file());
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        try (var connection = LedgerFile.create(folder.resolve("damaged"))) {
            LedgerFile.add(connection, 1, "a-1", "a", 1, "1", "T", THEN, NOTHING, NOTHING);
            LedgerFile.add(connection, 2, null, null, 1, "2", "T", THEN, NOTHING, NOTHING);
            LedgerFile.add(connection, 3, "a-1", "a", null, "3", "T", THEN, NOTHING, NOTHING);
            LedgerFile.add(connection, 4, "a-1", "a", -3, "4", "T", THEN, NOTHING, NOTHING);
            LedgerFile.add(connection, 5, "a-1", "a", 2, "5", null, THEN, NOTHING, NOTHING);
            LedgerFile.add(connection, 6, "a-1", "a", 2, "6", "T", null, null, null);
            LedgerFile.add(connection, 7, "a-1", "a", 2, null, "T", year("0001"), NOTHING, NOTHING);
            LedgerFile.add(connection, 8, "a-1", "a", 2, "8", "T", year("9999"), new byte[] {'{', 0}, NOTHING);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(new DamagedStore(
                OpenRequest.of(new Location(folder.resolve("damaged").toString())), 8, Set.of(1, 2, 3, 4, 5)));
    }

    @Test
    void a_body_of_ten_megabytes_is_given_whole() throws SQLException {
        byte[] body = new byte[10 << 20];
        body[body.length - 1] = 7;
        try (var connection = LedgerFile.create(folder.resolve("large"))) {
            for (int row = 1; row <= 8; row++) {
                LedgerFile.add(connection, row, "a-1", "a", row, "x", "T", THEN, body, NOTHING);
            }
        }
        try (var source = connector()
                .open(OpenRequest.of(new Location(folder.resolve("large").toString())))) {
            var pages = ReadOut.of(source, ReadRequest.store(Detail.FULL));

            assertThat(pages.events()).hasSize(8).allMatch(event -> event.data().length() == body.length);
            assertThat(pages.pages()).hasSizeGreaterThan(1).allMatch(page -> page.size() <= 4);
            assertThat(pages.events().getLast().data().at(body.length - 1)).isEqualTo((byte) 7);
        }
    }

    @Test
    void a_snapshot_gets_the_category_of_its_stream() {
        try (var source = connector().open(request());
                var cursor = source.snapshots().orElseThrow().read(Optional.of("account-1"))) {
            assertThat(cursor.next().orElseThrow()).singleElement().satisfies(snapshot -> {
                assertThat(snapshot.category()).isEqualTo("account");
                assertThat(snapshot.version()).isEqualTo(2);
                assertThat(snapshot.place()).contains("LEDGER_SNAPSHOT").contains("account-1");
            });
        }
    }

    private static OffsetDateTime year(String year) {
        return OffsetDateTime.parse(year + "-06-30T12:00:00Z");
    }

    private Path file() {
        var file = folder.resolve("contract.mv.db");
        if (!Files.exists(file)) {
            try (var connection = LedgerFile.create(folder.resolve("contract"))) {
                fill(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return file;
    }

    private static void fill(Connection connection) throws SQLException {
        LedgerFile.add(connection, TckHistory.events(1));
        LedgerFile.addSnapshot(connection, "account-2", 3, THEN, NOTHING);
        LedgerFile.addSnapshot(connection, "account-2", 1, THEN, NOTHING);
        LedgerFile.addSnapshot(connection, "account-1", 2, THEN, NOTHING);
    }
}
