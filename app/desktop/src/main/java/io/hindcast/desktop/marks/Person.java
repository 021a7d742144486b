package io.hindcast.desktop.marks;

import io.hindcast.engine.session.PersonFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Who writes marks: the user of the system, or the name that the person has declared, kept in a small file of their own.
public final class Person {
    private static final String NAME = "name";

    private final Optional<Path> file;
    private final String user;
    private final ReadOnlyStringWrapper name;

    /// @param user who it is while no name is declared
    public Person(Optional<Path> file, String user) {
        this.file = file;
        this.user = user;
        this.name = new ReadOnlyStringWrapper(file.filter(Files::isReadable).map(Person::load).orElse(user));
        if (name.get().isBlank()) {
            name.set(user);
        }
    }

    /// The one who runs the program.
    public static Person ofSystem() {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv());
        return new Person(Optional.of(folder.resolve("person.properties")), System.getProperty("user.name", ""));
    }

    /// Declares a name; "" goes back to the user of the system.
    ///
    /// @return whether it will be remembered
    public boolean declare(String other) {
        String declared = other.strip();
        name.set(declared.isEmpty() ? user : declared);
        return file.map(path -> save(path, declared)).orElse(false);
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Who it is without a declared name.
    public String user() {
        return user;
    }

    private static String load(Path from) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(from)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            return "";
        }
        return properties.getProperty(NAME, "").strip();
    }

    private static boolean save(Path to, String declared) {
        var properties = new Properties();
        properties.setProperty(NAME, declared);
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(to)) {
                properties.store(writer, null);
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
