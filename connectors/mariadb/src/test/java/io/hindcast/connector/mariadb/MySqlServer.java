package io.hindcast.connector.mariadb;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import java.util.Map;
import java.util.Optional;

/// One MySQL server for all tests of this process; it ends with the process.
final class MySqlServer {
    private static final LocalMariaDb SERVER = LocalMySql.start();

    private MySqlServer() {}

    static LocalMariaDb server() {
        return SERVER;
    }

    /// A request for a database as the administrator, by an address as people have it for MySQL.
    static OpenRequest request(String database) {
        return as(database, LocalMariaDb.ADMINISTRATOR, "", "");
    }

    /// @param more of the address, from a `&` on
    static OpenRequest as(String database, String user, String password, String more) {
        String address = "jdbc:mysql://%s:%d/%s?user=%s%s".formatted(SERVER.host(), SERVER.port(), database, user, more);
        return new OpenRequest(
                new Location(address),
                Map.of(),
                () -> password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray()));
    }
}
