package io.hindcast.house.stores;

import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// One store under sample-data/real: how it is laid out for opening, and its facts.
///
/// @param folder its folder's name
/// @param file the compressed file in it
/// @param opened the name to unpack it under; "" for a dump that a PostgreSQL server gets
record RealStore(String folder, String file, String opened) {
    static final Path HOME = Path.of(System.getProperty("hindcast.root"), "sample-data", "real");

    /// What stands before the ids of the facts in the names of streams, where an id is unique in its family only.
    private static final Map<String, String> FAMILIES = Map.of("cqrs-es", "account/", "fstore-sql", "BankAccount/");

    static List<RealStore> all() {
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
                new RealStore("pekko-jdbc", "dump.sql.gz", ""),
                new RealStore("prooph", "dump.sql.gz", ""));
    }

    Facts facts() {
        return Facts.read(HOME.resolve(folder).resolve("facts.json.gz"), FAMILIES.getOrDefault(folder, ""));
    }

    Path rules() {
        return HOME.resolve(folder).resolve("folds.yaml");
    }

    /// Puts the store where it can be opened, and answers what to type for STORE.
    String location(Path scratch, LocalPostgres server) {
        Path source = HOME.resolve(folder).resolve(file);
        try {
            if (opened.isEmpty()) {
                String database = folder.replace('-', '_');
                server.load(database, source);
                return "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), database);
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

    @Override
    public String toString() {
        return folder + "/" + file;
    }
}
