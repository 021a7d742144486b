package io.hindcast.desktop;

import io.hindcast.audit.journal.PlainLocation;
import io.hindcast.connector.Location;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// How windows were left, a small file for each store in a folder of the person's own, never in a store. A file that cannot be
/// read or written is as good as none.
final class Sessions {
    private final Optional<Path> folder;

    /// @param folder where they are kept, need not exist; absent to keep nothing
    Sessions(Optional<Path> folder) {
        this.folder = folder;
    }

    Optional<LeftWindow> of(String store) {
        return file(store).filter(Files::isReadable).flatMap(Sessions::read);
    }

    void remember(LeftWindow left) {
        file(left.look().store()).ifPresent(to -> write(to, left.written()));
    }

    /// One name for one store, however it was written.
    private Optional<Path> file(String store) {
        if (store.isBlank()) {
            return Optional.empty();
        }
        byte[] place = PlainLocation.of(new Location(store)).getBytes(StandardCharsets.UTF_8);
        return folder.map(it -> it.resolve(UUID.nameUUIDFromBytes(place) + ".properties"));
    }

    private static Optional<LeftWindow> read(Path from) {
        try (Reader reader = Files.newBufferedReader(from)) {
            var properties = new Properties();
            properties.load(reader);
            return LeftWindow.read(properties);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void write(Path to, Properties properties) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            var text = new StringWriter();
            properties.store(text, null);
            Files.writeString(to, text.toString());
        } catch (IOException _) {
            // how a window was left is a convenience: without it the program works as before
        }
    }
}
