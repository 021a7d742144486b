package io.hindcast.house.stores;

import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import org.jspecify.annotations.Nullable;

/// The database servers of one test class, each started when it is first needed.
public final class TestServers implements AutoCloseable {
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalMariaDb mariadb;
    private @Nullable LocalMariaDb mysql;

    public LocalPostgres postgres() {
        LocalPostgres running = postgres == null ? LocalPostgres.start() : postgres;
        postgres = running;
        return running;
    }

    public LocalMariaDb mariadb() {
        LocalMariaDb running = mariadb == null ? LocalMariaDb.start() : mariadb;
        mariadb = running;
        return running;
    }

    /// It is spoken to as MariaDB is.
    public LocalMariaDb mysql() {
        LocalMariaDb running = mysql == null ? LocalMySql.start() : mysql;
        mysql = running;
        return running;
    }

    @Override
    public void close() {
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
