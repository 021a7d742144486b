package io.hindcast.connector.tck.mariadb;

import io.hindcast.connector.tck.server.ServerProcess;
import io.hindcast.connector.tck.server.UnpackedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/// A MariaDB server of one test process: own data folder, own port on the loopback interface, gone when closed and also
/// when the process dies. Needs Linux on x86-64, and the binaries that the Maven profile `mariadb` puts on the class
/// path. Safe for many threads.
///
/// The account [#ADMINISTRATOR] needs no password. The server offers encryption with a certificate that it signed itself.
public final class LocalMariaDb implements AutoCloseable {
    public static final String ADMINISTRATOR = "root";

    static final String READY = "ready for connections";

    private final ServerProcess process;

    LocalMariaDb(ServerProcess process) {
        this.process = process;
    }

    /// Whether the server's programs are on the class path and fit this machine.
    public static boolean isAvailable() {
        return MariaDbBinaries.archive() != null && ServerProcess.isPlatform();
    }

    /// Starts a server with nothing in it.
    ///
    /// @param options more options of the server, such as `--skip-ssl`
    /// @throws IllegalStateException with one sentence on what this machine lacks
    public static LocalMariaDb start(String... options) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try {
            Path home = MariaDbBinaries.unpacked(temporary);
            Path data = Files.createTempDirectory(temporary, "hindcast-mariadb-data");
            var common = common(home, data, UnpackedPrograms.user(temporary).equals(0));
            initialise(home, common);
            return launch(data, common, options);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB for tests could not be started: " + e.getMessage(), e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return process.port();
    }

    /// `jdbc:mariadb://127.0.0.1:PORT/DATABASE`, without user and password.
    public String url(String database) {
        return "jdbc:mariadb://%s:%d/%s".formatted(host(), port(), database);
    }

    /// A connection of the administrator, who may do everything; it takes several statements at once.
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("allowMultiQueries", "true");
        properties.setProperty("maxAllowedPacket", "67108864");
        return DriverManager.getConnection(url(database), properties);
    }

    /// Makes an empty database.
    public void createDatabase(String name) throws SQLException {
        run("", "CREATE DATABASE `" + name.replace("`", "``") + "` CHARACTER SET utf8mb4");
    }

    /// Runs statements, several in one text if they are parted by semicolons, as the administrator.
    public void run(String database, String... texts) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : texts) {
                statement.execute(text);
                while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                    // every result is passed over
                }
            }
        }
    }

    /// Makes a database and runs a dump in it, gzip-compressed or not.
    public void load(String database, Path dump) throws SQLException {
        createDatabase(database);
        boolean compressed = dump.toString().endsWith(".gz");
        try (InputStream file = Files.newInputStream(dump);
                InputStream plain = compressed ? new GZIPInputStream(file, 1 << 16) : file) {
            run(database, new String(plain.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the dump " + dump.getFileName() + " could not be read", e);
        }
    }

    /// Stops the server at once and deletes its data. Closing twice is allowed.
    @Override
    public void close() {
        process.close();
    }

    private static List<String> common(Path home, Path data, boolean root) throws IOException {
        var options = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--tmpdir=" + temporaryFilesIn(data),
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--innodb-log-file-size=8M",
                "--innodb-buffer-pool-size=64M"));
        if (root) {
            options.add("--user=root");
        }
        return options;
    }

    /// A folder of the server's own: when it starts it deletes what looks like a temporary table, whosever that is.
    static Path temporaryFilesIn(Path data) throws IOException {
        return Files.createDirectories(data.resolve(".tmp")); // not taken for a database, nor for a filled data folder
    }

    /// What the server's own installation script does, without what tests do not need.
    private static void initialise(Path home, List<String> common) throws IOException {
        var command = new ArrayList<>(common);
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine="));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var statements = process.outputWriter(StandardCharsets.UTF_8)) {
            statements.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @skip_auth_anonymous=1, @auth_root_socket=NULL;\n");
            for (String part : List.of("tables", "tables_data")) {
                statements.write(Files.readString(home.resolve("share/mariadb_system_" + part + ".sql")));
            }
        }
        if (ServerProcess.exitOf("MariaDB", process) != 0) {
            throw new IllegalStateException("MariaDB for tests could not make its own tables");
        }
    }

    private static LocalMariaDb launch(Path data, List<String> common, String... options) throws IOException {
        return new LocalMariaDb(ServerProcess.start(new ServerProcess.Launch(
                "MariaDB", READY, "KILL", data, port -> command(common, data, port, options))));
    }

    /// What MariaDB and MySQL are started with alike.
    static List<String> command(List<String> common, Path data, int port, String... options) {
        var command = new ArrayList<>(common);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + data.resolve("s"),
                "--skip-name-resolve",
                "--max-allowed-packet=64M",
                "--character-set-server=utf8mb4",
                "--performance-schema=OFF",
                "--innodb-flush-log-at-trx-commit=0"));
        command.addAll(List.of(options));
        return command;
    }
}
