package io.hindcast.desktop;

import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.session.PersonFolder;
import io.hindcast.engine.timeline.Axis;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/// The colours and the axis of the timeline that the person chose last, in a small file of their own. A file that cannot be read or written is as good as
/// none.
final class LastLook {
    private static final String THEME = "theme";
    private static final String AXIS = "axis";
    private final Optional<Path> file;

    /// @param file where it is kept; absent to keep nothing
    LastLook(Optional<Path> file) {
        this.file = file;
    }

    /// The usual place: the person's configuration folder.
    static LastLook ofPerson() {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv());
        return new LastLook(Optional.of(folder.resolve("window.properties")));
    }

    /// Those of the desktop, while nobody has chosen any.
    Theme theme() {
        return kept(THEME, Theme.values()).orElse(Theme.SYSTEM);
    }

    void remember(Theme theme) {
        keep(THEME, theme);
    }

    /// Time as it went by, while nobody has chosen another.
    Axis axis() {
        return kept(AXIS, Axis.values()).orElse(Axis.TIME);
    }

    void remember(Axis axis) {
        keep(AXIS, axis);
    }

    private <E extends Enum<E>> Optional<E> kept(String key, E[] choices) {
        String kept = file.filter(Files::isReadable).map(LastLook::read).orElseGet(Properties::new).getProperty(key, "");
        return Arrays.stream(choices).filter(it -> it.name().equals(kept)).findFirst();
    }

    private void keep(String key, Enum<?> choice) {
        file.ifPresent(to -> {
            Properties properties = read(to);
            properties.setProperty(key, choice.name());
            write(to, properties);
        });
    }

    private static Properties read(Path from) {
        var properties = new Properties();
        if (Files.isReadable(from)) {
            try (Reader reader = Files.newBufferedReader(from)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException _) {
                properties.clear();
            }
        }
        return properties;
    }

    private static void write(Path to, Properties properties) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(to)) {
                properties.store(writer, null);
            }
        } catch (IOException _) {
            // what was chosen is a convenience: without them the program works as before
        }
    }
}
