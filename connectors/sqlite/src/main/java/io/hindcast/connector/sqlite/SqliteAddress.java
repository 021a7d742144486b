package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The file that a location names, taken out of the path or URL. Nothing of a URL is handed on to the driver.
final class SqliteAddress {
    private static final String SCHEME = "jdbc:sqlite:";

    /// Parameters that change nothing for a reader, who opens the file in his own way.
    private static final List<String> HARMLESS =
            List.of("mode", "immutable", "cache", "busy_timeout", "query_only", "foreign_keys", "encoding");

    private static final Map<String, String> REASONS = Map.of(
            "enable_load_extension", "it would load code",
            "journal_mode", "it would change the file",
            "vfs", "it would read through a file system that cannot be held to reading only",
            "key", "encrypted files are not supported, and a key does not belong into a URL",
            "password", "encrypted files are not supported, and a password does not belong into a URL");

    private SqliteAddress() {}

    static Path of(Location location) {
        if (location.scheme().isPresent()) {
            return ofUrl(location.text().strip());
        }
        return location.path().orElseThrow(() -> new ConnectorException(Kind.SETTINGS, "The location is not a path."));
    }

    private static Path ofUrl(String url) {
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ConnectorException(Kind.SETTINGS, "An SQLite URL begins with jdbc:sqlite:");
        }
        String rest = url.substring(SCHEME.length());
        int mark = rest.indexOf('?');
        String name = mark < 0 ? rest : rest.substring(0, mark);
        if (mark >= 0) {
            for (String parameter : rest.substring(mark + 1).split("&")) {
                check(parameter);
            }
        }
        return path(name);
    }

    private static void check(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals))
                .strip()
                .toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : parameter.substring(equals + 1).strip();
        if (!name.isEmpty() && !HARMLESS.contains(name)) {
            String reason = REASONS.getOrDefault(name, "it is not on the list of parameters that a reader needs");
            throw new ConnectorException(
                    Kind.SETTINGS, "The parameter %s of the URL is refused: %s.".formatted(name, reason));
        }
        if (name.equals("mode") && !value.equalsIgnoreCase("ro")) {
            throw new ConnectorException(
                    Kind.SETTINGS, "The parameter mode of the URL is refused: only ro, for reading, is allowed.");
        }
    }

    private static Path path(String name) {
        if (name.isBlank() || name.startsWith(":")) {
            throw new ConnectorException(
                    Kind.UNSUPPORTED, "Only SQLite files can be opened; the URL names memory or a resource.");
        }
        try {
            return name.regionMatches(true, 0, "file:", 0, 5)
                    ? Path.of(withoutHost(
                            URLDecoder.decode(name.substring(5).replace("+", "%2B"), StandardCharsets.UTF_8)))
                    : Path.of(name);
        } catch (IllegalArgumentException e) {
            String what = e instanceof InvalidPathException
                    ? "no file that could exist"
                    : "a file in a spelling that is malformed";
            throw new ConnectorException(Kind.SETTINGS, "The URL names " + what + ".", e);
        }
    }

    private static String withoutHost(String path) {
        return path.startsWith("//localhost/") ? path.substring(11) : path.startsWith("///") ? path.substring(2) : path;
    }
}
