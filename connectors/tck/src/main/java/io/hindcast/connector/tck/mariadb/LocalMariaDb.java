package io.hindcast.connector.tck.mariadb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/// A MariaDB server of one test process: own data folder, own port on the loopback interface, gone when closed and also
/// when the process dies. Needs Linux on x86-64, and the binaries that the Maven profile `mariadb` puts on the class
/// path. Safe for many threads.
///
/// The account [#ADMINISTRATOR] needs no password. The server offers encryption with a certificate that it signed itself.
public final class LocalMariaDb implements AutoCloseable {
    public static final String ADMINISTRATOR = "root";

    private static final String READY = "ready for connections";
    private static final int ATTEMPTS = 5;

    /// Runs the server until its own standard input ends, which happens when this process ends in whatever way.
    private static final String LIFELINE =
            """
            data=$1; shift
            "$@" 2>&1 & server=$!
            exec >/dev/null 2>&1
            read -r gone
            kill -KILL $server; wait $server
            rm -rf "$data"
            """;

    private final Process lifeline;
    private final int port;

    private LocalMariaDb(Process lifeline, int port) {
        this.lifeline = lifeline;
        this.port = port;
    }

    /// Whether the server's programs are on the class path and fit this machine.
    public static boolean isAvailable() {
        return MariaDbBinaries.archive() != null
                && System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch", "").equals("amd64");
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
            var common = common(home, data, MariaDbBinaries.user(temporary).equals(0));
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
        return port;
    }

    /// `jdbc:mariadb://127.0.0.1:PORT/DATABASE`, without user and password.
    public String url(String database) {
        return "jdbc:mariadb://%s:%d/%s".formatted(host(), port, database);
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
                    continue;
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
        try {
            lifeline.getOutputStream().close();
        } catch (IOException _) {
            lifeline.destroy();
        }
        exitOf(lifeline);
    }

    private static List<String> common(Path home, Path data, boolean root) {
        var options = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--innodb-log-file-size=8M",
                "--innodb-buffer-pool-size=64M"));
        if (root) {
            options.add("--user=root");
        }
        return options;
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
        if (exitOf(process) != 0) {
            throw new IllegalStateException("MariaDB for tests could not make its own tables");
        }
    }

    private static LocalMariaDb launch(Path data, List<String> common, String... options) throws IOException {
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            var command = new ArrayList<>(List.of("sh", "-c", LIFELINE, "sh", data.toString()));
            command.addAll(common);
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
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = process.inputReader(StandardCharsets.UTF_8);
            var heard = listenUntilReady(output);
            if (heard.ready()) {
                Thread.ofPlatform().daemon().name("mariadb-output").start(() -> drain(output));
                return new LocalMariaDb(process, port);
            }
            said = heard.lines();
            process.destroy();
        }
        throw new IllegalStateException("MariaDB for tests did not start: " + said);
    }

    private record Heard(boolean ready, String lines) {}

    private static Heard listenUntilReady(BufferedReader output) throws IOException {
        var lines = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.append(line).append('\n');
            if (line.contains(READY)) {
                return new Heard(true, lines.toString());
            }
        }
        return new Heard(false, lines.toString());
    }

    /// A server whose output nobody reads stands still as soon as the pipe is full.
    private static void drain(BufferedReader output) {
        try (output) {
            while (output.readLine() != null) {
                continue;
            }
        } catch (IOException _) {
            return;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB for tests was working", e);
        }
    }
}
