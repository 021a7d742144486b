package io.hindcast.engine.workspace;

import io.hindcast.connector.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which files and folders a location stands for, whichever way somebody names it: by a path, by the URL of a database in a
/// file, as one store of a workspace.
public final class StoreFiles {
    /// Databases in files, and what of the URL is the file.
    private static final Pattern FILE_URL = Pattern.compile("(?i)jdbc:(?:h2|sqlite):(file:(?://(?:localhost)?(?=/))?)?([^;?]+).*");

    private StoreFiles() {}

    /// The file or folder itself, and of a workspace that is there each of its stores after it. They are as they were written:
    /// they need not be there, and H2 may add an ending. Nothing for a store on a server.
    ///
    /// @throws io.hindcast.connector.ConnectorException when a workspace cannot be read
    public static List<Path> of(Location location) {
        var files = new ArrayList<Path>();
        itself(location).ifPresent(path -> {
            files.add(path);
            if (WorkspaceFile.isOne(location) && Files.isRegularFile(path)) {
                WorkspaceFile.read(path).entries().forEach(entry -> itself(entry.location()).ifPresent(files::add));
            }
        });
        return List.copyOf(files);
    }

    /// The file or folder itself, also of a workspace. Nothing for a store on a server.
    public static Optional<Path> itself(Location location) {
        Matcher url = FILE_URL.matcher(location.text().strip());
        return url.matches() ? path(url.group(2), url.group(1) != null) : location.path();
    }

    private static Optional<Path> path(String written, boolean encoded) {
        try {
            String text = encoded ? URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8) : written;
            return Optional.of(Path.of(text.startsWith("~/") ? System.getProperty("user.home", "") + text.substring(1) : text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
