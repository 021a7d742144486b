package io.hindcast.connector.files;

import java.util.Locale;
import java.util.Optional;

/// How a file is cut into records.
enum Shape {
    LINES("json-lines", "ndjson", "one JSON object a line"),
    ARRAY("json-array", "json", "a JSON array of objects"),
    VALUES("json-values", "json", "JSON objects that follow each other"),
    CSV("csv", "csv", "rows of cells under a header");

    private final String layout;
    private final String system;
    private final String words;

    Shape(String layout, String system, String words) {
        this.layout = layout;
        this.system = system;
        this.words = words;
    }

    String layout() {
        return layout;
    }

    String system() {
        return system;
    }

    String words() {
        return words;
    }

    /// What the ending of a file name promises, `.gz` not counted.
    static Optional<Shape> promisedBy(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "ndjson", "jsonl" -> Optional.of(LINES);
            case "json", "cloudevents" -> Optional.of(ARRAY);
            case "csv", "tsv", "txt" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }
}
