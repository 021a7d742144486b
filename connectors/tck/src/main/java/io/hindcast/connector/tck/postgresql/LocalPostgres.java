package io.hindcast.connector.tck.postgresql;

import io.hindcast.connector.tck.server.ServerProcess;
import io.hindcast.connector.tck.server.UnpackedPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// A PostgreSQL server of one test process: own data folder, own port on the loopback interface, gone when closed
/// and also when the process dies. Needs Linux on x86-64 with `tar`, `sh` and, for root, `setpriv`: all of them are
/// in the smallest Debian. Safe for many threads.
///
/// The role [#ADMINISTRATOR] needs no password; every other role needs its own.
public final class LocalPostgres implements AutoCloseable {
    public static final String ADMINISTRATOR = "postgres";

    private static final String READY = "database system is ready to accept connections";
    private final ServerProcess process;

    private LocalPostgres(ServerProcess process) {
        this.process = process;
    }

    /// What a test wants of its server.
    ///
    /// @param archive the jar with the server's programs; absent for the one on the class path
    /// @param settings switches of the server, `name=value`, beside those that every test server has
    /// @param access the lines of `pg_hba.conf`
    /// @param files put into the data folder, readable by the server alone, by their names there
    public record Setup(Optional<Path> archive, List<String> settings, String access, Map<String, byte[]> files) {
        public Setup {
            settings = List.copyOf(settings);
            files = Map.copyOf(files);
        }

        /// The programs of the class path, and passwords for everybody but the administrator.
        public static Setup plain() {
            return new Setup(Optional.empty(), List.of(), ACCESS, Map.of());
        }

        public Setup programsOf(Path jar) {
            return new Setup(Optional.of(jar), settings, access, files);
        }
    }

    /// Starts a server with nothing in it.
    ///
    /// @throws IllegalStateException with one sentence on what this machine lacks
    public static LocalPostgres start() {
        return start(Setup.plain());
    }

    /// Starts a server as a test wants it, with nothing in it.
    ///
    /// @throws IllegalStateException with one sentence on what this machine lacks
    public static LocalPostgres start(Setup setup) {
        refuseOtherPlatforms();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try {
            boolean root = UnpackedPrograms.user(temporary).equals(0);
            if (root) {
                refuseClosedFolders(temporary);
            }
            Path home = PostgresBinaries.unpacked(setup.archive(), temporary);
            Path data = dataFolder(temporary, root);
            Processes.run(Processes.unprivileged(root, initialise(home, data)));
            Files.writeString(data.resolve("pg_hba.conf"), setup.access());
            for (var file : setup.files().entrySet()) {
                put(data.resolve(file.getKey()), file.getValue(), root);
            }
            return launch(home, data, root, setup.settings());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests could not be started: " + e.getMessage(), e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return process.port();
    }

    /// `jdbc:postgresql://127.0.0.1:PORT/DATABASE`, without user and password.
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
    }

    /// A connection of the administrator, who may do everything. Close it before the database is dropped.
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(url(database), properties);
    }

    /// Makes an empty database.
    public void createDatabase(String name) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
        }
    }

    /// Makes a database and loads a dump into it.
    public void load(String database, Path dump) throws SQLException {
        createDatabase(database);
        try (var connection = connect(database)) {
            SqlDump.load(dump, connection);
        }
    }

    /// Stops the server at once and deletes its data. Closing twice is allowed.
    @Override
    public void close() {
        process.close();
    }

    private static final String ACCESS =
            """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static void refuseOtherPlatforms() {
        if (!ServerProcess.isPlatform()) {
            throw new IllegalStateException("PostgreSQL for tests runs on Linux x86-64 only");
        }
    }

    /// The server runs as another user than root, who has to get to its files.
    private static void refuseClosedFolders(Path temporary) throws IOException {
        for (Path folder = temporary; folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalStateException("PostgreSQL for tests runs as the user nobody, who cannot enter "
                        + folder + "; choose another folder with -Djava.io.tmpdir");
            }
        }
    }

    private static Path dataFolder(Path temporary, boolean root) throws IOException {
        Path data = Files.createTempDirectory(temporary, "hindcast-pgdata");
        if (root) {
            Files.setAttribute(data, "unix:uid", Processes.UNPRIVILEGED);
            Files.setAttribute(data, "unix:gid", Processes.UNPRIVILEGED);
        }
        return data;
    }

    private static List<String> initialise(Path home, Path data) {
        return List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + ADMINISTRATOR,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "--no-instructions");
    }

    private static void put(Path file, byte[] content, boolean root) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (root) {
            Files.setAttribute(file, "unix:uid", Processes.UNPRIVILEGED);
            Files.setAttribute(file, "unix:gid", Processes.UNPRIVILEGED);
        }
    }

    private static LocalPostgres launch(Path home, Path data, boolean root, List<String> settings)
            throws IOException {
        return new LocalPostgres(ServerProcess.start(new ServerProcess.Launch(
                "PostgreSQL",
                READY,
                "QUIT",
                data,
                port -> Processes.unprivileged(root, server(home, data, port, settings)))));
    }

    private static List<String> server(Path home, Path data, int port, List<String> settings) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "shared_buffers=64MB"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }
}
