package io.hindcast.house.stores;

import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// One store under sample-data/real: how it is laid out for opening, and its facts.
///
/// @param folder its folder's name
/// @param file the compressed file in it
/// @param opened the name to unpack it under; "" for a dump that a PostgreSQL server gets, [#MARIADB] or [#MYSQL] for one of theirs
record RealStore(String folder, String file, String opened) {
    static final Path HOME = Path.of(System.getProperty("hindcast.root"), "sample-data", "real");

    /// What stands before the ids of the facts in the names of streams, where an id is unique in its family only.
    private static final Map<String, String> FAMILIES = Map.of(
            "cqrs-es", "account/",
            "cqrs-es-mysql", "account/",
            "fstore-sql", "BankAccount/",
            "debezium-outbox", "BankAccount/",
            "spring-modulith", "hindcast.modulith.App$LedgerExport.on(hindcast.modulith.DomainEvent)/");

    static final String MARIADB = "mariadb";
    static final String MYSQL = "mysql";

    /// Those of MariaDB and MySQL only where the server is there: in the Maven profile `mariadb`.
    static List<RealStore> all() {
        return Stream.of(
                        inEveryBuild(),
                        LocalMariaDb.isAvailable() ? onMariaDb() : List.<RealStore>of(),
                        LocalMySql.isAvailable() ? onMySql() : List.<RealStore>of())
                .flatMap(List::stream)
                .toList();
    }

    /// Row histories, whose facts are those of rows.
    static List<RealStore> ofEnvers() {
        return List.of(
                new RealStore("envers-h2", "store.mv.db.gz", "store.mv.db"),
                new RealStore("envers-postgres", "dump.sql.gz", ""));
    }

    /// Every change is a row of one log.
    static RealStore ofTheAuditTrigger() {
        return new RealStore("audit-trigger", "dump.sql.gz", "");
    }

    /// Those too whose server may not be there.
    static List<RealStore> anywhere() {
        return Stream.of(inEveryBuild(), onMariaDb(), ofEnvers(), List.of(ofTheAuditTrigger()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RealStore> onMariaDb() {
        return List.of(
                new RealStore("wolkenkit-mariadb", "dump.sql.gz", MARIADB),
                new RealStore("wolkenkit3-mariadb", "dump.sql.gz", MARIADB),
                new RealStore("cqrs-es-mysql", "dump.sql.gz", MARIADB),
                new RealStore("resolve-mysql", "dump.sql.gz", MARIADB));
    }

    /// What also fits into MySQL.
    private static List<RealStore> onMySql() {
        return onMariaDb().stream()
                .map(store -> new RealStore(store.folder, store.file, MYSQL))
                .toList();
    }

    private static List<RealStore> inEveryBuild() {
        return List.of(
                new RealStore("axon4-jdbc-h2", "store.mv.db.gz", "store.mv.db"),
                new RealStore("axon5-jpa-h2", "store.mv.db.gz", "store.mv.db"),
                new RealStore("pyeventsourcing-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("evtstore-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("emmett-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("resolve-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("node-cqrs-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("exports", "events.ndjson.gz", "events.ndjson"),
                new RealStore("exports", "events.csv.gz", "events.csv"),
                new RealStore("exports", "cloudevents.ndjson.gz", "cloudevents.ndjson"),
                new RealStore("fjogeleit-sqlite", "store.sqlite.gz", "store.sqlite"),
                new RealStore("fjogeleit-postgres", "dump.sql.gz", ""),
                new RealStore("resolve-postgres", "dump.sql.gz", ""),
                new RealStore("castore-postgres", "dump.sql.gz", ""),
                new RealStore("wolkenkit-postgres", "dump.sql.gz", ""),
                new RealStore("wolkenkit3-postgres", "dump.sql.gz", ""),
                new RealStore("message-db", "dump.sql.gz", ""),
                new RealStore("axon4-jdbc-postgresql", "dump.sql.gz", ""),
                new RealStore("axon4-jpa-postgresql", "dump.sql.gz", ""),
                new RealStore("pyeventsourcing-postgresql", "dump.sql.gz", ""),
                new RealStore("evtstore-postgres", "dump.sql.gz", ""),
                new RealStore("emmett-postgresql", "dump.sql.gz", ""),
                new RealStore("axon5-jpa-postgresql", "dump.sql.gz", ""),
                new RealStore("eugene-khyst", "dump.sql.gz", ""),
                new RealStore("fstore-sql", "dump.sql.gz", ""),
                new RealStore("cqrs-es", "dump.sql.gz", ""),
                new RealStore("eventually-rs", "dump.sql.gz", ""),
                new RealStore("marten-emulated", "dump.sql.gz", ""),
                new RealStore("commanded-eventstore", "dump.sql.gz", ""),
                new RealStore("rails-event-store", "dump.sql.gz", ""),
                new RealStore("sqlstreamstore", "dump.sql.gz", ""),
                new RealStore("valkyr-postgres", "dump.sql.gz", ""),
                new RealStore("pekko-r2dbc", "dump.sql.gz", ""),
                new RealStore("spring-modulith", "dump.sql.gz", ""),
                new RealStore("debezium-outbox", "dump.sql.gz", ""),
                new RealStore("pekko-jdbc", "dump.sql.gz", ""),
                new RealStore("prooph", "dump.sql.gz", ""));
    }

    Facts facts() {
        return Facts.read(HOME.resolve(folder).resolve("facts.json.gz"), FAMILIES.getOrDefault(folder, ""));
    }

    Path rules() {
        return HOME.resolve(folder).resolve("folds.yaml");
    }

    /// The file that it is kept in.
    Path packed() {
        return HOME.resolve(folder).resolve(file);
    }

    /// Puts the store where it can be opened, and answers what to type for STORE.
    String location(Path scratch, TestServers servers) {
        Path source = packed();
        String database = folder.replace('-', '_');
        try {
            if (opened.isEmpty()) {
                servers.laidOut(database, source);
                return servers.stores().url(database);
            }
            if (opened.equals(MARIADB) || opened.equals(MYSQL)) {
                var server = opened.equals(MYSQL) ? servers.mysql() : servers.mariadb();
                server.load(database, source);
                return server.url(database);
            }
            Path target = scratch.resolve(opened);
            try (InputStream packed = new GZIPInputStream(Files.newInputStream(source))) {
                Files.copy(packed, target);
            }
            return target.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the dump of " + folder + " could not be loaded", e);
        }
    }

    boolean isFile() {
        return !opened.isEmpty() && !isOnMariaDb();
    }

    /// On MariaDB or MySQL.
    boolean isOnMariaDb() {
        return opened.equals(MARIADB) || opened.equals(MYSQL);
    }

    /// Who may read everything on the server that holds it; "" where no server does.
    String user() {
        return opened.isEmpty() ? LocalPostgres.ADMINISTRATOR : isOnMariaDb() ? LocalMariaDb.ADMINISTRATOR : "";
    }

    /// As [#user()]; of a file that wants a user, the one who made it.
    String userOfFile() {
        return opened.endsWith(".mv.db") ? "sa" : user();
    }

    @Override
    public String toString() {
        return folder + "/" + file + (opened.equals(MYSQL) ? " on MySQL" : "");
    }

    /// A name for a folder, no two stores the same.
    String label() {
        return toString().replace('/', '-').replace(' ', '-');
    }
}
