package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Servers as an auditor meets them: an account with a password, which may read and nothing else. What else a server does by
/// itself is switched off, so that what is written there was written by somebody.
final class ReviewedServers implements AutoCloseable {
    static final String AUDITOR = "auditor";

    /// Such as occurs nowhere by chance.
    static final String PASSWORD = "Sturm-7*und/Drang?";

    private static final String STATEMENTS_THAT_WRITE =
            """
            SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_insert', 'Com_insert_select', 'Com_update', 'Com_update_multi',
            'Com_delete', 'Com_delete_multi', 'Com_replace', 'Com_replace_select', 'Com_load', 'Com_truncate',
            'Com_create_table', 'Com_alter_table', 'Com_drop_table', 'Com_create_view', 'Com_create_function', 'Com_call_procedure')
            """;

    private final TestServers others = new TestServers();
    private @Nullable LocalPostgres postgres;

    /// Loads a store, and answers what to type for STORE.
    String lay(RealStore store) throws SQLException {
        String database = database(store);
        if (store.isOnMariaDb()) {
            LocalMariaDb server = others(store);
            server.load(database, store.packed());
            server.run(
                    "",
                    "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'".formatted(AUDITOR, PASSWORD),
                    "GRANT SELECT ON `%s`.* TO '%s'@'%%'".formatted(database, AUDITOR));
            return server.url(database);
        }
        postgres().load(database, store.packed());
        try (var connection = postgres().connect(database);
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE \"%s\" SET lo_compat_privileges = on".formatted(database));
            statement.execute("ANALYZE");
        }
        return postgres().url(database);
    }

    /// Changes one row, as somebody does who may.
    void edit(ReviewedStore reviewed, ReviewedEvent event) throws SQLException {
        try (Connection connection = connect(reviewed.store());
                var statement = connection.createStatement()) {
            String edit = reviewed.edit(event, type(reviewed, connection));
            assertThat(statement.executeUpdate(edit)).as(edit).isEqualTo(1);
        }
    }

    private static String type(ReviewedStore reviewed, Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("SELECT %s FROM %s WHERE 1 = 0".formatted(reviewed.body(), reviewed.table()))) {
            return rows.getMetaData().getColumnTypeName(1);
        }
    }

    /// What a server has written so far; the same text as before when nothing was written since. A transaction of PostgreSQL
    /// gets a number only when it writes.
    String written(RealStore store) throws SQLException {
        String asked = store.isOnMariaDb() ? STATEMENTS_THAT_WRITE : "SELECT pg_snapshot_xmax(pg_current_snapshot()), 'next transaction'";
        var written = new StringBuilder();
        try (Connection connection = connect(store);
                var query = connection.createStatement();
                var rows = query.executeQuery(asked)) {
            while (rows.next()) {
                written.append(rows.getString(1)).append(' ').append(rows.getString(2)).append('\n');
            }
        }
        return written.toString();
    }

    private Connection connect(RealStore store) throws SQLException {
        return store.isOnMariaDb() ? others(store).connect(database(store)) : postgres().connect(database(store));
    }

    private static String database(RealStore store) {
        return store.folder().replace('-', '_');
    }

    private LocalMariaDb others(RealStore store) {
        return store.opened().equals(RealStore.MYSQL) ? others.mysql() : others.mariadb();
    }

    private LocalPostgres postgres() throws SQLException {
        LocalPostgres running = postgres;
        if (running == null) {
            var plain = LocalPostgres.Setup.plain();
            running = LocalPostgres.start(
                    new LocalPostgres.Setup(Optional.empty(), List.of("autovacuum=off"), plain.access(), plain.files()));
            postgres = running;
            try (var connection = running.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'; GRANT pg_read_all_data TO %1$s".formatted(AUDITOR, PASSWORD));
            }
        }
        return running;
    }

    @Override
    public void close() {
        others.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
