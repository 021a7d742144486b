package io.hindcast.connector.sqlite;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.DamagedStore;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/// The contract, on a file in the manner of Emmett.
class SqliteContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return new SqliteConnector();
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
        var file = folder.resolve("damaged.db");
        try (var connection = EmmettFile.create(file, "")) {
            EmmettFile.add(connection, "a-1", 1, "T", "{}", "{}", "1", "2026-01-01 00:00:00");
            EmmettFile.add(connection, null, 1, "T", "{}", "{}", "2", "2026-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", null, "T", "{}", "{}", "3", "2026-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", "many", "T", "{}", "{}", "4", "2026-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", -3, "T", "{}", "{}", "5", "2026-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", 2, null, "{}", "{}", "6", "2026-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", 3, "T", "{}", "{}", "7", null);
            EmmettFile.add(connection, "a-1", 4, "T", "{}", "{}", "8", "the day before yesterday");
            EmmettFile.add(connection, "a-1", 5, "T", "{", null, null, "0001-01-01 00:00:00");
            EmmettFile.add(connection, "a-1", 6, "T", "{}", "{}", "9", "9999-12-31 23:59:59");
            EmmettFile.add(connection, "a-1", 6, "T", "{}", "{}", "9", "2026-01-01 00:00:00");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(
                new DamagedStore(OpenRequest.of(new Location(file.toString())), 11, Set.of(1, 2, 3, 4, 5, 6, 7)));
    }

    private Path file() {
        var file = folder.resolve("contract store?.db");
        if (!Files.exists(file)) {
            try (var connection = EmmettFile.create(folder.resolve("making.db"), "NOT NULL")) {
                EmmettFile.add(connection, TckHistory.events(1));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            if (!folder.resolve("making.db").toFile().renameTo(file.toFile())) {
                throw new IllegalStateException("cannot rename");
            }
        }
        return file;
    }
}
