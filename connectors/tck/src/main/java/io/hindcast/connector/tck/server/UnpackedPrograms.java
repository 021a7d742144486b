package io.hindcast.connector.tck.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// A server's programs, unpacked once per version of their archive and shared by all test processes of a user.
public final class UnpackedPrograms {
    private UnpackedPrograms() {}

    /// Puts what an archive holds into an empty folder.
    @FunctionalInterface
    public interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /// The folder that holds the programs.
    ///
    /// @param name of the server, part of the folder's name
    /// @param archive whose content tells one version from another
    /// @param program a file that is there and executable when all is unpacked, relative to the folder
    public static Path of(String name, URL archive, String program, Path temporary, Unpacking unpacking)
            throws IOException {
        Path home = temporary.resolve("hindcast-%s-%s-%s".formatted(name, user(temporary), digest(archive)));
        if (isWhole(home, program, temporary)) {
            return home;
        }
        // Beside the wanted folder, and moved there in one step, so that nobody ever sees half of it.
        Path fresh = Files.createTempDirectory(temporary, "hindcast-" + name + "-unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpacking.into(fresh);
        try {
            return Files.move(fresh, home);
        } catch (IOException _) {
            if (!isWhole(home, program, temporary)) {
                return fresh;
            }
            delete(fresh);
            return home;
        }
    }

    /// In a shared temporary folder anyone may have put a folder of that name there first.
    private static boolean isWhole(Path home, String program, Path temporary) throws IOException {
        return Files.isExecutable(home.resolve(program))
                && Files.getAttribute(home, "unix:uid").equals(user(temporary));
    }

    /// Unpacks a `tar` archive, plain, by the program of that name.
    public static void untar(InputStream archive, Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var pipe = tar.getOutputStream()) {
            archive.transferTo(pipe);
        }
        if (ServerProcess.exitOf("the server", tar) != 0) {
            throw new IOException("tar refused the archive");
        }
    }

    /// The number of the user who runs this process; 0 for root.
    public static Object user(Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "hindcast-probe", "");
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    private static String digest(URL archive) throws IOException {
        var connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
