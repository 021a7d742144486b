package io.hindcast.desktop.open;

import io.hindcast.connector.Location;
import io.hindcast.engine.session.PersonFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The stores opened last, newest first, in a small file of the person's own. Never a password: neither from the form
/// nor from inside a URL. A file that cannot be read or written is as good as an empty one. Safe for many threads.
public final class RecentStores {
    private static final int MOST = 12;
    private final Optional<Path> file;
    private final List<Entry> entries = new ArrayList<>();

    /// @param system what wrote the store, as found when it was opened
    /// @param user the user name given, absent when none was
    public record Entry(String location, String system, Optional<String> user) {}

    /// @param file where they are kept; absent to keep them in memory only
    public RecentStores(Optional<Path> file) {
        this.file = file;
        file.filter(Files::isReadable).ifPresent(this::load);
    }

    /// The usual place: the person's configuration folder.
    public static RecentStores ofPerson() {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv());
        return new RecentStores(Optional.of(folder.resolve("recent.properties")));
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Puts a store in front.
    public synchronized void remember(Entry entry) {
        if (new Location(entry.location()).showsPassword()) {
            return;
        }
        entries.removeIf(it -> it.location().equals(entry.location()));
        entries.addFirst(entry);
        while (entries.size() > MOST) {
            entries.removeLast();
        }
        file.ifPresent(this::save);
    }

    private void load(Path from) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(from)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            return;
        }
        for (int i = 0; i < MOST; i++) {
            String location = properties.getProperty(i + ".location", "");
            if (!location.isBlank()) {
                String user = properties.getProperty(i + ".user", "");
                entries.add(new Entry(
                        location,
                        properties.getProperty(i + ".system", ""),
                        Optional.of(user).filter(it -> !it.isBlank())));
            }
        }
    }

    private void save(Path to) {
        var properties = new Properties();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            properties.setProperty(i + ".location", entry.location());
            properties.setProperty(i + ".system", entry.system());
            properties.setProperty(i + ".user", entry.user().orElse(""));
        }
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(to)) {
                properties.store(writer, null);
            }
        } catch (IOException _) {
            // the list is a convenience: without it the program works as before
        }
    }
}
