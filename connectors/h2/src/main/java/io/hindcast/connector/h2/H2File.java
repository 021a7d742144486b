package io.hindcast.connector.h2;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Recognition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What can be known of an H2 file before H2 opens it.
///
/// @param database path without the ending, as H2 wants it
/// @param format the format number that the header names
record H2File(Path database, int format) {
    static final String ENDING = ".mv.db";
    static final String OLD_ENDING = ".h2.db";
    private static final int BLOCK = 4096;
    private static final int OLDEST_FORMAT = 2;

    static Recognition recognise(Path path) {
        try {
            if (hasMagic(path) || (!path.toString().isBlank() && hasMagic(withEnding(path)))) {
                return Recognition.CERTAIN;
            }
        } catch (IOException _) {
            return Recognition.NO;
        }
        return H2Connector.hasEnding(path) ? Recognition.POSSIBLE : Recognition.NO;
    }

    /// @throws ConnectorException when there is no H2 file that can be opened
    static H2File check(Path path) {
        var file = Files.isRegularFile(path) ? path : withEnding(path);
        if (!Files.exists(file)) {
            throw missing(path);
        }
        if (Files.isDirectory(file) || file.toString().endsWith(OLD_ENDING)) {
            throw file.toString().endsWith(OLD_ENDING)
                    ? old("%s is a page store of H2 1.x".formatted(file.getFileName()))
                    : new ConnectorException(Kind.NOT_FOUND, "%s is a folder, not an H2 file.".formatted(path));
        }
        if (!file.toString().endsWith(ENDING)) {
            throw new ConnectorException(
                    Kind.SETTINGS, "%s does not end in %s, as H2 demands of its files.".formatted(path, ENDING));
        }
        var database = withoutEnding(file.toAbsolutePath());
        if (database.toString().indexOf(';') >= 0) {
            throw new ConnectorException(
                    Kind.SETTINGS, "H2 cannot open a path with a semicolon in it: its parameters would begin there.");
        }
        return new H2File(database, format(file));
    }

    Path file() {
        return withEnding(database);
    }

    private static int format(Path file) {
        try {
            String header = header(file);
            if (!header.startsWith("H:")) {
                throw new ConnectorException(
                        Kind.DAMAGED, "%s is no H2 file, or its beginning is damaged.".formatted(file.getFileName()));
            }
            int at = header.indexOf("format:");
            int format = at < 0 ? 0 : Character.digit(header.charAt(at + "format:".length()), 10);
            if (format < OLDEST_FORMAT) {
                throw old("%s was written by H2 1.x".formatted(file.getFileName()));
            }
            return format;
        } catch (IOException e) {
            throw new ConnectorException(Kind.NOT_FOUND, "%s cannot be read.".formatted(file.getFileName()), e);
        }
    }

    private static ConnectorException old(String what) {
        return new ConnectorException(
                Kind.UNSUPPORTED,
                what
                        + ", whose format today's H2 does not read. Export it there with SCRIPT and import that with"
                        + " H2 2.x.");
    }

    private static ConnectorException missing(Path path) {
        var page = path.resolveSibling(path.getFileName() + OLD_ENDING);
        return Files.exists(page)
                ? old("%s is a page store of H2 1.x".formatted(page.getFileName()))
                : new ConnectorException(Kind.NOT_FOUND, "There is no H2 file at %s.".formatted(path));
    }

    private static boolean hasMagic(Path file) throws IOException {
        return Files.isRegularFile(file) && header(file).startsWith("H:2,");
    }

    private static String header(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
        }
    }

    private static Path withEnding(Path path) {
        return path.resolveSibling(path.getFileName() + ENDING);
    }

    private static Path withoutEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }
}
