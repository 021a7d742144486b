package io.hindcast.connector.h2;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The file that a location names, taken out of the path or URL. Nothing of a URL is handed on to the driver.
///
/// @param user the user that the URL names
record H2Address(Path path, Optional<String> user) {
    /// Parameters that change nothing for a reader: names are quoted and the file is opened for reading anyway.
    private static final List<String> HARMLESS = List.of(
            "ACCESS_MODE_DATA",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "IFEXISTS",
            "LOCK_TIMEOUT",
            "MODE",
            "NON_KEYWORDS",
            "USER");

    private static final Map<String, String> REASONS = Map.of(
            "INIT", "it would run statements",
            "AUTO_SERVER", "it would open a server and write a lock file",
            "AUTO_RECONNECT", "it belongs to a server",
            "PASSWORD", "a password does not belong into a URL",
            "CIPHER", "encrypted files are not supported",
            "DB_CLOSE_DELAY", "it would keep the file open after closing",
            "DB_CLOSE_ON_EXIT", "it would keep the file open after closing",
            "RUNSCRIPT", "it would run statements",
            "SCRIPT", "it would write a file");

    static H2Address of(Location location) {
        if (location.scheme().isPresent()) {
            return ofUrl(location.text().strip());
        }
        return new H2Address(
                location.path().orElseThrow(() -> new ConnectorException(Kind.SETTINGS, "The location is not a path.")),
                Optional.empty());
    }

    private static H2Address ofUrl(String url) {
        if (!url.regionMatches(true, 0, "jdbc:h2:", 0, 8)) {
            throw new ConnectorException(Kind.SETTINGS, "An H2 URL begins with jdbc:h2:");
        }
        String[] parts = url.substring(8).split(";", -1);
        Optional<String> user = Optional.empty();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            if (!part.isBlank()) {
                var named = parameter(part);
                user = named.isPresent() ? named : user;
            }
        }
        return new H2Address(file(parts[0]), user);
    }

    /// Lets a harmless parameter pass; gives the value of USER.
    private static Optional<String> parameter(String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).strip().toUpperCase(Locale.ROOT);
        if (!HARMLESS.contains(name)) {
            String reason = REASONS.getOrDefault(
                    name,
                    name.startsWith("TRACE_")
                            ? "it would write a trace file"
                            : "it is not on the list of parameters that a reader needs");
            throw new ConnectorException(
                    Kind.SETTINGS, "The parameter %s of the URL is refused: %s.".formatted(name, reason));
        }
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        if (name.equals("ACCESS_MODE_DATA") && !value.equalsIgnoreCase("r")) {
            throw new ConnectorException(
                    Kind.SETTINGS,
                    "The parameter ACCESS_MODE_DATA of the URL is refused: only r, for reading, is allowed.");
        }
        return name.equals("USER") && !value.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private static Path file(String text) {
        String path = text.regionMatches(true, 0, "file:", 0, 5) ? text.substring(5) : text;
        var scheme = path.isBlank() ? Optional.<String>empty() : new Location(path).scheme();
        if (scheme.isPresent()) {
            throw new ConnectorException(
                    Kind.UNSUPPORTED,
                    "Only H2 files can be opened, not %s: a server or memory cannot be held to reading only."
                            .formatted(scheme.get()));
        }
        if (path.isBlank()) {
            throw new ConnectorException(Kind.SETTINGS, "The URL names no file.");
        }
        String home = path.startsWith("~/") ? System.getProperty("user.home", "") + path.substring(1) : path;
        try {
            return Path.of(home);
        } catch (InvalidPathException e) {
            throw new ConnectorException(Kind.SETTINGS, "The URL names no file that could exist.", e);
        }
    }
}
