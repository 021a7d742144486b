package io.hindcast.connector.mariadb;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// One server for all tests of this process; it ends with the process.
final class TestServer {
    private static final LocalMariaDb SERVER = LocalMariaDb.start();

    private TestServer() {}

    static LocalMariaDb server() {
        return SERVER;
    }

    /// A request for a database as the administrator.
    static OpenRequest request(String database) {
        return as(database, LocalMariaDb.ADMINISTRATOR, "");
    }

    static OpenRequest as(String database, String user, String password) {
        return new OpenRequest(
                new Location(SERVER.url(database) + "?user=" + user),
                Map.of(),
                () -> password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray()));
    }

    static Sessions sessions(OpenRequest request) {
        var url = MariaDbUrl.parse(request.location().text());
        return new Sessions(
                Server.of(url, request), Encryption.of(url, request), Limits.of(url), request.password());
    }

    static void run(String database, String... statements) throws SQLException {
        SERVER.run(database, statements);
    }
}
