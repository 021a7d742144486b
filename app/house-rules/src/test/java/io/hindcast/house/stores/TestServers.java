package io.hindcast.house.stores;

import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The database servers of one test class, each started when it is first needed. What nobody alters lies on a server that all
/// classes share and that ends with the process.
public final class TestServers implements AutoCloseable {
    private static final Set<String> LAID_OUT = new HashSet<>();
    private static @Nullable LocalPostgres shared;

    private @Nullable LocalPostgres postgres;
    private @Nullable LocalMariaDb mariadb;
    private @Nullable LocalMariaDb mysql;

    /// The server with the real stores, which no test may alter.
    LocalPostgres stores() {
        synchronized (LAID_OUT) {
            LocalPostgres running = shared == null ? LocalPostgres.start() : shared;
            shared = running;
            return running;
        }
    }

    /// Loads a dump into a database of the shared server, unless a test before did so. Counted, as a server in use does by
    /// itself, so that its statements run as they do there.
    void laidOut(String database, Path dump) throws SQLException {
        synchronized (LAID_OUT) {
            if (LAID_OUT.add(database)) {
                stores().load(database, dump);
                try (var connection = stores().connect(database); var statement = connection.createStatement()) {
                    statement.execute("ANALYZE");
                }
            }
        }
    }

    /// A server of this class alone.
    public synchronized LocalPostgres postgres() {
        LocalPostgres running = postgres == null ? LocalPostgres.start() : postgres;
        postgres = running;
        return running;
    }

    public synchronized LocalMariaDb mariadb() {
        LocalMariaDb running = mariadb == null ? LocalMariaDb.start() : mariadb;
        mariadb = running;
        return running;
    }

    /// It is spoken to as MariaDB is.
    public synchronized LocalMariaDb mysql() {
        LocalMariaDb running = mysql == null ? LocalMySql.start() : mysql;
        mysql = running;
        return running;
    }

    @Override
    public synchronized void close() {
        if (postgres != null) {
            postgres.close();
        }
        if (mariadb != null) {
            mariadb.close();
        }
        if (mysql != null) {
            mysql.close();
        }
    }
}
