package io.hindcast.connector.mariadb;

import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import java.sql.SQLException;

/// A server, where it is there, and what it counts. Tests of this module run one after the other, so that what it counts is
/// theirs.
enum GrownServer {
    MARIADB,
    MYSQL;

    boolean isAvailable() {
        return switch (this) {
            case MARIADB -> LocalMariaDb.isAvailable();
            case MYSQL -> LocalMySql.isAvailable();
        };
    }

    LocalMariaDb running() {
        return switch (this) {
            case MARIADB -> TestServer.server();
            case MYSQL -> MySqlServer.server();
        };
    }

    /// How many rows the server looks at while something is done: those of tables and indexes, and those it kept aside to sort.
    long touched(Runnable work) throws SQLException {
        long before = counted();
        work.run();
        long between = counted();
        return 2 * between - before - counted();
    }

    private long counted() throws SQLException {
        try (var connection = running().connect("");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_read%'")) {
            long all = 0;
            while (rows.next()) {
                all += rows.getLong(2);
            }
            return all;
        }
    }
}
