package io.hindcast.connector.postgresql;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One server for all tests of this process; it ends with the process.
final class TestServer {
    private static final LocalPostgres SERVER = LocalPostgres.start();
    private static final Set<String> LOADED = ConcurrentHashMap.newKeySet();

    private TestServer() {}

    static LocalPostgres server() {
        return SERVER;
    }

    /// A request for a database as the administrator.
    static OpenRequest request(String database) {
        return OpenRequest.of(new Location(SERVER.url(database) + "?user=" + LocalPostgres.ADMINISTRATOR));
    }

    /// Loads a real store of the sample data, once.
    static synchronized OpenRequest realStore(String name) throws SQLException {
        if (LOADED.add(name)) {
            SERVER.load(name, folder(name).resolve("dump.sql.gz"));
        }
        return request(name);
    }

    static Path folder(String name) {
        return Path.of(System.getProperty("hindcast.root", "."), "sample-data", "real", name);
    }

    /// Runs statements as the administrator.
    static void run(String database, String... statements) throws SQLException {
        try (var connection = SERVER.connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
