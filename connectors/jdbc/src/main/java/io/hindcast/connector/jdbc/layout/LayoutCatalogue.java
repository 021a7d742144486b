package io.hindcast.connector.jdbc.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The layouts that come with Hindcast, the most particular first, and those that a person wrote.
public final class LayoutCatalogue {
    /// A layout file is a page of text; more than this is something else.
    private static final int LARGEST_FILE = 1 << 20;

    private LayoutCatalogue() {}

    /// All known systems, read for a dialect.
    public static List<Layout> known(String dialect) {
        return resource("index")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(name -> LayoutParser.parse(name, resource(name), dialect))
                .toList();
    }

    /// One file of a person.
    ///
    /// @throws IOException when it cannot be read as text
    /// @throws LayoutException when it is not understood
    public static Layout file(Path file, String dialect) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST_FILE) {
            throw new LayoutException(name, 1, "the file is too large for a layout");
        }
        return LayoutParser.parse(name, Files.readString(file), dialect);
    }

    private static String resource(String name) {
        try (var stream = LayoutCatalogue.class.getResourceAsStream("/io/hindcast/connector/jdbc/layouts/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("layout " + name + " is not packed");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
